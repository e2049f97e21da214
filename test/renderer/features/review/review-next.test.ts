import { describe, expect, it } from 'vitest';
import { nextUnwritten, type OutlineRow, outlineCount } from '../../../../renderer/features/review/outline.ts';
import { projectReviewNext, type ReviewNextInput } from '../../../../renderer/features/review/review-next.ts';
import type { Instant } from '../../../../shared/kernel/instant.ts';
import { shortDate } from '../../../../shared/review/calendar-date.ts';
import type { QualityCheck } from '../../../../shared/review/quality-checks.ts';
import { sectionKinds } from '../../../../shared/review/review-sections.ts';

const rowsWithout = (...open: readonly string[]): readonly OutlineRow[] =>
  sectionKinds.map(({ id, number, title, writable }) => ({
    id,
    number,
    title,
    state: open.includes(id) ? 'not written' : 'written',
    isWritable: writable,
  }));
const check = (id: string, done: boolean) =>
  ({ id, text: id, judge: 'record', done, missing: done ? '' : 'missing' }) as QualityCheck;

const next = (given: Partial<ReviewNextInput> = {}) =>
  projectReviewNext({
    status: 'in-review',
    rows: rowsWithout('surprises', 'outside-summary'),
    checks: [check('milestones', true), check('shared', false)],
    current: 'what-happened',
    meetingDate: '2026-03-05',
    isResolved: false,
    now: '2026-03-05T10:02:00.000Z' as Instant,
    zone: 'UTC',
    ...given,
  });

describe('what the review asks for next', () => {
  it('[RW8] names the meeting, what is missing, and the next empty section', () => {
    const { what, why, act, following } = next();
    expect(what).toBe('Review meeting today');
    expect(why).toBe('2 sections not written, 1 check open.');
    expect(act).toMatchObject({ label: 'Write section 11', keys: 'Alt Down', target: { section: 'surprises' } });
    expect(following.map(({ words }) => words)).toEqual(['Outside summary, section 14']);
  });

  it('[RW17] an empty section that is on screen comes before the next one', () => {
    const { act } = next({ current: 'surprises', rows: rowsWithout('summary', 'surprises', 'outside-summary') });
    expect(act).toMatchObject({ label: 'Write section 11', target: { section: 'surprises' } });
    expect(act?.keys).toBeUndefined();
  });

  it('[RW8] the day of the meeting is the day of the shown zone', () => {
    const zone = 'Asia/Tokyo';
    expect(next({ now: '2026-03-04T16:00:00.000Z' as Instant, zone }).what).toBe('Review meeting today');
    expect(next({ now: '2026-03-04T16:00:00.000Z' as Instant }).what).toBe('Review meeting tomorrow');
    expect(next({ now: '2026-03-01T16:00:00.000Z' as Instant }).what).toBe('Review meeting on 5 Mar, in 4 days');
    expect(next({ now: '2026-03-06T00:00:00.000Z' as Instant }).what).toBe('The review meeting was on 5 Mar');
    expect(next({ meetingDate: undefined }).what).toBe('The review meeting has no date');
  });

  it('[RW8] after the last section the button goes one step of the status on', () => {
    const rows = rowsWithout();
    expect(next({ rows, status: 'draft' }).act?.target).toEqual({ kind: 'status', status: 'in-review' });
    expect(next({ rows }).act?.target).toEqual({ kind: 'status', status: 'reviewed' });
  });

  it('[RW8] a reviewed incident is closed out first, then its review; a closed review asks for nothing', () => {
    expect(next({ status: 'reviewed' }).act?.target).toEqual({ kind: 'close-out' });
    expect(next({ status: 'reviewed', isResolved: true }).act?.target).toEqual({ kind: 'status', status: 'closed' });
    expect(next({ status: 'closed' }).act).toBeUndefined();
  });

  it('[RW9] the next empty section comes after the current one and then from the top', () => {
    const rows = rowsWithout('summary', 'surprises');
    expect(nextUnwritten(rows, 'what-happened')?.id).toBe('surprises');
    expect(nextUnwritten(rows, 'surprises')?.id).toBe('summary');
    expect(nextUnwritten(rowsWithout('summary'), 'summary')).toBeUndefined();
    expect(outlineCount(rows)).toBe('2 of 15 not written');
  });

  it('[RW8] the one empty section that is on screen is still asked for', () => {
    expect(next({ rows: rowsWithout('summary'), current: 'summary' }).act?.label).toBe('Write section 2');
  });

  it('[RW8] a date of another year says so, and what is no date stays as typed', () => {
    const now = '2026-12-01T00:00:00.000Z' as Instant;
    expect(shortDate('2026-03-30', now)).toBe('30 Mar');
    expect(shortDate('2027-01-04', now)).toBe('4 Jan 2027');
    expect(shortDate('soon', now)).toBe('soon');
  });
});
