import { dayMs, formatLimit, minutesToMs } from '../kernel/duration.ts';
import { addMs, elapsedMs, type Instant, instantToMs, msToInstant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { formatClock, parseClock, parseComingClock } from '../kernel/zone.ts';
import { currentSeverity } from '../lifecycle/severity.ts';
import { cadenceOf, intervalMs, stretchAt } from './cadence.ts';
import { offeredNextTime } from './due.ts';
import { type CadenceInput, detectedAtOf } from './updates-input.ts';

const gridMs = minutesToMs(5);

/** How long this audience may wait for the next update, ms; undefined where no interval runs. */
export const longestWaitMs = (input: CadenceInput, audience: string, now: Instant): number | undefined => {
  const { lifecycle, playbook, timeline } = input;
  const cadence = cadenceOf(playbook, currentSeverity(lifecycle)?.severity, audience);
  const detectedAt = detectedAtOf(lifecycle);
  if (cadence.kind !== 'interval' || !detectedAt) return undefined;
  const restartedAt = lifecycle.reopenings.at(-1)?.recordedAt;
  const factor = stretchAt(timeline.decisions.values(), playbook, { detectedAt, restartedAt, sentAt: now });
  return intervalMs(cadence, playbook) * factor;
};

/** A next time that a press chooses: how long from now it is meant to be, and the moment, cut to 5 min. */
export interface OfferedTime {
  readonly waitMs: number;
  readonly at: Instant;
}

/** The cadence, and a shorter wait of three quarters of it; none where no interval runs. */
export const offeredNextTimes = (input: CadenceInput, audience: string, now: Instant): readonly OfferedTime[] => {
  const longest = longestWaitMs(input, audience, now);
  const full = offeredNextTime(input, audience, now);
  if (longest === undefined || !full) return [];
  const shortMs = Math.floor((longest * 0.75) / gridMs) * gridMs;
  const short = cut(addMs(now, shortMs));
  const offers = shortMs > 0 && short > now && short < full ? [{ waitMs: shortMs, at: short }] : [];
  return [...offers, { waitMs: longest, at: full }];
};

/**
 * A typed next time as the first such moment after `now`. Refuses what is no time of day, and what lies later than the
 * cadence allows.
 */
export const readNextTime = (
  typed: string,
  { zone, now, longestMs }: { readonly zone: string; readonly now: Instant; readonly longestMs: number | undefined },
): Result<Instant, string> => {
  const reading = parseComingClock(typed, zone, now);
  if (!reading.ok) return err(`${reading.error}.`);
  const at = reading.value;
  // Seconds do not count against anybody: 10:51 is fine for 20 min from 10:31:40.
  if (longestMs !== undefined && elapsedMs(now, at) > longestMs + minutesToMs(1))
    return err(`The cadence is ${formatLimit(longestMs)}: ${formatClock(addMs(now, longestMs), zone)} at the latest.`);
  return ok(at);
};

/** What the text itself promises: the moment nearest to `now` with that clock time; undefined where it names none. */
export const promiseInText = (text: string, zone: string, now: Instant): Instant | undefined => {
  const [, clock] = /next update (?:by|at) (?:[^.\n]*?)(\d{1,2}:\d{2})/i.exec(text) ?? [];
  const reading = clock === undefined ? undefined : parseClock(clock, zone, addMs(now, dayMs / 2));
  if (!reading?.ok) return undefined;
  return reading.value.kind === 'sure' ? reading.value.at : reading.value.candidates.at(-1);
};

/** The text with another next time; unchanged where it names none. `clock`: `10:50 UTC`. */
export const withNextTime = (text: string, clock: string): string =>
  text.replace(/(next update (?:by|at) )[^.\n]*/i, (_line, words: string) => `${words}${clock}`);

const cut = (instant: Instant): Instant => msToInstant(Math.floor(instantToMs(instant) / gridMs) * gridMs);
