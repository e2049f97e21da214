import { formatAge } from '../../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { formatClock, formatDate } from '../../../shared/kernel/zone.ts';
import { timeFlag } from '../../../shared/timeline/effective-entry.ts';

interface TypedMomentAt {
  readonly now: Instant;
  readonly zone: string;
  /** From the playbook: what lies further back is marked on the timeline. */
  readonly backdateFlagMs: number;
}

/** What is said of a typed time before it is recorded: `Typed 09:30: 1h 15m ago, will be marked as recorded later.` */
export const typedMoment = (at: Instant, { now, zone, backdateFlagMs }: TypedMomentAt): string => {
  const day = formatDate(at, zone) === formatDate(now, zone) ? '' : ` on ${formatDate(at, zone)}`;
  const flag = timeFlag({ occurredAt: at, happenedAt: at, recordedAt: now }, backdateFlagMs);
  const mark = flag === 'added-later' ? ', will be marked as recorded later' : '';
  return `Typed ${formatClock(at, zone)}${day}: ${formatAge(Math.max(0, elapsedMs(at, now)))} ago${mark}.`;
};
