import type { Brand } from './brand.ts';
import { err, ok, type Result } from './result.ts';

/**
 * A moment in UTC as RFC 3339 with milliseconds, always `YYYY-MM-DDTHH:mm:ss.sssZ`, years 0001 to 9999.
 * One fixed form, so that text order is time order (`a < b`) and the journal can be read with the naked eye.
 */
export type Instant = Brand<string, 'Instant'>;

const canonical = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const rfc3339 = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(:\d{2})?(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;
const minMs = Date.parse('0001-01-01T00:00:00.000Z');
const maxMs = Date.parse('9999-12-31T23:59:59.999Z');

/** True for the one fixed form alone, of a moment that exists. */
export const isInstant = (text: unknown): text is Instant =>
  typeof text === 'string' && canonical.test(text) && toIso(Date.parse(text)) === text;

/** Reads RFC 3339 with `Z` or an offset (seconds optional, fractions cut to ms). Refuses dates that do not exist. */
export const parseInstant = (text: string): Result<Instant, string> => {
  const parts = rfc3339.exec(text.trim());
  if (!parts) return err(`"${text}" is not a date and time with a zone, like 2026-03-02T09:04:00Z`);
  const [, date, clock, seconds = ':00', fraction = '.000', zone] = parts;
  const local = `${date}T${clock}${seconds}${fraction.slice(0, 4).padEnd(4, '0')}`;
  // Read as UTC first: Date.parse turns 31 February into March, and only the round trip shows it.
  const asUtc = Date.parse(`${local}Z`);
  const value = Date.parse(`${local}${zone?.toUpperCase()}`);
  if (Number.isNaN(value) || toIso(asUtc) !== `${local}Z` || !inRange(value))
    return err(`"${text}" is not a moment that exists`);
  return ok(msToInstant(value));
};

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const instantToMs = (instant: Instant): number => Date.parse(instant);

/** @throws RangeError for milliseconds that are no integer or lie outside the years 0001 to 9999. */
export const msToInstant = (ms: number): Instant => {
  if (!Number.isInteger(ms) || !inRange(ms)) throw new RangeError(`${ms} ms is no instant`);
  return toIso(ms) as Instant;
};

/** From `start` to `stop` in ms; negative when `stop` is the earlier. */
export const elapsedMs = (start: Instant, stop: Instant): number => instantToMs(stop) - instantToMs(start);

/**
 * Ends at the first and the last moment that there is: a clock that stood there was recorded, and has to be shown.
 * @throws RangeError for milliseconds that are no integer
 */
export const addMs = (instant: Instant, ms: number): Instant =>
  msToInstant(Math.min(maxMs, Math.max(minMs, instantToMs(instant) + ms)));

export const earliest = (a: Instant, b: Instant): Instant => (a <= b ? a : b);
export const latest = (a: Instant, b: Instant): Instant => (a >= b ? a : b);

const inRange = (ms: number) => ms >= minMs && ms <= maxMs;
const toIso = (ms: number) => (Number.isNaN(ms) ? '' : new Date(ms).toISOString());
