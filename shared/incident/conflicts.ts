import type { Instant } from '../kernel/instant.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { redactedText } from '../record/event.ts';
import type { EventId } from '../record/ids.ts';
import { authorName } from '../record/rules.ts';
import { type IncidentEvent, isKnownEventType } from './incident-event.ts';
import type { FieldWrite, IncidentState } from './incident-state.ts';
import { rowWords } from './row-words.ts';

/** One of several changes to the same field that did not know of each other. */
export interface ConflictSide {
  readonly event: EventId;
  /** The row of the timeline that shows it: a correction stands in the row of its entry. */
  readonly row: EventId;
  /** What it says, in words. */
  readonly text: string;
  /** Set where a correction moved the time. */
  readonly happenedAt?: Instant;
  readonly by: string;
  readonly recordedAt: Instant;
  /** The one that counts until somebody decides: the last in the order of application. */
  readonly counts: boolean;
}

export interface Conflict {
  readonly field: string;
  /** At least two. */
  readonly sides: readonly ConflictSide[];
}

/** Every contradiction that nobody has settled; taking back all sides but one settles it. */
export const projectConflicts = (state: IncidentState, playbook: Playbook): readonly Conflict[] =>
  [...state.writes]
    .filter(([, writes]) => writes.length > 1)
    .map(([field, writes]) => ({
      field,
      sides: writes.flatMap((write, index) => toSide(write, index === writes.length - 1, state, playbook)),
    }))
    .filter(({ sides }) => sides.length > 1);

const toSide = (
  write: FieldWrite,
  counts: boolean,
  state: IncidentState,
  playbook: Playbook,
): readonly ConflictSide[] => {
  const logged = state.logById.get(write.event);
  if (!logged || !isKnownEventType(logged.event.type)) return [];
  const event = logged.event as IncidentEvent;
  const base = { event: event.id, by: authorName(logged.by), recordedAt: logged.recordedAt, counts };
  if (event.type === 'EntryCorrected') {
    const text = state.timeline.redactions.has(event.id) ? redactedText : (event.text ?? '');
    return [{ ...base, row: event.entry, text, ...(event.happenedAt ? { happenedAt: event.happenedAt } : {}) }];
  }
  const { word, text } = rowWords(event, state, playbook);
  return [{ ...base, row: event.id, text: text ? `${word}: ${text}` : word }];
};
