import { join } from 'node:path';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { EventId, IncidentId } from '../../shared/record/ids.ts';
import { redactedEvents } from '../../shared/record/verify-chain.ts';
import { blankBytes, noTexts } from './blank-bytes.ts';
import { contentSums } from './content-sums.ts';
import { addFile, replaceFileIf } from './durable-file.ts';
import { quietMs } from './file-journal.ts';
import { type FileFacts, type FileLayer, isSameFile } from './file-layer.ts';
import { type JournalReading, readJournalBytes, writerOfFile } from './journal-bytes.ts';
import { sha256 } from './sha256.ts';

/** A journal file from elsewhere, read. */
export interface GivenJournal {
  /** Without a folder: `<writer>.jsonl`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface JournalsHere {
  readonly incident: IncidentId;
  /** The incident's `journal` folder, which must be there. */
  readonly folder: string;
  /** True for the file of a run of this process that goes on: nobody else may replace it. */
  readonly isOwn: (file: string) => boolean;
  /**
   * A file here whose writer seems alive and that another one would replace: `beside` takes that one in under a name of
   * its own, `later` leaves it for the next time.
   */
  readonly whenBusy: 'beside' | 'later';
  /** Lines of a newer version would make the incident read-only here; between a library and its mirror they must pass. */
  readonly mayBeNewer: boolean;
}

export interface TakingDeps {
  readonly files: FileLayer;
  readonly newToken: () => string;
  /** Ms since 1970 of the machine, to be compared with times of files. */
  readonly nowMs: () => number;
}

export interface TakenJournals {
  /** How many commits are here now that were not. */
  readonly commits: number;
  readonly left: readonly LeftFile[];
  /** Files here that other bytes would replace once their writers are quiet. */
  readonly later: readonly string[];
}

/** A file that stayed outside, and what to tell a person. */
export interface LeftFile {
  readonly name: string;
  readonly why: string;
}

interface Held {
  readonly name: string;
  /** With every redacted text taken out, whatever the disk says. */
  bytes: Buffer;
  /** As read; null once this call has written the file. */
  facts: FileFacts | null;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
}

/**
 * Takes journal files from elsewhere into an incident's folder. Nothing that is here is lost or overwritten by something
 * else: a file that only goes on longer takes the place of its beginning, anything that differs is kept beside as
 * `<writer>~<digest>.jsonl`, and what says nothing new is not written at all. Texts that a redaction known on either side
 * names are taken out of what comes in before it is written, and then out of what was here. Each file is written whole or
 * not at all, so the call can be repeated after a crash at any moment.
 * @throws what the file layer throws while writing
 */
