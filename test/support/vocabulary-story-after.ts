import { manyScripts } from './many-scripts.ts';
import { minute, type StoryStep, step } from './story-step.ts';

/** From the repair to the review. */
export const afterSteps: readonly StoryStep[] = [
  step('backup', 60, { type: 'RecordRecoveryInstant', instant: 'backupAsOf', dataset: 'orders', at: minute(-90) }),
  step('restoring', 61, {
    type: 'NoteRestoreProgress',
    dataset: 'orders',
    text: '3 of 7 shards',
    expectedAt: minute(80),
  }),
  step('aware', 62, { type: 'RecordRegulatorInstant', instant: 'awareAt', reason: 'the officer was told' }),
  step('identified', 63, { type: 'ReachMilestone', milestone: 'identified' }),
  step('not-identified', 64, { type: 'WithdrawDiagnosis', reason: 'the flag was off all the time' }),
  step('restore-first', 65, { type: 'MovePhase', phase: 'fix', reason: 'we restore before we know' }),
  step('fixed', 66, {
    type: 'ReachMilestone',
    milestone: 'fixed',
    reason: 'the cause is still looked for',
    fix: { change: 'pool doubled', check: 'waiting queries at 0', rollback: 'halve it' },
  }),
  step('well', 67, { type: 'ChangeImpact', level: 'none' }),
  step('restored', 100, { type: 'ReachMilestone', milestone: 'recovered', evidence: ['errors under 0.1 %'] }),
  step('restored-earlier', 101, {
    type: 'CorrectMilestone',
    milestone: 'recovered',
    at: minute(99),
    range: { earliest: minute(98), latest: minute(100) },
    reason: 'the graph says so',
  }),
  step('relapse', 105, { type: 'ReopenIncident', reason: 'errors are back', level: 'degraded' }),
  step('well-again', 110, { type: 'ChangeImpact', level: 'none', text: 'users are well' }),
  step('restored-again', 150, { type: 'ReachMilestone', milestone: 'recovered', evidence: ['0 errors, 40 min'] }),
  step('owner', 160, { type: 'SetReviewDetails', owner: 'Bob Ray', meetingDate: '2026-03-05' }),
  step('factor', 161, {
    type: 'AddFactor',
    text: 'a flag for everyone at once',
    category: 'prevent.code-quality',
    effect: 'made-worse',
  }),
  step('factor-changed', 162, (first) => ({
    type: 'ChangeFactor',
    factor: first('factor'),
    text: 'a flag, ⅓ rollout',
  })),
  step('action', 163, { type: 'AddAction', text: 'limit connections', actionType: 'prevent', due: '2026-04-01' }),
  step('action-taken', 164, (first) => ({ type: 'ChangeAction', action: first('action'), state: 'doing' })),
  step('section', 165, {
    type: 'WriteSection',
    section: 'summary',
    markdown: `# Summary\n\n${manyScripts.join('\n\n')}`,
  }),
  step('check', 166, { type: 'MarkReviewCheck', check: 'outside-reader', done: true }),
  step('in-review', 167, { type: 'ChangeReviewStatus', status: 'in-review' }),
];
