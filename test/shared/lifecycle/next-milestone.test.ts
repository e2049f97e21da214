import { expect, test } from 'vitest';
import { nextMilestone } from '../../../shared/lifecycle/next-milestone.ts';
import { phaseSteps } from '../../../shared/lifecycle/phase-steps.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { createPlayer, type IncidentPlayer, testDigest, toInstant } from '../../support/incident-player.ts';

const declared = (): IncidentPlayer => {
  const player = createPlayer();
  player.must('09:07', {
    type: 'DeclareIncident',
    title: 'Checkout: payments fail',
    severity: 'SEV1',
    alertedAt: toInstant('09:04'),
    failureAt: toInstant('09:00'),
    detection: { source: 'alert' },
    playbook: testDigest,
  });
  return player;
};

const nextAt = (player: IncidentPlayer, at: string) =>
  nextMilestone(player.state().lifecycle, defaultPlaybook.settings, {
    now: toInstant(at),
    by: { person: 'Ann Lee', device: 'ann' },
    newId: () => 'id' as EventId,
  });

const steps = (player: IncidentPlayer, at: string) => phaseSteps(player.state().lifecycle, toInstant(at));

test('[STEP1] the next milestone is the one that ends the running phase', () => {
  const player = declared();
  expect(nextAt(player, '09:08')).toEqual({ milestone: 'acknowledged', asksReason: false });
  player.must('09:08', { type: 'ReachMilestone', milestone: 'acknowledged', at: toInstant('09:07:30') });
  expect(nextAt(player, '09:09')?.milestone).toBe('triaged');
});

test('[STEP1] an incident that is over has no next milestone', () => {
  const player = declared();
  player.must('09:20', { type: 'CloseIncident', as: 'false-alarm', reason: 'a probe was wrong' });
  expect(nextAt(player, '09:21')).toBeUndefined();
  expect(steps(player, '09:21').map(({ state }) => state)).not.toContain('now');
});

test('[STEP2] a reason will be asked over a milestone that was jumped and while the watch window runs', () => {
  const player = declared();
  player.must('09:08', { type: 'ReachMilestone', milestone: 'acknowledged' });
  player.must('09:12', { type: 'MovePhase', phase: 'fix', reason: 'roll back first' });
  expect(nextAt(player, '09:13')).toEqual({ milestone: 'fixed', asksReason: true });
  player.must('09:20', {
    type: 'ReachMilestone',
    milestone: 'fixed',
    fix: { change: 'rolled back', check: 'test payment passes' },
    reason: 'roll back first',
  });
  player.must('09:25', { type: 'ChangeImpact', level: 'none' });
  expect(nextAt(player, '09:30')).toEqual({ milestone: 'recovered', asksReason: true, notBefore: toInstant('09:55') });
  expect(nextAt(player, '09:56')?.notBefore).toBeUndefined();
});

test('[STEP3] a step shows the time of all its visits, and the running one since when', () => {
  const player = declared();
  player.must('09:08', { type: 'ReachMilestone', milestone: 'acknowledged', at: toInstant('09:07:30') });
  expect(steps(player, '09:15')).toEqual([
    { step: 'failure', state: 'passed', ms: 240_000 },
    { step: 'detect', state: 'passed', ms: 210_000 },
    { step: 'triage', state: 'now', ms: 450_000, since: toInstant('09:07:30') },
    { step: 'identify', state: 'ahead' },
    { step: 'fix', state: 'ahead' },
    { step: 'recover', state: 'ahead' },
    { step: 'resolve', state: 'ahead' },
  ]);
});

test('[STEP4] a step that was left without its milestone is missed, not passed', () => {
  const player = createPlayer();
  player.must('09:07', { type: 'DeclareIncident', title: 'x', severity: 'SEV1', playbook: testDigest });
  player.must('09:12', { type: 'MovePhase', phase: 'fix', reason: 'roll back first' });
  const missed = () =>
    steps(player, '09:40').flatMap(({ step, state, lacks }) => (state === 'missed' ? [step, lacks] : []));
  expect(missed()).toEqual(['failure', 'failure', 'triage', 'triaged', 'identify', 'identified']);
  player.must('09:20', {
    type: 'ReachMilestone',
    milestone: 'fixed',
    fix: { change: 'rolled back', check: 'test payment passes' },
    reason: 'roll back first',
  });
  expect(steps(player, '09:40').find(({ step }) => step === 'fix')?.state).toBe('passed');
  player.must('09:30', { type: 'ReachMilestone', milestone: 'identified', cause: 'a bad build' });
  player.must('09:31', { type: 'SkipMilestone', milestone: 'triaged', reason: 'too late' });
  expect(missed()).toEqual(['failure', 'failure', 'triage', 'triaged']);
  expect(steps(player, '09:40').find(({ step }) => step === 'triage')?.isSkipped).toBe(true);
});
