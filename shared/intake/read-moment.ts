import { type Instant, instantToMs, msToInstant, parseInstant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { momentsOf, offsetMinutes } from '../kernel/zone.ts';
import type { Moment, Precision } from './proposed-entry.ts';

/** The one reason that the person who imports can mend: with `--zone`. */
export const zoneMissing = 'its time says no zone';

const dated =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]|, ?)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]m)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads a date with a time of day, `2026-03-02T09:04:05.123Z`, `2026-03-02 09:04 +0100`, `2026-03-02, 03:26pm`. Without a
 * zone in the text it is read in `zone`, an IANA zone or an offset like `+02:00`. The error says why it cannot be used; it
 * is `zoneMissing` where only the zone lacks.
 */
export const readMoment = (typed: string, zone?: string): Result<Moment, string> => {
  const text = typed.trim();
  const parts = dated.exec(text);
  if (!parts) return err(whyUnreadable(text));
  const [, date = '', hour = '', minute = '', second, fraction, half, own] = parts;
  const hours = to24(Number(hour), half?.toLowerCase());
  if (hours === undefined) return err(`"${short(text)}" is no time of day`);
  const clock = `${two(hours)}:${minute}:${second ?? '00'}.${(fraction ?? '').slice(0, 3).padEnd(3, '0')}`;
  const precision = precisionOf(second, fraction);
  // Read as UTC in any case: only that finds 30 February.
  const asUtc = parseInstant(`${date}T${clock}Z`);
  if (!asUtc.ok) return err(`"${short(text)}" is no moment that exists`);
  const offset = own ?? (zone?.startsWith('+') || zone?.startsWith('-') ? zone : undefined);
  if (offset === undefined) return zone === undefined ? err(zoneMissing) : inZone(asUtc.value, precision, text, zone);
  const at = parseInstant(`${date}T${clock}${toOffset(offset)}`);
  return at.ok ? ok(moment(at.value, precision, text)) : err(`"${short(text)}" is no moment that exists`);
};

/**
 * Reads a count since 1970 given as text (or as a number that lost nothing): seconds with or without a fraction,
 * milliseconds, microseconds or nanoseconds, told apart by their digits (10, 13, 16, 19: the years 2001 to 2286).
 */
export const readEpoch = (typed: string | undefined): Result<Moment, string> => {
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d{1,9}))?$/.exec(typed?.trim() ?? '') ?? [];
  const digits = fraction === '' ? whole : `${whole}${fraction}`;
  const isCount = fraction === '' ? [10, 13, 16, 19].includes(whole.length) : whole.length === 10;
  if (!isCount) return err(typed === undefined ? 'it has no time' : `"${short(typed)}" is no time since 1970`);
  // As text: nanoseconds do not fit into a number.
  const ms = Number(digits.slice(0, 13).padEnd(13, '0'));
  return ok(moment(msToInstant(ms), precisionOf('', digits.slice(10)), typed?.trim() ?? ''));
};

const inZone = (asUtc: Instant, precision: Precision, text: string, zone: string): Result<Moment, string> => {
  // A day beyond these would leave the years that an instant can say.
  if (asUtc < '0002' || asUtc > '9998') return err(`"${short(text)}" is no moment of an incident`);
  const [at, later] = momentsOf(instantToMs(asUtc), zone).toSorted();
  if (at === undefined) return err(`the clock in ${zone} never showed ${short(text)}`);
  return ok({
    at,
    precision,
    typed: { text: short(text), zone, offsetMinutes: offsetMinutes(at, zone) },
    ...(later === undefined ? {} : { flags: ['shown-twice'] }),
  });
};

const moment = (at: Instant, precision: Precision, text: string): Moment => ({
  at,
  precision,
  typed: { text: short(text), zone: 'UTC', offsetMinutes: 0 },
});

const precisionOf = (second: string | undefined, fraction = ''): Precision => {
  if (second === undefined) return 'minute';
  if (fraction === '') return 'second';
  return fraction.length <= 3 ? 'millisecond' : fraction.length <= 6 ? 'microsecond' : 'nanosecond';
};

const whyUnreadable = (text: string): string => {
  if (text === '') return 'it has no time';
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `"${text}" names a day and no time of day`;
  if (/^\d{1,2}\/\d{1,2}\/\d{2,4}/.test(text))
    return `"${short(text)}" may be read as two days: write 2026-03-02 09:04`;
  if (/^\d{1,2}:\d{2}/.test(text)) return `"${short(text)}" names no day`;
  return `"${short(text)}" is no time like 2026-03-02 09:04`;
};

const to24 = (hour: number, half: string | undefined): number | undefined => {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'pm' ? 12 : 0) : undefined;
};

const toOffset = (offset: string): string => (/^[+-]/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(-2)}` : 'Z');

const two = (value: number) => String(value).padStart(2, '0');
const short = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
