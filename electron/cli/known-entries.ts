import type { IncidentState } from '../../shared/incident/incident-state.ts';
import type { ProposedEntry } from '../../shared/intake/proposed-entry.ts';
import type { CommitRef } from '../../shared/record/commit.ts';
import { authorName } from '../../shared/record/rules.ts';
import { effectiveEntry } from '../../shared/timeline/effective-entry.ts';
import type { EntryRecorded } from '../../shared/timeline/timeline-events.ts';
import { asElsewhere, commandIdOf } from './import-identity.ts';

/**
 * `there`: recorded already. `changed`: that too, and this file has other words or another time. Edited there, or only told
 * otherwise: a day file says `@U1` where the zip, which has the people, says `@Ann`.
 */
export type Known = 'new' | 'there' | 'changed';

/**
 * What the incident has of these entries: by the id in their source, whatever became of them since; else by time, author
 * and text, so that what was typed here, or came by another file, is not recorded a second time.
 */
export const knownEntries = (
  entries: readonly ProposedEntry[],
  state: IncidentState,
): ReadonlyMap<ProposedEntry, Known> => {
  const recordedByRef = new Map(
    state.log.map(({ ref, event }) => [keyOf(ref), state.timeline.entries.get(event.id)?.event]),
  );
  const refOf = (entry: ProposedEntry): CommitRef | undefined => {
    const own = state.commands.get(commandIdOf(entry));
    if (own) return own;
    const other = state.commands.get(commandIdOf(asElsewhere(entry)));
    // What has the plain id may be any of those that share it.
    const isIt = !entry.flags.includes('same-id') || (other && isSame(entry, recordedByRef.get(keyOf(other)), state));
    return isIt ? other : undefined;
  };
  const refs = new Map(entries.map((entry) => [entry, refOf(entry)]));
  const others = countContents(state, new Set([...refs.values()].map((ref) => ref && keyOf(ref))));
  return new Map(
    entries.map((entry) => {
      const ref = refs.get(entry);
      if (ref) return [entry, isChanged(entry, recordedByRef.get(keyOf(ref)), state) ? 'changed' : 'there'];
      const content = contentOf(entry.at, entry.author, entry.text);
      const left = others.get(content) ?? 0;
      others.set(content, left - 1);
      return [entry, left > 0 ? 'there' : 'new'];
    }),
  );
};

/** How often each content stands in the record, without the commits that are recognised by their ids. */
const countContents = (state: IncidentState, recognised: ReadonlySet<string | undefined>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { ref, event, by } of state.log) {
    const entry = state.timeline.entries.get(event.id);
    if (!entry || recognised.has(keyOf(ref))) continue;
    const { text, happenedAt } = effectiveEntry(entry, state.timeline.redactions);
    const content = contentOf(happenedAt, entry.event.actor ?? authorName(by), text);
    counts.set(content, (counts.get(content) ?? 0) + 1);
  }
  return counts;
};

/** Against what the import recorded, not against corrections since: those were made by people who knew. */
const isChanged = ({ at, text }: ProposedEntry, recorded: EntryRecorded | undefined, state: IncidentState): boolean =>
  recorded !== undefined &&
  !state.timeline.redactions.has(recorded.id) &&
  (recorded.text !== text || recorded.occurredAt !== at);

/** Of redacted words nobody knows any more which they were: better one message too few than what was taken out again. */
const isSame = ({ at, text }: ProposedEntry, recorded: EntryRecorded | undefined, state: IncidentState): boolean =>
  recorded?.occurredAt === at && (recorded.text === text || state.timeline.redactions.has(recorded.id));

const keyOf = ({ writer, seq }: CommitRef) => `${writer}:${seq}`;
const contentOf = (at: string, author: string, text: string) => `${at}\n${author}\n${text}`;
