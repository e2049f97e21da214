import { join } from 'node:path';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { ContentSums } from './content-sums.ts';
import type { FileFacts, FileLayer } from './file-layer.ts';
import type { JournalNews, JournalProblem } from './journal.ts';
import { type JournalReading, type ReadPosition, readJournalBytes, startOfFile } from './journal-bytes.ts';

export interface JournalReader {
  /** Commits that were not handed out before; those of the files named in `own` are left out. */
  read(own: ReadonlySet<string>): JournalNews;
}

export interface ReaderDeps {
  readonly files: FileLayer;
  /** Asked again each time: an incident has no folder before its first append. */
  readonly folder: () => string;
  readonly incident: IncidentId;
  readonly sums: ContentSums;
  /** Larger files are reported and not read. */
  readonly maxFileBytes?: number;
}

interface Known {
  readonly facts: FileFacts;
  readonly position: ReadPosition;
  readonly problems: readonly JournalProblem[];
  readonly tailProblems: readonly JournalProblem[];
}

const defaultMaxFileBytes = 1024 * 1024 * 1024;

/** Reads a folder of journals again and again, each time only what is new. */
export const createJournalReader = (deps: ReaderDeps): JournalReader => {
  const { files } = deps;
  const knownByFile = new Map<string, Known>();

  const readFile = (folder: string, file: string): readonly LoadedCommit[] => {
    const path = join(folder, file);
    const known = knownByFile.get(file);
    const facts = files.stat(path);
    if (!facts || facts.isFolder) {
      knownByFile.delete(file);
      return [];
    }
    if (known && isSame(known.facts, facts)) return [];
    if (facts.size > (deps.maxFileBytes ?? defaultMaxFileBytes)) {
      const message = `This file is larger than any journal (${facts.size} bytes). It was not read.`;
      knownByFile.set(file, {
        facts,
        position: startOfFile,
        tailProblems: [],
        problems: [{ kind: 'too-large', file, message }],
      });
      return [];
    }
    // Another file under this name (a redaction, a restored copy), or a shorter one: what was read before says nothing.
    const from =
      known && known.facts.identity === facts.identity && facts.size >= known.position.offset
        ? known.position
        : startOfFile;
    const reading = readFrom(path, file, from);
    // New bytes that do not fit to the old ones: perhaps the old ones were changed too.
    const isMisfit = from.offset > 0 && reading.problems.length > 0;
    const whole = isMisfit ? readFrom(path, file, startOfFile) : reading;
    const earlier = from.offset > 0 && !isMisfit ? (known?.problems ?? []) : [];
    knownByFile.set(file, {
      facts,
      position: whole.position,
      problems: [...earlier, ...whole.problems],
      tailProblems: whole.tailProblems,
    });
    return whole.commits;
  };

  const readFrom = (path: string, file: string, from: ReadPosition): JournalReading =>
    readJournalBytes(files.readFile(path, from.offset), { file, incident: deps.incident, sums: deps.sums }, from);

  return {
    read: (own) => {
      const commits: LoadedCommit[] = [];
      const troubles: JournalProblem[] = [];
      const folder = deps.folder();
      const names = listJournals(files, folder, troubles);
      for (const name of knownByFile.keys()) if (!names.includes(name)) knownByFile.delete(name);
      for (const file of names) {
        if (own.has(file)) continue;
        try {
          for (const commit of readFile(folder, file)) commits.push(commit);
        } catch (error) {
          troubles.push(unreadable(file, error));
        }
      }
      const known = [...knownByFile.values()].flatMap(({ problems, tailProblems }) => [...problems, ...tailProblems]);
      const problems = [...known, ...troubles];
      return { commits, problems, isReadOnly: problems.some((problem) => problem.kind === 'newer-format') };
    },
  };
};

const listJournals = (files: FileLayer, folder: string, troubles: JournalProblem[]): readonly string[] => {
  try {
    return files.list(folder).filter((name) => name.endsWith('.jsonl'));
  } catch (error) {
    // An incident without a journal folder has no commits yet; everything else must be told.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') troubles.push(unreadable('', error));
    return [];
  }
};

const unreadable = (file: string, error: unknown): JournalProblem => ({
  kind: 'unreadable',
  file,
  message: `This file could not be read: ${error instanceof Error ? error.message : String(error)}`,
});

const isSame = (a: FileFacts, b: FileFacts) =>
  a.identity === b.identity && a.size === b.size && a.modifiedMs === b.modifiedMs;
