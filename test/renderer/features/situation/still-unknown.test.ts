import { expect, test } from 'vitest';
import { asksStillUnknown } from '../../../../renderer/features/situation/still-unknown.ts';
import { createPlayer, type IncidentPlayer, testDigest, toInstant } from '../../../support/incident-player.ts';

const asks = (player: IncidentPlayer, at: string): boolean => {
  const { lifecycle, updates } = player.state();
  return asksStillUnknown(lifecycle, updates.facts.get('unknown'), toInstant(at));
};
const open = (): IncidentPlayer => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'x', severity: 'SEV1', playbook: testDigest });
  return player;
};
const identified = { type: 'ReachMilestone', milestone: 'identified', cause: 'a bad build', reason: 'seen' } as const;

test('[SIT2] a stated unknown is asked after once the cause was identified later', () => {
  const player = open();
  expect(asks(player, '12:00')).toBe(false);
  player.must('09:10', { type: 'StateFact', field: 'unknown', text: 'what fails' });
  expect(asks(player, '09:30')).toBe(false);
  player.must('09:31', identified);
  expect(asks(player, '09:32')).toBe(true);
  player.must('09:33', { type: 'StateFact', field: 'unknown', text: 'what fails' });
  expect(asks(player, '09:34')).toBe(false);
});

test('[SIT2] and when it has stood for more than two hours, while the incident is open', () => {
  const player = open();
  player.must('09:10', { type: 'StateFact', field: 'unknown', text: 'how many' });
  expect(asks(player, '11:10')).toBe(false);
  expect(asks(player, '11:11')).toBe(true);
  player.must('11:12', { type: 'CloseIncident', as: 'false-alarm', reason: 'a probe was wrong' });
  expect(asks(player, '11:13')).toBe(false);
});
