import { dayMs } from '../kernel/duration.ts';
import { type Instant, instantToMs } from '../kernel/instant.ts';
import type { MilestoneFact } from './metric-record.ts';
import type { MetricResult } from './metric-result.ts';

/** Milliseconds from `start` to `stop` without Saturdays and Sundays, both in UTC; holidays are nobody's to know here. */
export const businessElapsedMs = (start: Instant, stop: Instant): number => sinceMonday(stop) - sinceMonday(start);

/** The same span on the business clock, flagged, for a number must say what it measures. */
export const toBusinessTime = (
  result: MetricResult,
  start: MilestoneFact | undefined,
  stop: MilestoneFact,
): MetricResult => {
  if (!start || (result.kind !== 'value' && result.kind !== 'running')) return result;
  const clocked = {
    ...result,
    ms: businessElapsedMs(start.at, stop.at),
    flags: [...result.flags, 'business-days'],
  } as const;
  if (clocked.kind !== 'value' || !clocked.range) return clocked;
  const minMs = businessElapsedMs(start.range?.latest ?? start.at, stop.range?.earliest ?? stop.at);
  const maxMs = businessElapsedMs(start.range?.earliest ?? start.at, stop.range?.latest ?? stop.at);
  return { ...clocked, range: { minMs: Math.max(0, minMs), maxMs: Math.max(0, maxMs) } };
};

/** Business time since Monday 5 January 1970: five days of every whole week, and of this week at most five. */
const sinceMonday = (instant: Instant) => {
  const ms = instantToMs(instant) - 4 * dayMs;
  const week = Math.floor(ms / (7 * dayMs));
  return week * 5 * dayMs + Math.min(ms - week * 7 * dayMs, 5 * dayMs);
};
