import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { formatClock, toLocalTime } from '../../../shared/kernel/zone.ts';

const clockAloneMs = 12 * 3_600_000;

/** An instant as it could be typed: the clock alone while that is clear, with its day otherwise. */
export const momentText = (at: Instant, zone: string, now: Instant): string => {
  const ago = elapsedMs(at, now);
  const clock = formatClock(at, zone, !/:00\.\d{3}Z$/.test(at));
  return ago >= 0 && ago < clockAloneMs ? clock : `${toLocalTime(at, zone).date} ${clock}`;
};
