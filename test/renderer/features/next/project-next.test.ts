import { expect, test } from 'vitest';
import { spoken } from '../../../../renderer/features/next/next-item.ts';
import { projectNext, type RecordTrouble } from '../../../../renderer/features/next/project-next.ts';
import { minutesToMs } from '../../../../shared/kernel/duration.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { createPlayer, type IncidentPlayer, testDigest, toInstant } from '../../../support/incident-player.ts';

/** Commanded and led, SEV1, every audience told at 09:10 with a far promise: nothing is due. */
const quiet = (): IncidentPlayer => {
  const player = createPlayer();
  player.must('09:00', {
    type: 'DeclareIncident',
    title: 'Checkout fails',
    severity: 'SEV1',
    detectedAt: toInstant('09:00'),
    playbook: testDigest,
    commander: 'Ann Lee',
    lead: 'Jonas Berg',
  });
  for (const audience of ['chat', 'exec', 'support', 'public'])
    player.must('09:01', {
      type: 'SendUpdate',
      audience,
      text: 'We look into it.',
      situation: 'detected',
      promisedAt: toInstant(audience === 'public' ? '09:30' : '09:50'),
    });
  return player;
};

const nextAt = (player: IncidentPlayer, at: string, trouble?: RecordTrouble) =>
  projectNext({ state: player.state(), playbook: defaultPlaybook, now: toInstant(at), zone: 'UTC', trouble });

const namesAt = (player: IncidentPlayer, at: string) => {
  const { first, following } = nextAt(player, at);
  return [first, ...following].map((item) => item?.id.split(':')[0]);
};

test('[NEXT1] nothing due: a quiet sentence with what comes next and no filled block', () => {
  const next = nextAt(quiet(), '09:05');
  expect(next.first).toBeUndefined();
  expect(next.isFilled).toBe(false);
  expect(spoken(next.quiet.what)).toBe('Nothing is due.');
  expect(spoken(next.quiet.why)).toBe('Next: Public in 25m 00s');
});

test('[NEXT2] soon is a half disc and not filled; due and overdue fill the bar', () => {
  const player = quiet();
  player.must('09:11', { type: 'MakeDecision', question: 'Go on?', chosen: 'Yes' });
  expect(nextAt(player, '09:26').first).toMatchObject({ id: 'update:public', shape: 'soon' });
  expect(nextAt(player, '09:26').isFilled).toBe(false);
  expect(spoken(nextAt(player, '09:30:10').first?.what ?? { before: '' })).toBe('Public update is due now');
  const overdue = nextAt(player, '09:31:12');
  expect(spoken(overdue.first?.what ?? { before: '' })).toBe('Public update overdue 1m 12s');
  expect(overdue.first?.why).toBe('Promised for 09:30.');
  expect(overdue.isFilled).toBe(true);
});

test('[NEXT3] order: overdue promise, expired time-box, waiting decision, unfilled role, soon', () => {
  const player = quiet();
  player.must('09:02', { type: 'AskDecision', question: 'Roll back?' });
  player.must('09:02', { type: 'GiveTask', owner: 'Mei', text: 'Count orders', timeBoxMs: minutesToMs(20) });
  player.must('09:03', { type: 'AssignRole', role: 'lead', person: '' });
  player.must('09:04', {
    type: 'ReachMilestone',
    milestone: 'triaged',
    impact: { level: 'full', text: 'no payments' },
  });
  player.must('09:05', { type: 'MakeDecision', question: 'Wait?', chosen: 'No' });
  expect(namesAt(player, '09:29')).toEqual(['task', 'decision', 'role', 'update']);
  expect(namesAt(player, '09:33').slice(0, 3)).toEqual(['update', 'task', 'decision']);
});

test('[NEXT4] a record that is late or failed is the most urgent thing there is', () => {
  const late = nextAt(quiet(), '09:31:12', { kind: 'late', since: toInstant('09:31:09') });
  expect(late.first?.id).toBe('record');
  expect(spoken(late.first?.what ?? { before: '' })).toBe('Not on disk yet, 3s');
  expect(late.isFilled).toBe(true);
  expect(late.following[0]?.id).toBe('update:public');
  const failed = nextAt(quiet(), '09:05', {
    kind: 'failed',
    since: toInstant('09:05'),
    sentence: 'The stick is full.',
  });
  expect(failed.first?.why).toBe('The stick is full.');
});

