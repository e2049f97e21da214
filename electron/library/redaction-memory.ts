import type { Instant } from '../../shared/kernel/instant.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { EventId } from '../../shared/record/ids.ts';
import type { PathsOf } from '../../shared/record/line.ts';
import { soughtTexts, textsToTakeOut } from '../../shared/record/redacted-text.ts';
import { redactedEvents } from '../../shared/record/verify-chain.ts';

/** What is known of the redactions of one incident. */
export interface KnownRedactions {
  /** What they took out, as far as this run has seen it. Never written anywhere. */
  readonly texts: readonly string[];
  /** When the last one was recorded; null without any. */
  readonly lastAt: Instant | null;
  /** The last one whose text this run has never seen; null when there is none. */
  readonly lastUnknownAt: Instant | null;
}

/** Remembers what redactions take out, while it is there to be read, so that other copies of it can be found. */
export interface RedactionMemory {
  /** To be called before the texts of these events are gone from `commits`. */
  note(events: ReadonlySet<EventId>, commits: readonly LoadedCommit[]): void;
  texts(): readonly string[];
  /** @param commits all of the incident */
  known(commits: readonly LoadedCommit[]): KnownRedactions;
}

export const createRedactionMemory = (pathsOf: PathsOf): RedactionMemory => {
  const texts = new Set<string>();
  const seen = new Set<EventId>();
  return {
    note: (events, commits) => {
      if (events.size === 0) return;
      for (const { commit, blanked } of commits)
        for (const event of commit.events) {
          if (!events.has(event.id) || blanked?.includes(event.id)) continue;
          seen.add(event.id);
          for (const text of textsToTakeOut(event, pathsOf(event.type))) texts.add(text);
        }
    },
    texts: () => soughtTexts(texts),
    known: (commits) => {
      const redactions = commits
        .map((loaded) => ({ at: loaded.commit.recordedAt, events: [...redactedEvents([loaded])] }))
        .filter(({ events }) => events.length > 0);
      return {
        texts: soughtTexts(texts),
        lastAt: lastOf(redactions.map(({ at }) => at)),
        lastUnknownAt: lastOf(
          redactions.filter(({ events }) => !events.every((event) => seen.has(event))).map(({ at }) => at),
        ),
      };
    },
  };
};

const lastOf = (instants: readonly Instant[]): Instant | null => [...instants].sort().at(-1) ?? null;
