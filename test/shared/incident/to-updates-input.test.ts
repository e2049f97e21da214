import { describe, expect, it } from 'vitest';
import { toUpdatesInput } from '../../../shared/incident/to-updates-input.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest, testIncident } from '../../support/incident-player.ts';

const declared = (key?: string) => {
  const player = createPlayer();
  player.must('09:00', {
    type: 'DeclareIncident',
    title: 'Checkout fails',
    playbook: testDigest,
    ...(key === undefined ? {} : { key }),
  });
  return player;
};
const inputOf = (player: ReturnType<typeof createPlayer>) => toUpdatesInput(player.state(), defaultPlaybook, 'UTC');

describe('what updates are written from', () => {
  it('[NT5] an incident is called by its key, else by the end of its ULID', () => {
    expect(inputOf(declared('INC-214')).id).toBe('INC-214');
    expect(inputOf(declared()).id).toBe(testIncident.slice(-6));
  });

  it('[NT5] facts of the review count what was done of what was not declined', () => {
    const player = declared();
    expect(inputOf(player).review).toEqual({});
    player.must('12:00', { type: 'SetReviewDetails', owner: 'Ann Lee', meetingDate: '2026-03-05' });
    expect(inputOf(player).review).toEqual({ owner: 'Ann Lee', meetingDate: '2026-03-05' });
  });
});
