import { randomUUID } from 'node:crypto';
import { contentSums } from '../../electron/library/content-sums.ts';
import { ensureFolder } from '../../electron/library/durable-file.ts';
import { createFileJournal } from '../../electron/library/file-journal.ts';
import type { FileLayer } from '../../electron/library/file-layer.ts';
import type { CommitDraft, Journal } from '../../electron/library/journal.ts';
import { addMs, type Instant } from '../../shared/kernel/instant.ts';
import type { Commit, CommitRef, LoadedCommit } from '../../shared/record/commit.ts';
import type { StoredEvent } from '../../shared/record/event.ts';
import type { CommandId, EventId, IncidentId, WriterId } from '../../shared/record/ids.ts';
import { type LineCheck, sealHeader, sealLine } from '../../shared/record/line.ts';

export const anIncident = '01JD0000000000000000000000' as IncidentId;
export const start = '2026-03-02T09:04:00.000Z' as Instant;
export const writerId = (name: string) => name as WriterId;

export interface NoteEvent extends StoredEvent {
  readonly type: 'EntryRecorded';
  readonly text: string;
}

/** Texts lie in `text` of notes and in `why` of redactions. */
export const pathsOf = (type: string) => (type === 'TextRedacted' ? [['why']] : [['text']]);

export const aNote = (name: string, text = `note ${name}`): NoteEvent => ({
  id: `event-${name}` as EventId,
  type: 'EntryRecorded',
  occurredAt: start,
  text,
});

export const aRedaction = (event: string): StoredEvent =>
  ({
    id: `redaction-${event}`,
    type: 'TextRedacted',
    occurredAt: start,
    event,
    why: 'a name',
  }) as unknown as StoredEvent;

export const aDraft = (name: string, given: Partial<CommitDraft> = {}): CommitDraft => ({
  frontier: [],
  command: { id: `command-${name}` as CommandId, type: 'RecordEntry' },
  by: { person: 'Zoë', device: 'lap' },
  recordedAt: start,
  zone: 'Europe/Berlin',
  boot: 'boot-1',
  monoMs: 1.5,
  events: [aNote(name)],
  ...given,
});

/** The bytes of a whole journal file, one commit a line, and what each line holds. */
export const aJournalFile = (
  writer: string,
  drafts: readonly CommitDraft[],
): { readonly bytes: Buffer; readonly lines: readonly string[]; readonly commits: readonly LoadedCommit[] } => {
  const header = sealHeader(
    { format: 'holdfast-journal', v: 1, incident: anIncident, writer: writerId(writer), createdAt: start },
    contentSums,
  );
  const lines = [header.line];
  const commits: LoadedCommit[] = [];
  let prev = header.sum;
  drafts.forEach(({ frontier, ...fields }, index) => {
    const commit: Commit = {
      v: 1,
      incident: anIncident,
      writer: writerId(writer),
      seq: index + 1,
      prev,
      heads: frontier,
      ...fields,
    };
    const { line, sum } = sealLine(commit, pathsOf, () => `salt-${index}`, contentSums);
    prev = sum;
    lines.push(line);
    commits.push({ commit, sum });
  });
  return { bytes: Buffer.from(lines.join('')), lines, commits };
};

/** `body` with the check that every line ends with, fitting whatever `body` says. */
const withCrc = (body: string): string => `${body},"crc":"${crcDigits(body)}"}`;

/** The check of a text as a line says it. */
export const crcDigits = (text: string): string => contentSums.crc(text).toString(16).padStart(8, '0');

/** A line changed as somebody would who knows the format: its check fits again. */
export const forge = (line: string, change: (body: string) => string): string =>
  withCrc(change(line.slice(0, line.lastIndexOf(',"crc":"'))));

/** A line whose sum and check fit, whatever `head` and `rest` say: what somebody could forge. */
export const sealedText = (head: string, rest = ''): string =>
  withCrc(`${head},"sum":"${contentSums.digest(head)}"${rest}`);

/** A commit without a file, for questions of order. */
export const aCommit = (
  writer: string,
  seq: number,
  given: { heads?: readonly CommitRef[]; atMs?: number; command?: string } = {},
): LoadedCommit => ({
  commit: {
    v: 1,
    incident: anIncident,
    writer: writerId(writer),
    seq,
    prev: '',
    heads: given.heads ?? [],
    command: { id: (given.command ?? `${writer}${seq}`) as CommandId, type: 'RecordEntry' },
    by: { person: '', device: writer },
    recordedAt: addMs(start, given.atMs ?? 0),
    zone: 'UTC',
    boot: '',
    monoMs: 0,
    events: [aNote(`${writer}${seq}`)],
  },
  sum: `sum ${writer}${seq}`,
});

export const ref = (writer: string, seq: number): CommitRef => ({ writer: writerId(writer), seq });

export interface JournalBench {
  readonly files: FileLayer;
  /** An existing folder. */
  readonly base: string;
  readonly folder: string;
}

/** One run's journal on a file layer: call it again for another run on the same folder. */
export const openJournal = (
  { files, base, folder }: JournalBench,
  name = 'run',
  check: LineCheck = 'full',
): Journal => {
  let runs = 0;
  return createFileJournal({
    files,
    folder: () => folder,
    incident: anIncident,
    sums: contentSums,
    check,
    pathsOf,
    newSalt: () => randomUUID().replaceAll('-', ''),
    newWriter: () => {
      runs += 1;
      return writerId(`${name}-${runs}`);
    },
    now: () => start,
    nowMs: () => Date.now(),
    openFolder: () => ensureFolder(files, base, ['incident', 'journal']),
  });
};

export const namesOf = (commits: readonly LoadedCommit[]): readonly string[] =>
  commits.map(({ commit }) => commit.command.id.replace('command-', ''));
