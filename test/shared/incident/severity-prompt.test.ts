import { expect, test } from 'vitest';
import { severityPrompt } from '../../../shared/incident/severity-prompt.ts';
import { hoursToMs } from '../../../shared/kernel/duration.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { createPlayer, type IncidentPlayer, testDigest, toInstant } from '../../support/incident-player.ts';

const declared = (severity?: string): IncidentPlayer => {
  const player = createPlayer();
  player.must('09:00', {
    type: 'DeclareIncident',
    title: 'Totals are wrong',
    playbook: testDigest,
    failureAt: toInstant('08:00'),
    ...(severity === undefined ? {} : { severity }),
  });
  return player;
};
const promptAt = (player: IncidentPlayer, at: string) => severityPrompt(player.state(), defaultPlaybook, toInstant(at));
const lose = (player: IncidentPlayer, at: string) =>
  player.must(at, { type: 'MakeDataStatement', data: 'confirmed', text: '3 customers lost their orders' });

test('[NEXT40] confirmed harm to data asks for the worst level, possible harm does not', () => {
  const player = declared('SEV2');
  player.must('09:05', { type: 'MakeDataStatement', data: 'possible', text: 'we look' });
  expect(promptAt(player, '09:06')).toBeUndefined();
  lose(player, '09:10');
  expect(promptAt(player, '09:11')).toEqual({
    to: 'SEV1',
    from: 'SEV2',
    because: 'Data loss or exposure is confirmed',
    since: toInstant('09:10'),
  });
});

test('[NEXT40] without a severity, and not at the worst one', () => {
  const none = declared();
  lose(none, '09:10');
  expect(promptAt(none, '09:11')).not.toHaveProperty('from');
  const worst = declared('SEV1');
  lose(worst, '09:10');
  expect(promptAt(worst, '09:11')).toBeUndefined();
});

test('[NEXT40] a severity chosen since, or a decision that names the level, answers it; older and other ones do not', () => {
  const byDecision = declared('SEV2');
  byDecision.must('09:05', { type: 'MakeDecision', question: 'Raise to SEV1?', chosen: 'Not yet' });
  lose(byDecision, '09:10');
  byDecision.must('09:11', { type: 'MakeDecision', question: 'Roll back?', chosen: 'Yes' });
  expect(promptAt(byDecision, '09:12')).toBeDefined();
  byDecision.must('09:13', { type: 'MakeDecision', question: 'Raise to SEV1?', chosen: 'Keep SEV2' });
  expect(promptAt(byDecision, '09:14')).toBeUndefined();
  const bySeverity = declared('SEV2');
  lose(bySeverity, '09:10');
  bySeverity.must('09:11', { type: 'ChangeSeverity', severity: 'SEV3', reason: 'three test accounts' });
  expect(promptAt(bySeverity, '09:12')).toBeUndefined();
  lose(bySeverity, '09:20');
  expect(promptAt(bySeverity, '09:21')).toMatchObject({ from: 'SEV3' });
});

test('[NEXT40] a missed RTO asks from the moment it was missed', () => {
  const player = declared('SEV2');
  player.must('09:01', { type: 'SetObjectives', dataset: 'orders', rtoMs: hoursToMs(2) });
  expect(promptAt(player, '09:59')).toBeUndefined();
  expect(promptAt(player, '10:01')).toMatchObject({
    because: 'The RTO of orders is missed',
    since: toInstant('10:00'),
  });
});
