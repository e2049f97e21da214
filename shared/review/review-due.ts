import { dayMs } from '../kernel/duration.ts';
import type { Instant } from '../kernel/instant.ts';
import { toLocalTime } from '../kernel/zone.ts';
import type { ReviewDue } from '../playbook/playbook.ts';

const toMs = (date: string): number => Date.parse(`${date}T00:00:00.000Z`);
const toDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Whole days from one calendar date to another, both `YYYY-MM-DD`; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => Math.round((toMs(to) - toMs(from)) / dayMs);

/**
 * The last day for the review meeting, as `YYYY-MM-DD`: so many days after the day of `recoveredAt` in `zone`.
 * `business` counts no Saturday and no Sunday; holidays are nobody's to know here.
 */
export const reviewDueDate = (recoveredAt: Instant, { days, calendar }: ReviewDue, zone: string): string => {
  let ms = toMs(toLocalTime(recoveredAt, zone).date);
  if (calendar === 'wall') return toDate(ms + days * dayMs);
  for (let left = days; left > 0; ) {
    ms += dayMs;
    const weekday = new Date(ms).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return toDate(ms);
};

/** The day that the playbook wants an action of this priority done by, counted from `today`; none for the others. */
export const priorityDueDate = (
  priority: string,
  weeks: Readonly<Record<string, number>>,
  today: string,
): string | undefined => {
  const count = weeks[priority];
  return count === undefined ? undefined : toDate(toMs(today) + count * 7 * dayMs);
};
