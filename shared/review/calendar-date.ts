import type { Instant } from '../kernel/instant.ts';
import { formatDate } from '../kernel/zone.ts';

/** True for a day that the calendar has, as `YYYY-MM-DD`: 31 February is none. */
export const isCalendarDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  // Date.parse turns 31 February into March in some engines; only the round trip shows it.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
};

/** `30 Mar` for a `2026-03-30` of this year, else with its year; what is no date stays as it was typed. */
export const shortDate = (date: string, now: Instant): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const words = formatDate(`${date}T00:00:00.000Z` as Instant, 'UTC');
  return date.slice(0, 4) === now.slice(0, 4) ? words.slice(0, -5) : words;
};
