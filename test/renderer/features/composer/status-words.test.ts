import { describe, expect, it } from 'vitest';
import { statusOptions, statusWordIn, withStatusWord } from '../../../../renderer/features/composer/status-words.ts';
import { declared, impact, reached, type Step, time, world } from '../../../support/updates-world.ts';

const lockedAt = (steps: readonly Step[], now: string) =>
  statusOptions(world(steps), time(now), 'UTC').map(({ word, locked }) => (locked ? `${word}: ${locked}` : word));

describe('the status word of a public update', () => {
  it('[CM4] words that the record does not hold are locked, with the reason', () => {
    expect(lockedAt([declared()], '09:12')).toEqual([
      'Investigating',
      'Identified: No cause is recorded as found yet.',
      'Monitoring: No fix is recorded yet.',
      'Resolved: Restored is not recorded yet.',
    ]);
  });

  it('[CM4] while the watch window runs it says from when "Resolved" may be said', () => {
    const steps = [declared(), impact('09:05', 'full'), reached('identified', '09:32'), reached('fixed', '10:10')];
    expect(lockedAt([...steps, impact('10:25', 'none')], '10:31').at(-1)).toBe(
      'Resolved: From 10:55, when the watch window ends.',
    );
  });

  it('[CM5] the word is read from the text and put into it', () => {
    expect(statusWordIn('Monitoring. A repair is in place.')).toBe('Monitoring');
    expect(statusWordIn('A repair is in place.')).toBeUndefined();
    expect(withStatusWord('Monitoring. A repair.', 'Investigating')).toBe('Investigating. A repair.');
    expect(withStatusWord('A repair.', 'Monitoring')).toBe('Monitoring. A repair.');
  });
});
