import { ok, type Result } from '../kernel/result.ts';
import type { EventId } from '../record/ids.ts';
import { refuseFuture, requireText, toOccurrence } from '../record/occurrence.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import { effectiveEntry } from './effective-entry.ts';
import { nextEntryName } from './entry-name.ts';
import type { AttachEvidence, CloseTodo, CorrectEntry, RecordEntry, StarEntry } from './timeline-commands.ts';
import type { EntryKind, TimelineEvent } from './timeline-events.ts';
import type { Entry, TimelineState } from './timeline-state.ts';
import { isTodo } from './todo-text.ts';

type Decided = Result<readonly TimelineEvent[], Refusal>;

/** Refuses an empty text (`entry.empty`), one that is too long and a moment after now. */
export const recordEntry = (command: RecordEntry, state: TimelineState, asking: Asking): Decided => {
  const { type: _, at: _at, typed: _typed, ...fields } = command;
  const text = requireText(command.text, 'entry.empty', 'Write what happened, then record it.', 'text');
  if (!text.ok) return text;
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  return ok([
    {
      ...fields,
      ...base.value,
      type: 'EntryRecorded',
      name: nextEntryName(state, asking),
      kind: kindOf(command.kind, text.value),
      text: text.value,
      source: command.source ?? 'typed',
    },
  ]);
};

/** The newest correction counts, so an entry can be corrected as often as needed. */
export const correctEntry = (command: CorrectEntry, state: TimelineState, asking: Asking): Decided => {
  const found = findEntry(state, command.entry);
  if (!found.ok) return found;
  const current = effectiveEntry(found.value, state.redactions);
  const text =
    command.text === undefined ? ok(current.text) : requireText(command.text, 'entry.empty', emptied, 'text');
  if (!text.ok) return text;
  const happenedAt = command.happenedAt ?? current.happenedAt;
  const future = refuseFuture(happenedAt, asking.now, 'happenedAt');
  if (future) return { ok: false, error: future };
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  const isTextChanged = text.value !== current.text;
  const isTimeChanged = happenedAt !== current.happenedAt;
  if (!isTextChanged && !isTimeChanged) return ok([]);
  return ok([
    {
      ...base.value,
      type: 'EntryCorrected',
      entry: command.entry,
      ...(isTextChanged && { text: text.value }),
      ...(isTimeChanged && { happenedAt }),
      ...(command.reason !== undefined && { reason: command.reason }),
    },
  ]);
};

/** Any event of the incident can be a key one, not only entries; whether it exists is for the caller to know. */
export const starEntry = (command: StarEntry, state: TimelineState, asking: Asking): Decided => {
  const { entry, key } = command;
  if (state.withdrawals.has(entry)) return refuse('entry.withdrawn', takenBack, 'entry');
  const isKey = state.entries.get(entry)?.key ?? state.stars.get(entry) ?? false;
  if (isKey === key) return ok([]);
  const base = toOccurrence(command, asking);
  return base.ok ? ok([{ ...base.value, type: 'EntryStarred', entry, key }]) : base;
};

/**
 * Refuses an entry that is not here or was taken back, and evidence without words; what is attached already adds no
 * event.
 */
export const attachEvidence = (command: AttachEvidence, state: TimelineState, asking: Asking): Decided => {
  const found = findEntry(state, command.entry);
  if (!found.ok) return found;
  const { evidence } = command;
  const text = requireText(
    evidence.text,
    'evidence.empty',
    'Say where the evidence is: a link, a file, a query.',
    'evidence',
  );
  if (!text.ok) return text;
  const isThere = found.value.evidence.some(
    (other) => other.kind === evidence.kind && other.text === text.value && other.sha256 === evidence.sha256,
  );
  if (isThere) return ok([]);
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  return ok([
    { ...base.value, type: 'EvidenceAttached', entry: command.entry, evidence: { ...evidence, text: text.value } },
  ]);
};

/** Refuses an entry that is no to-do, or one that was answered. */
export const closeTodo = (command: CloseTodo, state: TimelineState, asking: Asking): Decided => {
  const found = findEntry(state, command.todo, 'todo');
  if (!found.ok) return found;
  if (found.value.event.kind !== 'todo') return refuse('todo.not-one', 'This entry is no todo.', 'todo');
  if (found.value.closed)
    return refuse('todo.closed', 'This todo is closed already. Correct it if that is wrong.', 'todo');
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  return ok([{ ...base.value, type: 'TodoClosed', todo: command.todo, result: command.result.trim() }]);
};

const findEntry = (state: TimelineState, id: EventId, field = 'entry'): Result<Entry, Refusal> => {
  if (state.withdrawals.has(id)) return refuse('entry.withdrawn', takenBack, field);
  const entry = state.entries.get(id);
  return entry ? ok(entry) : refuse('entry.unknown', unknown, field);
};

// The words stay as typed: imports recognise what they have seen by author, time and text.
const kindOf = (kind: EntryKind, text: string): EntryKind =>
  kind !== 'alert' && kind !== 'system' && isTodo(text) ? 'todo' : kind;

const emptied = 'A correction needs words. To take the entry back, withdraw it with a reason.';
const takenBack = 'This entry was taken back. Bring it back first (menu of its row), or record a new one.';
const unknown = 'There is no such entry in this incident.';
