import type { Instant } from '../kernel/instant.ts';
import { formatClock, formatDate, zoneName } from '../kernel/zone.ts';

/** `2 Mar 2026 10:45:10 UTC`: a moment as a refusal names it. @param zone an IANA name, or `UTC` */
export const momentInFull = (instant: Instant, zone: string): string =>
  `${formatDate(instant, zone)} ${formatClock(instant, zone, true)} ${zoneName(instant, zone)}`;

/**
 * A sentence that names these moments in UTC, with all of them in another zone. The rules know no zone: whoever shows
 * their sentence to a person does.
 */
export const momentsInZone = (sentence: string, moments: readonly Instant[], zone: string): string =>
  moments.reduce((said, at) => said.replaceAll(momentInFull(at, 'UTC'), momentInFull(at, zone)), sentence);
