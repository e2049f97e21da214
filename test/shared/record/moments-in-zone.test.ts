import { expect, it } from 'vitest';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { momentsInZone } from '../../../shared/record/moments-in-zone.ts';
import { refuseFuture } from '../../../shared/record/occurrence.ts';

const at = (text: string) => text as Instant;

it('[TL4] a refused moment is named in the zone of the screen, as is now', () => {
  const refusal = refuseFuture(at('2026-07-02T22:45:10.000Z'), at('2026-07-02T10:31:00.000Z'), 'at');
  expect(momentsInZone(refusal?.message ?? '', refusal?.moments ?? [], 'Asia/Kathmandu')).toBe(
    '3 Jul 2026 04:30:10 GMT+5:45 is still to come: it is now 2 Jul 2026 16:16:00 GMT+5:45. Check the time and its zone.',
  );
  expect(momentsInZone(refusal?.message ?? '', refusal?.moments ?? [], 'UTC')).toBe(refusal?.message);
});
