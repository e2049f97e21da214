import { expect, test } from 'vitest';
import { momentOfClocks } from '../../../../renderer/features/clocks/moment-of-clocks.ts';
import type { Instant } from '../../../../shared/kernel/instant.ts';

const shown = '2026-03-02T09:04:10.000Z' as Instant;
const at = (text: string) => ({ at: `2026-03-02T${text}Z` as Instant });

test('[TB1] a milestone of the second that the clocks show is not in their future', () => {
  expect(momentOfClocks(shown, { detected: at('09:04:10.700'), triaged: at('09:04:10.900') })).toBe(
    '2026-03-02T09:04:10.900Z',
  );
});

test('[TB1] what is really ahead stays ahead, and the past changes nothing', () => {
  expect(momentOfClocks(shown, { detected: at('09:04:11.000'), fixed: at('09:05:00.000') })).toBe(shown);
  expect(momentOfClocks(shown, { detected: at('09:04:09.999') })).toBe(shown);
  expect(momentOfClocks(shown, {})).toBe(shown);
});