test('[NEXT5] the box of the phase asks once it has run out, until somebody decides', () => {
  const player = quiet();
  player.must('09:04', {
    type: 'ReachMilestone',
    milestone: 'triaged',
    impact: { level: 'full', text: 'no payments' },
  });
  for (const audience of ['chat', 'exec', 'support', 'public'])
    player.must('09:06', {
      type: 'SendUpdate',
      audience,
      text: 'x',
      situation: 'triaged',
      promisedAt: toInstant('11:30'),
    });
  expect(namesAt(player, '09:20')).not.toContain('phase');
  expect(namesAt(player, '09:36')).toContain('phase');
  player.must('09:36', { type: 'MakeDecision', question: 'Go on?', chosen: 'Change approach' });
  expect(namesAt(player, '09:37')).not.toContain('phase');
  // It rolls: half an hour later it asks again.
  expect(namesAt(player, '10:05')).toContain('phase');
});

test('[NEXT6] at most three follow', () => {
  const player = quiet();
  for (const n of [1, 2, 3, 4, 5]) player.must('09:02', { type: 'AskDecision', question: `Question ${n}?` });
  const next = nextAt(player, '09:05');
  expect(next.following).toHaveLength(3);
  expect(next.first?.what.before).toBe('Question 1?');
});

test('[NEXT7] a closed incident asks for nothing but what is still promised', () => {
  const player = quiet();
  player.must('09:02', { type: 'AskDecision', question: 'Roll back?' });
  player.must('09:05', { type: 'CloseIncident', as: 'false-alarm', reason: 'the probe was wrong' });
  expect(namesAt(player, '09:31')).toContain('update');
  expect(namesAt(player, '09:31')).not.toContain('decision');
});

test('[NEXT8] once the watch window is over, restoring is offered', () => {
  const player = quiet();
  player.must('09:04', {
    type: 'ReachMilestone',
    milestone: 'triaged',
    impact: { level: 'full', text: 'no payments' },
  });
  player.must('09:05', { type: 'ReachMilestone', milestone: 'identified', cause: 'a bad flag' });
  player.must('09:06', {
    type: 'ReachMilestone',
    milestone: 'fixed',
    fix: { change: 'flag off', check: 'payments pass' },
  });
  player.must('09:07', { type: 'ChangeImpact', level: 'none' });
  const offers = (at: string) => {
    const { first, following } = nextAt(player, at);
    return [first, ...following].some((item) => item?.id === 'restore');
  };
  for (const audience of ['chat', 'exec', 'support', 'public'])
    player.must('09:08', {
      type: 'SendUpdate',
      audience,
      text: 'Fix is in.',
      situation: 'fixed',
      promisedAt: toInstant('11:00'),
    });
  expect(offers('09:36')).toBe(false);
  expect(offers('09:37')).toBe(true);
});

/** Restored on Monday 2 March 2026 at 09:40, every audience told. */
const restored = (severity: 'SEV1' | 'SEV2' | 'SEV4'): IncidentPlayer => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'Checkout fails', severity, playbook: testDigest });
  player.must('09:10', {
    type: 'ReachMilestone',
    milestone: 'fixed',
    reason: 'rolled back',
    fix: { change: 'rolled back', check: 'payments pass' },
  });
  player.must('09:11', { type: 'ChangeImpact', level: 'none' });
  player.must('09:40', {
    type: 'ReachMilestone',
    milestone: 'recovered',
    reason: 'quiet enough',
    evidence: ['errors 0.4 %'],
  });
  for (const audience of ['chat', 'exec', 'support', 'public'])
    player.must('09:41', { type: 'SendUpdate', audience, text: 'All well.', situation: 'restored', closing: true });
  return player;
};
const meetingOn = (player: IncidentPlayer, day: string) =>
  projectNext({
    state: player.state(),
    playbook: defaultPlaybook,
    now: `2026-03-${day}T12:00:00.000Z` as ReturnType<typeof toInstant>,
    zone: 'UTC',
  });

test('[NEXT9] after the restoration Next names the review and the day that it is due by', () => {
  const { first, isFilled } = meetingOn(restored('SEV1'), '02');
  expect(first).toMatchObject({ shape: 'waiting', act: { label: 'Open the review', target: { kind: 'review' } } });
  expect(spoken(first?.what ?? { before: '' })).toBe('Review meeting has no date; due by 5 Mar');
  expect(isFilled).toBe(false);
  // Five business days: the weekend of 7 and 8 March does not count.
  expect(spoken(meetingOn(restored('SEV2'), '02').first?.what ?? { before: '' })).toContain('due by 9 Mar');
  expect(meetingOn(restored('SEV4'), '02').first).toBeUndefined();
});

