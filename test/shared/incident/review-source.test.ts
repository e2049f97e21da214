import { describe, expect, it } from 'vitest';
import { toReviewSource } from '../../../shared/incident/review-source.ts';
import { type IncidentSummary, projectSummary } from '../../../shared/incident/summary.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { pir } from '../../../shared/review/pir.ts';
import { createPlayer, testDigest, toInstant } from '../../support/incident-player.ts';
import { sectionText } from '../../support/review-builders.ts';

const options = { now: toInstant('2026-03-05T10:00:00.000Z'), zone: 'UTC' };
const sourceOf = (player: ReturnType<typeof createPlayer>, incidents?: readonly IncidentSummary[]) =>
  toReviewSource(player.state(), defaultPlaybook, { ...options, incidents });

const failing = (given: { services?: readonly string[]; drill?: boolean; relapseOf?: IncidentId } = {}) => {
  const player = createPlayer();
  player.must('09:04', {
    type: 'DeclareIncident',
    title: 'Checkout fails',
    playbook: testDigest,
    services: ['checkout'],
    failureAt: toInstant('09:00'),
    ...given,
  });
  return player;
};

/** The same story, ended, days before and under another id. */
const earlier = (
  id: string,
  day: string,
  given: Partial<Parameters<typeof failing>[0]> & { key?: string } = {},
): IncidentSummary => {
  const player = createPlayer();
  player.must(`${day}T08:10:00.000Z`, {
    type: 'DeclareIncident',
    title: 'Pool ran dry',
    playbook: testDigest,
    services: ['checkout'],
    failureAt: `${day}T08:00:00.000Z` as never,
    ...given,
  });
  player.must(`${day}T12:00:00.000Z`, {
    type: 'AddAction',
    text: 'Alert on pool use',
    actionType: 'detect',
    owner: 'Mei Tanaka',
  });
  const summary = projectSummary(player.state(), defaultPlaybook);
  if (!summary) throw new Error('not declared');
  return {
    ...summary,
    id: id as IncidentId,
    metrics: {
      ...summary.metrics,
      id,
      milestones: {
        ...summary.metrics.milestones,
        recovered: { at: `${day}T09:00:00.000Z` as never },
      },
      status: 'resolved',
    },
  };
};

it('[MN3] in the review, too, a milestone that was undone says so', () => {
  const player = failing();
  player.must('09:10', { type: 'ChangeImpact', level: 'none' });
  player.must('09:40', { type: 'ReachMilestone', milestone: 'recovered', evidence: ['graph'], reason: 'healed' });
  player.must('10:00', { type: 'ReopenIncident', reason: 'payments fail again' });
  const recovered = sourceOf(player).rows.find(({ kind }) => kind === 'Recovered');
  expect(recovered?.text).toContain('No longer holds: payments fail again');
});

