import { minutesToMs } from '../kernel/duration.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import type { Settings } from '../playbook/playbook.ts';
import type { EventId } from '../record/ids.ts';
import type { EntryName } from './timeline-events.ts';
import type { TimelineState } from './timeline-state.ts';

export interface OpenTask {
  readonly id: EventId;
  readonly name: EntryName;
  readonly text: string;
  readonly owner: string;
  readonly givenAt: Instant;
  /** Missing for a task without a time-box: it is never over. */
  readonly dueAt?: Instant;
  /** Negative when the box is over. */
  readonly leftMs?: number;
  readonly state: 'ok' | 'soon' | 'over';
}

/**
 * Tasks in flight, the most urgent first, those without a time-box last in the order they were given.
 * `soon`: as close to the end as the setting says, but never more than half the box.
 */
export const openTasks = (
  { tasks }: TimelineState,
  now: Instant,
  { soonMinutes }: Pick<Settings, 'soonMinutes'>,
): readonly OpenTask[] =>
  [...tasks.values()]
    .filter(({ finished }) => !finished)
    .map(({ event, owner, dueAt, timeBoxMs }): OpenTask => {
      const task = { id: event.id, name: event.name, text: event.text, owner, givenAt: event.occurredAt };
      if (dueAt === undefined || timeBoxMs === undefined) return { ...task, state: 'ok' };
      const leftMs = elapsedMs(now, dueAt);
      const soonMs = Math.min(minutesToMs(soonMinutes), timeBoxMs / 2);
      return { ...task, dueAt, leftMs, state: leftMs <= 0 ? 'over' : leftMs <= soonMs ? 'soon' : 'ok' };
    })
    .sort((a, b) => (a.leftMs ?? Number.POSITIVE_INFINITY) - (b.leftMs ?? Number.POSITIVE_INFINITY) || 0);

/** Names of people with work in flight: they are not idle, whatever the roster says. */
export const busyPeople = ({ tasks }: TimelineState): readonly string[] => [
  ...new Set([...tasks.values()].filter(({ finished }) => !finished).map(({ owner }) => owner)),
];
