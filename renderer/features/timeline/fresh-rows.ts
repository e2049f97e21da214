import type { EventId } from '../../../shared/record/ids.ts';

/** How long a new row keeps its ground; the style sheet says the same. */
const freshMs = 1_200;
/** A merge brings hundreds: marking all of them would mark none. */
const mostFresh = 12;

const fresh = new Set<EventId>();

/** Rows that came just now. A row that is drawn later, by scrolling, is not new any more. */
export const markFresh = (ids: readonly EventId[]): void => {
  if (ids.length === 0 || ids.length > mostFresh) return;
  for (const id of ids) fresh.add(id);
  setTimeout(() => {
    for (const id of ids) fresh.delete(id);
  }, freshMs);
};

export const isFresh = (id: EventId): boolean => fresh.has(id);
