import { expect, test } from 'vitest';
import { nextMilestoneWords } from '../../../../renderer/features/clocks/next-milestone-words.ts';
import { toInstant } from '../../../support/incident-player.ts';

test('[CLK7] the button says from when restoring asks nothing more', () => {
  const words = nextMilestoneWords({ milestone: 'recovered', asksReason: true, notBefore: toInstant('10:55') }, 'UTC');
  expect(words.label).toBe('Declare restored from 10:55');
  expect(words.title).toContain('asks for a reason');
  expect(nextMilestoneWords({ milestone: 'resolved', asksReason: false }, 'UTC')).toEqual({ label: 'Close out' });
});
