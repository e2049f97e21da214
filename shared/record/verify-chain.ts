import type { LoadedCommit } from './commit.ts';
import { redactedText, type StoredEvent } from './event.ts';
import { takeTexts } from './event-texts.ts';
import type { EventId } from './ids.ts';
import type { PathsOf } from './line.ts';

/** An event whose text is gone though no redaction names it, or is there though one does. */
export interface OddText {
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
export const findUnexplainedBlanks = (commits: readonly LoadedCommit[]): readonly OddText[] => {
  if (!commits.some((loaded) => loaded.blanked)) return [];
  const named = redactedEvents(commits);
  return commits.flatMap(({ commit, blanked = [] }) =>
    blanked.filter((event) => !named.has(event)).map((event) => ({ commit, event })),
  );
};

/** Events that a redaction names and whose text still lies in a journal. */
export const findTextLeft = (commits: readonly LoadedCommit[], pathsOf: PathsOf): readonly OddText[] => {
  const named = redactedEvents(commits);
  if (named.size === 0) return [];
  return commits.flatMap(({ commit }) =>
    commit.events
      .filter((event) => named.has(event.id) && takeTexts(event, pathsOf(event.type)).texts.some(isLeft))
      .map((event) => ({ commit, event: event.id })),
  );
};

const isLeft = ({ text }: { readonly text: string }) => text !== redactedText;

const isRedaction = (event: StoredEvent): event is StoredEvent & { readonly event: EventId } =>
  event.type === 'TextRedacted' && 'event' in event && typeof event.event === 'string';