export const takeInJournals = async (
  deps: TakingDeps,
  here: JournalsHere,
  given: readonly GivenJournal[],
): Promise<TakenJournals> => {
  const { files, newToken } = deps;
  const left: LeftFile[] = [];
  const later: string[] = [];
  const read = ({ name, bytes }: GivenJournal) =>
    readJournalBytes(bytes, { file: name, incident: here.incident, sums: contentSums });
  const raw = readHere(deps, here);
  const known = new Set<string>();
  const redacted = new Set<EventId>();
  const learn = (commits: readonly LoadedCommit[]) => {
    for (const event of redactedEvents(commits)) redacted.add(event);
  };
  for (const journal of raw) {
    const { commits } = read(journal);
    for (const loaded of commits) known.add(keyOf(loaded));
    learn(commits);
  }
  const before = known.size;
  const incoming = given.map((journal) => ({ journal, reading: read(journal) }));
  for (const { reading } of incoming) learn(reading.commits);
  const held = raw.map((journal): Held => {
    const blanked = blankBytes(journal.bytes, { events: redacted, texts: noTexts }, contentSums);
    return { ...journal, bytes: blanked ?? journal.bytes, isChanged: blanked !== null };
  });

  const isUnchanged = ({ name, facts }: Held) => {
    const now = files.stat(join(here.folder, name));
    return now !== null && isSameFile(now, facts);
  };

  /** False when it has to wait. */
  const place = async (name: string, bytes: Buffer): Promise<boolean> => {
    const kin = held.filter((each) => writerOfFile(each.name) === writerOfFile(name));
    if (kin.some((each) => startsWith(each.bytes, bytes))) return true;
    const shorter = kin.find((each) => startsWith(bytes, each.bytes));
    if (shorter?.isBusy && here.whenBusy === 'later') {
      later.push(shorter.name);
      return false;
    }
    const mayReplace = () => shorter !== undefined && (shorter.facts === null || isUnchanged(shorter));
    if (shorter && !shorter.isBusy) {
      const path = join(here.folder, shorter.name);
      if (await replaceFileIf(files, path, bytes, newToken(), mayReplace)) {
        Object.assign(shorter, { bytes, facts: null });
        return true;
      }
    }
    for (const free of namesFor(name, bytes)) {
      if (held.some((each) => each.name === free)) continue;
      // The file system is asked too: it may take two names for one where the list does not.
      if (!(await addFile(files, join(here.folder, free), bytes, newToken()))) continue;
      held.push({ name: free, bytes, facts: null, isChanged: false, isBusy: false });
      return true;
    }
    throw new Error(`Every name for ${name} is taken`);
  };

  for (const { journal, reading } of incoming) {
    const name = nameFor(journal.name, reading);
    const why = whyLeft(name, reading, here.mayBeNewer);
    if (name === null || why !== null) {
      left.push({ name: journal.name, why: why ?? '' });
      continue;
    }
    const isNews = reading.commits.some((loaded) => !known.has(keyOf(loaded))) || isNewer(reading);
    if (!isNews) continue;
    const bytes = toBuffer(journal.bytes);
    const isPlaced = await place(name, blankBytes(bytes, { events: redacted, texts: noTexts }, contentSums) ?? bytes);
    if (isPlaced) for (const loaded of reading.commits) known.add(keyOf(loaded));
  }
  for (const each of held.filter((file) => file.isChanged && file.facts !== null && !file.isBusy))
    await replaceFileIf(files, join(here.folder, each.name), each.bytes, newToken(), () => isUnchanged(each));
  return { commits: known.size - before, left, later };
};

/** What can be read of the journals that are here; one that cannot keeps its name and counts for nothing. */
const readHere = ({ files, nowMs }: TakingDeps, { folder, isOwn }: JournalsHere) =>
  files
    .list(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => {
      try {
        const facts = files.stat(join(folder, name));
        if (!facts || facts.isFolder) return [];
        const isBusy = isOwn(name) || nowMs() - facts.modifiedMs <= quietMs;
        return [{ name, bytes: toBuffer(files.readFile(join(folder, name))), facts, isBusy }];
      } catch {
        // A bad sector here is one of the reasons to take in a copy: it is put beside.
        return [];
      }
    });

/** Named for who wrote it, whatever a synchronising program made of its name. Null when that is no name for a file. */
const nameFor = (given: string, { commits }: JournalReading): string | null => {
  const writer = commits[0]?.commit.writer ?? writerOfFile(given);
  const name = writerOfFile(given) === writer ? given : `${writer}.jsonl`;
  return /^[\w-]{1,100}(~[\w-]{1,100})?\.jsonl$/.test(name) ? name : null;
};

const whyLeft = (name: string | null, reading: JournalReading, mayBeNewer: boolean): string | null => {
  if (name === null) return 'Its writer has no name that Holdfast gives.';
  const foreign = reading.problems.find(({ kind }) => kind === 'not-a-journal' || kind === 'other-incident');
  if (foreign && reading.commits.length === 0) return foreign.message;
  return isNewer(reading) && !mayBeNewer
    ? 'A newer version of Holdfast wrote to it: update Holdfast here first.'
    : null;
};

const isNewer = ({ problems, tailProblems }: JournalReading) =>
  [...problems, ...tailProblems].some(({ kind }) => kind === 'newer-format');

/** The name itself, then names that tell these bytes from others of the same writer. */
const namesFor = (name: string, bytes: Buffer): readonly string[] => {
  const digest = sha256(bytes);
  return [name, ...[8, 16, 64].map((length) => `${writerOfFile(name)}~${digest.slice(0, length)}.jsonl`)];
};

const keyOf = ({ commit, sum }: LoadedCommit) => `${commit.writer}/${commit.seq}/${sum}`;
const startsWith = (bytes: Buffer, beginning: Buffer) => bytes.subarray(0, beginning.length).equals(beginning);
const toBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
