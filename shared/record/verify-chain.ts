import type { LoadedCommit } from './commit.ts';
import type { StoredEvent } from './event.ts';
import type { EventId } from './ids.ts';

/** Text that is gone from a journal although no redaction names its event. */
export interface UnexplainedBlank {
  readonly commit: LoadedCommit['commit'];
  readonly event: EventId;
}

/** The events that redactions among `commits` name. */
export const redactedEvents = (commits: Iterable<LoadedCommit>): ReadonlySet<EventId> => {
  const named = new Set<EventId>();
  for (const { commit } of commits) for (const event of commit.events) if (isRedaction(event)) named.add(event.event);
  return named;
};

/** Blanks that nobody ordered. All writers' commits count: the redaction may lie in another journal. */
export const findUnexplainedBlanks = (commits: readonly LoadedCommit[]): readonly UnexplainedBlank[] => {
  if (!commits.some((loaded) => loaded.blanked)) return [];
  const named = redactedEvents(commits);
  return commits.flatMap(({ commit, blanked = [] }) =>
    blanked.filter((event) => !named.has(event)).map((event) => ({ commit, event })),
  );
};

const isRedaction = (event: StoredEvent): event is StoredEvent & { readonly event: EventId } =>
  event.type === 'TextRedacted' && 'event' in event && typeof event.event === 'string';
