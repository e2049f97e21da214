import { dayMs, hoursToMs } from './duration.ts';
import { addMs, elapsedMs, type Instant, instantToMs, msToInstant } from './instant.ts';
import { err, ok, type Result } from './result.ts';

/** What a wall clock and a calendar show at one moment in one zone. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** A typed clock time, read in a zone. */
export type ClockReading =
  | { readonly kind: 'sure'; readonly at: Instant }
  /** The line has to ask: the time lies over 12 h back, or the zone's clock showed it twice. */
  | { readonly kind: 'ask'; readonly why: 'long-ago' | 'twice'; readonly candidates: readonly Instant[] };

const longAgoMs = hoursToMs(12);
const formats = new Map<string, Intl.DateTimeFormat>();

/** True for IANA names that this machine's zone data knows, and for `UTC`. */
export const isZone = (zone: string): boolean => {
  try {
    return zone !== '' && Boolean(formatOf(zone));
  } catch {
    return false;
  }
};

/** @throws RangeError for an unknown zone: check with `isZone` where it comes from outside. */
export const toLocalTime = (instant: Instant, zone: string): LocalTime => {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instantToMs(instant))) parts[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  return {
    date: `${year.padStart(4, '0')}-${month}-${day}`,
    hour: Number(hour) % 24,
    minute: Number(minute),
    second: Number(second),
  };
};

/** Minutes that the zone's clock is ahead of UTC at that moment; cut to whole minutes. */
export const offsetMinutes = (instant: Instant, zone: string): number => {
  const local = toLocalTime(instant, zone);
  const asUtc = Date.parse(`${local.date}T${two(local.hour)}:${two(local.minute)}:${two(local.second)}Z`);
  return Math.trunc((asUtc - Math.floor(instantToMs(instant) / 1000) * 1000) / 60_000);
};

/** `10:31`, or `10:31:12` with seconds; 24 h. */
export const formatClock = (instant: Instant, zone: string, seconds = false): string => {
  const local = toLocalTime(instant, zone);
  return `${two(local.hour)}:${two(local.minute)}${seconds ? `:${two(local.second)}` : ''}`;
};

/** `10:31`; with its day, `5 Mar 2026 10:31`, where that is not the day of `now` in the zone. */
export const formatDueClock = (instant: Instant, zone: string, now: Instant): string => {
  const clock = formatClock(instant, zone);
  const day = formatDate(instant, zone);
  return day === formatDate(now, zone) ? clock : `${day} ${clock}`;
};

/** `2 Mar 2026`. */
export const formatDate = (instant: Instant, zone: string): string => {
  const [year, month, day] = toLocalTime(instant, zone).date.split('-').map(Number);
  return `${day} ${monthNames[(month ?? 1) - 1]} ${year}`;
};

/** What people call the zone at that moment: `UTC`, `CEST`, `GMT+5:45`. */
export const zoneName = (instant: Instant, zone: string): string =>
  zone === 'UTC'
    ? 'UTC'
    : (new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' })
        .formatToParts(instantToMs(instant))
        .find((part) => part.type === 'timeZoneName')?.value ?? zone);

/**
 * Reads `9:04`, `09:04` or `09:04:30` as the latest moment not after `now` at which the zone's clock showed it.
 * Refuses text that is no clock time, and a time that the zone skipped within the last two days.
 */
export const parseClock = (text: string, zone: string, now: Instant): Result<ClockReading, string> => {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  const [hour, minute, second] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3] ?? 0)];
  if (!match || hour > 23 || minute > 59 || second > 59) return err(`"${text}" is no time of day like 14:05`);
  const today = Date.parse(`${toLocalTime(now, zone).date}T00:00:00Z`);
  // A zone's clock may have shown the time yesterday only, or twice on the day it was set back.
  const candidates = [0, 1, 2]
    .flatMap((daysBack) => momentsOf(today - daysBack * dayMs + (hour * 3600 + minute * 60 + second) * 1000, zone))
    .filter((at) => at <= now)
    .sort()
    .reverse();
  const [latestOne, oneBefore] = candidates;
  if (!latestOne) return err(`The clock in ${zone} never showed ${text} in the last two days`);
  if (oneBefore && elapsedMs(oneBefore, latestOne) < dayMs / 2)
    return ok({ kind: 'ask', why: 'twice', candidates: [oneBefore, latestOne] });
  return elapsedMs(latestOne, now) > longAgoMs
    ? ok({ kind: 'ask', why: 'long-ago', candidates: [latestOne] })
    : ok({ kind: 'sure', at: latestOne });
};

/**
 * Reads a time of day as the first moment after `now`, within a day, at which the zone's clock will show it: a promise,
 * a look again. Refuses
 * text that is no clock time, and a time that the zone skips in that day. Of a time shown twice it is the earlier: nobody waits an hour longer than was said.
 */
export const parseComingClock = (text: string, zone: string, now: Instant): Result<Instant, string> => {
  const reading = parseClock(text, zone, addMs(now, dayMs));
  if (!reading.ok) return reading;
  const candidates = reading.value.kind === 'sure' ? [reading.value.at] : reading.value.candidates;
  const at = candidates.toSorted().find((candidate) => candidate > now);
  return at === undefined ? err(`The clock in ${zone} will not show ${text.trim()} within a day`) : ok(at);
};

/** Every moment at which the zone's clock shows that local time, given in ms as if it were UTC: none, one or two. */
export const momentsOf = (localAsUtcMs: number, zone: string): Instant[] => {
  const guess = msToInstant(localAsUtcMs);
  const offsets = new Set([-dayMs, 0, dayMs].map((shift) => offsetMinutes(addMs(guess, shift), zone)));
  return [...offsets]
    .map((offset) => addMs(guess, -offset * 60_000))
    .filter((at) => instantToMs(at) + offsetMinutes(at, zone) * 60_000 === localAsUtcMs);
};

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, format);
  return format;
};

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');
