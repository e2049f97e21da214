import { describe, expect, it } from 'vitest';
import { minutesToMs } from '../../../shared/kernel/duration.ts';
import { sentRows } from '../../../shared/updates/sent-rows.ts';
import { declared, sent, world } from '../../support/updates-world.ts';

describe('what an audience was told', () => {
  it('[NT6] newest first, each against the time that was owed', () => {
    const input = world([
      declared(),
      sent('public', '09:12', { promise: '09:30', n: 1, id: 'first' }),
      sent('exec', '09:15', { n: 1, id: 'other' }),
      sent('public', '09:33', { n: 2, id: 'second' }),
    ]);
    expect(
      sentRows(input, 'public').map(({ sent: { event }, lateMs, isFirst }) => [event.id, lateMs, isFirst]),
    ).toEqual([
      ['second', minutesToMs(3), false],
      ['first', minutesToMs(-2), true],
    ]);
  });
});
