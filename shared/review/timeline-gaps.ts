import { minutesToMs } from '../kernel/duration.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import type { ReviewRow } from './review-source.ts';

interface TimelineGap {
  readonly from: Instant;
  readonly to: Instant;
}

/** Stretches of more than `minMinutes` in which nothing happened on record, from the first row to `until`. */
export const timelineGaps = (
  rows: readonly ReviewRow[],
  until: Instant,
  minMinutes: number,
): readonly TimelineGap[] => {
  const moments = rows.filter(({ withdrawn }) => !withdrawn).map(({ occurredAt }) => occurredAt);
  const [first] = moments;
  if (first === undefined) return [];
  const inside = [...moments.filter((at) => at < until), until].sort();
  return inside.flatMap((to, index) => {
    const from = inside[index - 1];
    return from !== undefined && elapsedMs(from, to) > minutesToMs(minMinutes) ? [{ from, to }] : [];
  });
};
