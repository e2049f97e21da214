import { setImmediate } from 'node:timers/promises';
import type { IncidentRules } from '../../electron/library/incident-rules.ts';
import type { ExecuteRequest, Library, LibraryDeps } from '../../electron/library/library.ts';
import { digestOfPlaybook } from '../../electron/library/playbook-copies.ts';
import { createLibrary } from '../../electron/library/session.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { StoredEvent } from '../../shared/record/event.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { refuse } from '../../shared/record/rules.ts';
import { createFaultFileLayer, type FaultFileLayer } from './fault-file-layer.ts';
import { start } from './journal-builders.ts';

/** The smallest incident that has a declaration, numbered notes, and redactions. */
export interface NotesState {
  readonly playbook: string | undefined;
  readonly notes: readonly string[];
}
export interface NotesSummary {
  readonly notes: readonly string[];
}
export interface NotesPlaybook {
  readonly org: string;
}
export type NotesCommand =
  | { readonly type: 'Declare'; readonly playbook: string }
  | { readonly type: 'Adopt'; readonly playbook: string }
  | { readonly type: 'Note'; readonly text: string }
  | { readonly type: 'Redact'; readonly event: string };

export const notesPlaybook: NotesPlaybook = { org: 'ACME' };
export const notesDigest = digestOfPlaybook(notesPlaybook);

const noNotes: NotesState = { playbook: undefined, notes: [] };

export const notesRules: IncidentRules<NotesState, NotesPlaybook, NotesCommand, NotesSummary> = {
  parseCommand: (input) =>
    typeof input === 'object' && input !== null && 'type' in input
      ? ok(input as NotesCommand)
      : refuse('command.malformed', 'No command.'),
  decide: (command, state, asking) => {
    const base = { id: asking.newId(), occurredAt: asking.now };
    const event = (type: string, fields: object) => ok([{ ...base, type, ...fields } as StoredEvent]);
    if (command.type === 'Declare')
      return state.playbook ? refuse('declare.twice', 'Declared.') : event('Declared', { playbook: command.playbook });
    if (state.playbook === undefined) return refuse('incident.unknown', 'There is no such incident.');
    if (command.type === 'Adopt') return event('Adopted', { playbook: command.playbook });
    if (command.type === 'Redact') return event('TextRedacted', { event: command.event, why: 'a name' });
    if (command.text === 'refuse me') return refuse('note.refused', 'Refused.');
    return command.text === '' ? ok([]) : event('Noted', { text: command.text, number: state.notes.length + 1 });
  },
  fold: (_, commits) => commits.reduce(applyNotes, noNotes),
  grow: (_, commits) => {
    let state = commits.reduce(applyNotes, noNotes);
    return {
      now: () => state,
      workAhead: () => true,
      add: (commit) => {
        state = applyNotes(state, commit);
        return true;
      },
      snapshot: () => state,
    };
  },
  textPaths: (type) => (type === 'Noted' ? [['text']] : type === 'TextRedacted' ? [['why']] : []),
  playbookOf: (state) => state.playbook,
  playbookAfter: (commits) => commits.reduce(applyNotes, noNotes).playbook,
  playbookNamedBy: (command) => ('playbook' in command ? command.playbook : undefined),
  parsePlaybook: (input) =>
    typeof input === 'object' && input !== null && 'org' in input ? ok(input as NotesPlaybook) : err('no org'),
  defaultPlaybook: notesPlaybook,
  conflictsIn: () => 0,
  summarise: (state) => (state.playbook ? { notes: state.notes } : undefined),
};

export type NotesLibrary = Library<NotesState, NotesPlaybook, NotesSummary>;
export const incidentA = '01JD0000000000000000000000' as IncidentId;

let made = 0;
const counter = () => {
  made += 1;
  return made;
};

/** One run on a library in memory; call it again on the same files for another run. */
export const openNotesLibrary = (
  files: FaultFileLayer = createFaultFileLayer(),
  given: Partial<LibraryDeps<NotesState, NotesPlaybook, NotesCommand, NotesSummary>> = {},
): Promise<NotesLibrary> =>
  createLibrary({
    files,
    folder: '/data/library',
    mayCreateParents: true,
    cacheFolder: '/cache/one',
    appVersion: '1',
    rules: notesRules,
    clock: { now: () => start as Instant, monoMs: () => 7, boot: 'boot' },
    fileNowMs: () => 1_000_000,
    newUlid: () => String(counter()).padStart(26, '0'),
    newToken: () => `t${String(counter()).padStart(6, '0')}`,
    run: `run-${counter()}`,
    isRunAlive: () => false,
    pause: () => setImmediate(null),
    setTimer: () => () => {},
    ...given,
  });

export const aRequest = (id: string, command: NotesCommand, incident = incidentA): ExecuteRequest => ({
  id: id as CommandId,
  incident,
  command,
  by: { person: 'Ada', device: 'lap' },
  zone: 'UTC',
});
export const declare = (library: NotesLibrary, incident = incidentA) =>
  library.execute(aRequest(`declare-${incident}`, { type: 'Declare', playbook: notesDigest }, incident));
export const note = (library: NotesLibrary, id: string, text = id) =>
  library.execute(aRequest(id, { type: 'Note', text }));

export const notesOf = (library: NotesLibrary, incident = incidentA): readonly string[] => {
  const state = library.stateOf(incident);
  return state.ok ? state.value.notes : [];
};

function applyNotes(state: NotesState, { commit }: { commit: { events: readonly StoredEvent[] } }): NotesState {
  const events = commit.events as readonly { playbook?: string; text?: string }[];
  return {
    playbook: events.findLast((event) => event.playbook !== undefined)?.playbook ?? state.playbook,
    notes: [...state.notes, ...events.flatMap((event) => event.text ?? [])],
  };
}
