import type { Instant } from '../../../shared/kernel/instant.ts';
import { countOf } from '../../../shared/kernel/words.ts';
import { toLocalTime } from '../../../shared/kernel/zone.ts';
import { shortDate } from '../../../shared/review/calendar-date.ts';
import type { QualityCheck } from '../../../shared/review/quality-checks.ts';
import { daysBetween } from '../../../shared/review/review-due.ts';
import type { ReviewSection, ReviewStatus } from '../../../shared/review/review-events.ts';
import { nextUnwritten, type OutlineRow, unwritten } from './outline.ts';

/** What the one button of the bar does. */
export type ReviewAct =
  | { readonly kind: 'write'; readonly section: ReviewSection }
  | { readonly kind: 'status'; readonly status: ReviewStatus }
  | { readonly kind: 'close-out' };

export interface ReviewNext {
  readonly shape: 'running' | 'soon' | 'waiting' | 'done';
  readonly what: string;
  readonly why: string;
  readonly act?: { readonly label: string; readonly keys?: string; readonly target: ReviewAct };
  /** What follows, nearest first, at most three. */
  readonly following: readonly { readonly id: string; readonly words: string; readonly target: ReviewAct }[];
}

export interface ReviewNextInput {
  readonly status: ReviewStatus;
  readonly rows: readonly OutlineRow[];
  readonly checks: readonly QualityCheck[];
  readonly current: ReviewSection;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly meetingDate: string | undefined;
  /** The incident itself: it is closed out after its review. */
  readonly isResolved: boolean;
  readonly now: Instant;
  readonly zone: string;
}

/** What the review asks for now: text first, then the meeting, then the gate, then closing out. */
export const projectReviewNext = (input: ReviewNextInput): ReviewNext => {
  const { status, rows, checks, current } = input;
  const open = checks.filter(({ done }) => !done).length;
  const gaps = unwritten(rows);
  const why = `${gaps.length === 0 ? 'Every section is written' : `${countOf(gaps.length, 'section')} not written`}, ${
    open === 0 ? 'no check open' : `${countOf(open, 'check')} open`
  }.`;
  if (status === 'closed')
    return {
      shape: 'done',
      what: 'The review is closed',
      why: 'It stays with the record and can be exported.',
      following: [],
    };
  if (status === 'reviewed') return afterReview(input, why);
  // Where one stands comes first: "write section 3" while section 2 is on screen and empty sends people away from it.
  const here = gaps.find(({ id }) => id === current);
  const next = here ?? nextUnwritten(rows, current) ?? gaps[0];
  return {
    ...meetingWords(input),
    why,
    act: next
      ? {
          label: `Write section ${next.number}`,
          ...(here ? {} : { keys: 'Alt Down' }),
          target: { kind: 'write', section: next.id },
        }
      : onward(status),
    following: gaps
      .filter(({ id }) => id !== next?.id)
      .slice(0, 2)
      .map(({ id, number, title }) => ({
        id,
        words: `${title}, section ${number}`,
        target: { kind: 'write', section: id },
      })),
  };
};

const onward = (status: ReviewStatus): NonNullable<ReviewNext['act']> =>
  status === 'draft'
    ? { label: 'Mark in review', target: { kind: 'status', status: 'in-review' } }
    : { label: 'Mark reviewed', target: { kind: 'status', status: 'reviewed' } };

const afterReview = ({ isResolved }: ReviewNextInput, why: string): ReviewNext =>
  isResolved
    ? {
        shape: 'waiting',
        what: 'Reviewed',
        why,
        act: { label: 'Close the review', target: { kind: 'status', status: 'closed' } },
        following: [],
      }
    : {
        shape: 'waiting',
        what: 'Reviewed. The incident is not closed out',
        why,
        act: { label: 'Close out', target: { kind: 'close-out' } },
        following: [{ id: 'close', words: 'Close the review', target: { kind: 'status', status: 'closed' } }],
      };

const meetingWords = ({ meetingDate, now, zone }: ReviewNextInput): Pick<ReviewNext, 'shape' | 'what'> => {
  if (meetingDate === undefined) return { shape: 'waiting', what: 'The review meeting has no date' };
  const days = daysBetween(toLocalTime(now, zone).date, meetingDate);
  if (days === 0) return { shape: 'soon', what: 'Review meeting today' };
  if (days === 1) return { shape: 'soon', what: 'Review meeting tomorrow' };
  const date = shortDate(meetingDate, now);
  return days > 0
    ? { shape: 'running', what: `Review meeting on ${date}, in ${days} days` }
    : { shape: 'soon', what: `The review meeting was on ${date}` };
};