describe('what a review is made from', () => {
  it('[RS1] a corrected entry keeps its old words and old time, and who corrected it', () => {
    const player = failing();
    const [entry] = player.must('09:20', { type: 'RecordEntry', kind: 'observation', text: '1 940 of 2 000' });
    const id = entry.id;
    player.must('09:22', { type: 'CorrectEntry', entry: id, text: '1 490 of 2 000', reason: 'wrong line' });
    player.must('09:23', { type: 'CorrectEntry', entry: id, happenedAt: toInstant('09:15') });
    const row = sourceOf(player).rows.find((candidate) => candidate.id === id);
    expect(row).toMatchObject({ text: '1 490 of 2 000', occurredAt: toInstant('09:15'), name: 'ann-1' });
    expect(row?.corrections).toEqual([
      { oldText: '1 940 of 2 000', correctedAt: toInstant('09:22'), by: 'Ann Lee', reason: 'wrong line' },
      { oldOccurredAt: toInstant('09:20'), correctedAt: toInstant('09:23'), by: 'Ann Lee' },
    ]);
  });

  it('[RS1] evidence, stars and redactions of an entry reach its row', () => {
    const player = failing();
    const [entry] = player.must('09:20', {
      type: 'RecordEntry',
      kind: 'note',
      text: 'customer list',
      key: true,
      evidence: [{ kind: 'url', text: 'https://graphs.example/1' }],
    });
    const id = entry.id;
    player.must('09:30', { type: 'RedactText', event: id, why: 'customer name' });
    const row = sourceOf(player).rows.find((candidate) => candidate.id === id);
    expect(row).toMatchObject({
      key: true,
      evidence: [{ kind: 'url', text: 'https://graphs.example/1' }],
      redacted: { why: 'customer name', by: 'Ann Lee', at: toInstant('09:30') },
    });
    expect(row?.text).not.toContain('customer list');
  });

  it('[RS1] a restricted entry stays restricted after it was taken back', () => {
    const player = failing();
    const [entry] = player.must('09:20', {
      type: 'RecordEntry',
      kind: 'note',
      text: 'call 0123',
      visibility: 'restricted',
    });
    const id = entry.id;
    player.must('09:30', { type: 'WithdrawEvent', event: id, reason: 'wrong incident' });
    expect(sourceOf(player).rows.find((row) => row.id === id)).toMatchObject({
      restricted: true,
      withdrawn: { reason: 'wrong incident', by: 'Ann Lee', at: toInstant('09:30') },
    });
  });

  it('[RS2] nothing is said about earlier incidents where nobody looked, which is not the same as none', () => {
    expect(sourceOf(failing()).previous).toBeUndefined();
    expect(sourceOf(failing(), []).previous).toEqual([]);
  });

  it('[RS3] the failure before it on the same service gives both figures and the instants they are from', () => {
    const incidents = [earlier('OLDEST', '2026-02-10'), earlier('BEFORE', '2026-02-21', { key: 'INC-211' })];
    const [previous, ...more] = sourceOf(failing(), incidents).previous ?? [];
    expect(more).toEqual([]);
    expect(previous).toMatchObject({
      service: 'checkout',
      incident: 'INC-211',
      failureAt: '2026-02-21T08:00:00.000Z',
      recoveredAt: '2026-02-21T09:00:00.000Z',
      tbf: { kind: 'value', ms: 9 * 86_400_000 + 3_600_000 },
      ttf: { kind: 'value', ms: 9 * 86_400_000 },
    });
  });

  it('[RS3] an old summary of this very incident in the list does not count beside its record', () => {
    const player = failing();
    const own = projectSummary(player.state(), defaultPlaybook);
    const source = sourceOf(player, [own as IncidentSummary, earlier('BEFORE', '2026-02-21')]);
    expect(source.previous).toHaveLength(1);
    expect(source.similar.map(({ id }) => id)).toEqual(['BEFORE']);
  });

  it('[RS4] similar are earlier incidents of a shared service, newest first, with their open actions', () => {
    const incidents = [
      earlier('OLDEST', '2026-02-10'),
      earlier('BEFORE', '2026-02-21'),
      earlier('OTHER', '2026-02-22', { services: ['search'] }),
      earlier('LATER', '2026-03-04'),
    ];
    const { similar } = sourceOf(failing(), incidents);
    expect(similar.map(({ id }) => id)).toEqual(['BEFORE', 'OLDEST']);
    expect(similar[0]).toMatchObject({
      name: 'BEFORE',
      because: 'same service: checkout',
      openActions: [{ text: 'Alert on pool use', owner: 'Mei Tanaka' }],
    });
  });

  it('[RS4] a drill stands beside drills alone, and a relapse names what it came from whatever the service', () => {
    const incidents = [
      earlier('DRILL', '2026-02-21', { drill: true }),
      earlier('FIRST', '2026-03-01', { services: [] }),
    ];
    const { similar } = sourceOf(failing({ relapseOf: 'FIRST' as IncidentId }), incidents);
    expect(similar.map(({ id, because }) => [id, because])).toEqual([['FIRST', 'this one is its relapse']]);
    expect(sourceOf(failing({ drill: true }), incidents).similar.map(({ id }) => id)).toEqual(['DRILL']);
  });

  it('[RS5] the whole document can be made from it, and the shared edition leaves restricted entries out', () => {
    const player = failing();
    player.must('09:20', { type: 'RecordEntry', kind: 'note', text: 'call 0123', visibility: 'restricted' });
    const whole = toReviewSource(player.state(), defaultPlaybook, options);
    const shared = toReviewSource(player.state(), defaultPlaybook, { ...options, edition: 'shared' });
    expect(sectionText(pir(whole), 'appendix')).toContain('call 0123');
    expect(sectionText(pir(shared), 'appendix')).not.toContain('call 0123');
    expect(pir(whole).head).toBe(player.state().head);
  });
});

describe('clocks in the review', () => {
  it('[CE8] corrected times stand behind the recorded ones, moves in the row, and figures say that they use neither', () => {
    const player = failing();
    player.must('09:10', { type: 'RecordEntry', kind: 'note', text: 'errors seen', key: true });
    player.must('09:12', { type: 'StateClockError', errorMs: 180_000, against: 'NTP' });
    player.moveClock(-600_000);
    player.must('09:05', { type: 'RecordEntry', kind: 'note', text: 'after the clock was set', key: true });
    const review = pir(sourceOf(player));
    const timeline = sectionText(review, 'timeline');
    expect(timeline).toContain('09:10:00 (corrected 09:07:00)');
    expect(timeline).toContain('after the clock was set [clock moved back by 10m 00s]');
    expect(timeline).toContain('The clock of ann is 3m 00s fast against NTP. Stated by Ann Lee.');
    expect(sectionText(review, 'metrics')).toContain('These figures use the times as they were recorded.');
    expect(sectionText(review, 'appendix')).toContain('09:10:00 (corrected 09:07:00)');
  });

  it('[CE8] say nothing where nothing was stated', () => {
    const review = pir(sourceOf(failing()));
    expect(sectionText(review, 'timeline')).not.toContain('orrected');
    expect(sectionText(review, 'metrics')).not.toContain('clock');
  });
});
