import { describe, expect, test } from 'vitest';
import { audienceClocks, mostUrgentAudience } from '../../../shared/updates/urgency.ts';
import { declared, type Step, sent, time, world } from '../../support/updates-world.ts';

// SEV1, noticed at 09:04: chat is due at 09:09, support and public at 09:14, executives at 09:19.
const served: readonly Step[] = [
  sent('chat', '09:05', { promise: '09:19', id: 's1' }),
  sent('support', '09:06', { promise: '09:35', id: 's2' }),
  sent('public', '09:07', { promise: '09:25', id: 's3' }),
];
const urgent = (steps: readonly Step[], without?: string) =>
  mostUrgentAudience(world([declared(), ...steps]), time('09:08'), without)?.audience;

describe('[CD12] the most urgent audience', () => {
  test('a first update that is owed counts like a promise', () => {
    expect(audienceClocks(world([declared()]), time('09:05')).map(({ audience }) => audience)).toEqual([
      'chat',
      'support',
      'public',
      'exec',
    ]);
  });

  test('of two in the same minute it is the one that was never told', () => {
    expect(urgent(served)).toBe('exec');
    const late = { at: '09:04:30' };
    const world2 = world([declared('SEV1', late), ...served]);
    expect(mostUrgentAudience(world2, time('09:08'))?.audience).toBe('exec');
  });

  test('whoever was served is left out, an earlier promise still comes first', () => {
    expect(urgent(served, 'exec')).toBe('chat');
    expect(urgent([sent('chat', '09:05', { promise: '09:10' })])).toBe('chat');
  });

  test('where no clock runs nobody is urgent', () => {
    expect(mostUrgentAudience(world([declared('SEV5')]), time('09:08'))).toBeUndefined();
  });
});
