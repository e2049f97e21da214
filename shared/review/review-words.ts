import { dayMs } from '../kernel/duration.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import { formatClock, formatDate, zoneName } from '../kernel/zone.ts';
import type { EventId } from '../record/ids.ts';
import type { ReviewStatus } from './review-events.ts';
import type { ReviewSource } from './review-source.ts';

export const reviewStatusWords: Readonly<Record<ReviewStatus, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  reviewed: 'Reviewed',
  closed: 'Closed',
};

/** Times of one review: the zone is named once at the head, the date only where it is not the first day. */
export interface ReviewWords {
  readonly zoneName: string;
  /** `2 Mar 2026, 09:04:00`. */
  readonly moment: (at: Instant) => string;
  /** `09:04:00` on the incident's first day, else `12 Mar 2026 16:00:00`. */
  readonly clock: (at: Instant) => string;
  readonly date: (at: Instant) => string;
}

/** The words for moments in one review: the zone of its source, and the day of `start` left out. */
export const createReviewWords = (source: Pick<ReviewSource, 'zone'>, start: Instant): ReviewWords => {
  const { zone } = source;
  const firstDay = formatDate(start, zone);
  const date = (at: Instant) => formatDate(at, zone);
  return {
    zoneName: zoneName(start, zone),
    date,
    moment: (at) => `${date(at)}, ${formatClock(at, zone, true)}`,
    clock: (at) => (date(at) === firstDay ? '' : `${date(at)} `) + formatClock(at, zone, true),
  };
};

/** Age in whole days, for actions: nobody counts them in hours. */
export const ageInDays = (from: Instant, to: Instant): number => Math.max(0, Math.floor(elapsedMs(from, to) / dayMs));

/** What people call the incident: its key, else the end of its id, which differs first. */
export const incidentName = ({ id, lifecycle }: Pick<ReviewSource, 'id' | 'lifecycle'>): string =>
  lifecycle.key ?? id.slice(-6);

/** How an event is pointed at: the entry's name, else its time is all there is. */
export const rowName = ({ rows }: Pick<ReviewSource, 'rows'>, event: EventId): string | undefined =>
  rows.find(({ id }) => id === event)?.name;