test('[NEXT9] the review is soon the day before, due on its day, and over after it', () => {
  const player = restored('SEV1');
  const shape = (day: string) => meetingOn(player, day).first?.shape;
  expect([shape('03'), shape('04'), shape('05'), shape('06')]).toEqual(['waiting', 'soon', 'soon', 'over']);
  expect(spoken(meetingOn(player, '05').first?.what ?? { before: '' })).toContain('due today');
  expect(meetingOn(player, '06').isFilled).toBe(true);
  player.must('10:00', { type: 'SetReviewDetails', owner: 'Ann Lee', meetingDate: '2026-03-05' });
  expect(meetingOn(player, '06').first).toBeUndefined();
});

test('[NEXT30] an offered hand-off stands in Next until it is accepted, before what else waits', () => {
  const player = quiet();
  player.must('09:05', { type: 'OfferHandoff', role: 'ic', to: 'David Okafor', risks: ['Double charges'] });
  expect(nextAt(player, '09:05:48').first).toMatchObject({
    shape: 'waiting',
    what: { before: 'David Okafor has not accepted yet' },
    why: 'Ann Lee stays Incident Commander. Offered 48s ago.',
    act: { target: { kind: 'handoff', role: 'ic' } },
  });
  const [offer] = [...player.state().roles.offers.keys()];
  if (!offer) throw new Error('no offer');
  player.must('09:06', { type: 'AcceptHandoff', offer, person: 'David Okafor', risksReadBack: ['Double charges'] });
  expect(namesAt(player, '09:06')).not.toContain('handoff');
});

test('[NEXT31] a waiting decision says who decides, also after the hand-off', () => {
  const player = quiet();
  player.must('09:02', { type: 'AskDecision', question: 'Roll back?', askedBy: 'Bo Chen' });
  expect(nextAt(player, '09:04').first?.why).toBe('Ann Lee decides. Asked by Bo Chen, waiting 2m 00s.');
  player.must('09:05', { type: 'AssignRole', role: 'ic', person: 'David Okafor' });
  expect(nextAt(player, '09:06').first?.why).toBe('David Okafor decides. Asked by Bo Chen, waiting 4m 00s.');
  player.must('09:07', { type: 'AssignRole', role: 'ic', person: '' });
  expect(nextAt(player, '09:08').first?.why).toBe('Asked by Bo Chen, waiting 6m 00s.');
});

test('[NEXT40] harm to data that asks for SEV1 waits before other decisions', () => {
  const player = quiet();
  player.must('09:02', { type: 'ChangeSeverity', severity: 'SEV2', reason: 'a workaround exists' });
  player.must('09:03', { type: 'AskDecision', question: 'Roll back?' });
  player.must('09:04', { type: 'MakeDataStatement', data: 'confirmed', text: 'three orders lost' });
  expect(namesAt(player, '09:05')).toEqual(['severity', 'decision']);
  const { first, isFilled } = nextAt(player, '09:05');
  expect(spoken(first?.what ?? { before: '' })).toBe('Data loss or exposure is confirmed: raise to SEV1?');
  expect(first?.why).toBe('It is SEV2. Raise it, or say why it stays.');
  expect(isFilled).toBe(false);
});

test('[AL3] late by a whole interval the bar reaches across the page and says so; the order stays that of the lateness', () => {
  const player = quiet();
  // Public: 09:30 and 20 min. Responders: 09:50 and 15 min, so both are level 3 at 10:05.
  expect(nextAt(player, '09:49:59')).toMatchObject({ isFilled: true, isAcross: false });
  const late = nextAt(player, '09:50');
  expect(late).toMatchObject({ isAcross: true, first: { id: 'update:public' } });
  expect(late.first?.why).toContain('A whole interval late. Promised for 09:30.');
  const both = nextAt(player, '10:05');
  expect(both.first?.id).toBe('update:public');
  const responders = both.following.find(({ id }) => id === 'update:chat');
  expect(spoken(responders?.brief ?? { before: '' })).toBe('Responders overdue 15m 00s (a whole interval)');
});

test('[NEXT41] an update that is late enough for the Deputy says whom to tell', () => {
  const player = quiet();
  expect(nextAt(player, '09:34').first).not.toHaveProperty('isEscalated');
  const escalated = nextAt(player, '09:35').first;
  expect(escalated).toMatchObject({ id: 'update:public', isEscalated: true });
  expect(escalated?.why).toBe('Promised for 09:30. Nobody is Deputy: name one.');
  player.must('09:05', { type: 'AssignRole', role: 'deputy', person: 'Eva Marin' });
  expect(nextAt(player, '09:35').first?.why).toBe('Promised for 09:30. Tell the Deputy too: Eva Marin.');
});
