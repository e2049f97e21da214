import type { Instant } from '../kernel/instant.ts';
import type { EventId } from '../record/ids.ts';
import { effectiveEntry } from '../timeline/effective-entry.ts';
import type { ReviewSource } from './review-source.ts';

interface OpenTodo {
  readonly id: EventId;
  readonly at: Instant;
  readonly text: string;
}

/** To-dos of the timeline that nobody answered, as they read now; restricted ones stay out of a shared edition. */
export const openTodos = ({ timeline, edition }: Pick<ReviewSource, 'timeline' | 'edition'>): readonly OpenTodo[] =>
  [...timeline.entries.values()]
    .filter(({ event, closed }) => event.kind === 'todo' && !closed)
    .filter(({ event }) => edition !== 'shared' || event.visibility !== 'restricted')
    .map((entry) => {
      const { id, happenedAt, text } = effectiveEntry(entry, timeline.redactions);
      return { id, at: happenedAt, text };
    });
