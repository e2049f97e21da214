import { dayMs } from '../kernel/duration.ts';
import { addMs, parseInstant } from '../kernel/instant.ts';
import type { EntryFlag } from './proposed-entry.ts';

export interface DayCounter {
  /** From here on times are of this day, `YYYY-MM-DD`; `flag` tells where it comes from. */
  setDay(day: string, flag?: EntryFlag): void;
  year(): string | undefined;
  /** The day of a time without one; undefined while none was named. Lines have to come in the order of the file. */
  dayOf(clock: string): { readonly day: string | undefined; readonly flags: readonly EntryFlag[] };
}

const halfDay = 12 * 60;

/** Logs and lists name a day once. Where the clock falls back by over half a day, midnight has passed without a word. */
export const createDayCounter = (): DayCounter => {
  let day: string | undefined;
  let origin: readonly EntryFlag[] = [];
  let last: number | undefined;
  return {
    setDay: (named, flag) => {
      [day, last] = [named, undefined];
      origin = flag === undefined ? [] : [flag];
    },
    year: () => day?.slice(0, 4),
    dayOf: (clock) => {
      const minutes = minutesOf(clock);
      if (day !== undefined && last !== undefined && minutes < last - halfDay) {
        day = dayAfter(day);
        origin = [...new Set<EntryFlag>([...origin, 'next-day'])];
      }
      last = minutes;
      return { day, flags: origin };
    },
  };
};

const minutesOf = (clock: string): number => {
  const [, hour, minute, half] = /(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]m)?/i.exec(clock) ?? [];
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return hours * 60 + Number(minute);
};

const dayAfter = (day: string): string => {
  const midnight = parseInstant(`${day}T00:00:00Z`);
  return midnight.ok && day < '9999' ? addMs(midnight.value, dayMs).slice(0, 10) : day;
};

const months = 'january february march april may june july august september october november december'.split(' ');
const dayMonthYear = /\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i;
const monthDayYear = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:\d{2}:\d{2}:\d{2}\s+)?(\d{4})\b/i;

/** The day that a heading or a log line names: `2026-03-02`, `2 March 2026`, `Mar 2nd, 2026`, `Mon Mar 02 09:00:00 2026`. */
export const findDay = (text: string): string | undefined => {
  const iso = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(text)?.[0];
  if (iso !== undefined) return iso;
  const [, dayFirst, monthSecond, year] = dayMonthYear.exec(text) ?? [];
  const [, monthFirst, daySecond, otherYear] = monthDayYear.exec(text) ?? [];
  return toDay(year, monthSecond, dayFirst) ?? toDay(otherYear, monthFirst, daySecond);
};

const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /i;
const dayAlone = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\S{0,3} [a-z]+,? \d{4}|[a-z]+ \d{1,2}\S{0,3} \d{4})$/i;

/** True for a line that stands for a heading: a day, and at most a word for it or an aside: `Date: 2026-03-02 (times UTC)`. */
export const isDayAlone = (text: string): boolean =>
  dayAlone.test(
    text
      .replace(/\([^()]*\)\s*$/, '')
      .replaceAll(/[*_:]/g, '')
      .trim()
      .replace(/^(?:date|day) /i, '')
      .replace(weekday, ''),
  );

const toDay = (year: string | undefined, month: string | undefined, day: string | undefined): string | undefined => {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const index = months.findIndex((name) => month.length >= 3 && name.startsWith(month.toLowerCase()));
  return index < 0 ? undefined : `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
};
