import { join } from 'node:path';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { LineCheck } from '../../shared/record/line.ts';
import type { ContentSums } from './content-sums.ts';
import { type FileFacts, type FileLayer, isSameFile } from './file-layer.ts';
import { createHeldElsewhere } from './held-elsewhere.ts';
import type { CheckStep, JournalNews, JournalProblem } from './journal.ts';
import { type JournalReading, type ReadPosition, readJournalBytes, startOfFile } from './journal-bytes.ts';
import { createLateCheck, type LateCheck } from './late-check.ts';
import { openRefusing, openWith } from './open-piece.ts';
import { StorageError } from './storage-failure.ts';

export interface JournalReader {
  /** Commits that were not handed out before; those of the files named in `own` are left out. */
  read(own: ReadonlySet<string>): JournalNews;
  isChecked(): boolean;
  checkMore(): CheckStep;
  /** All commits again, but for those in `unfit`: the full check has found their lines. */
  readAnew(own: ReadonlySet<string>): JournalNews & { readonly unfit: readonly LoadedCommit[] };
}

export interface ReaderDeps {
  readonly files: FileLayer;
  /** Asked again each time: an incident has no folder before its first append. */
  readonly folder: () => string;
  readonly incident: IncidentId;
  readonly sums: ContentSums;
  /**
   * How a file is read from its start, `full` when left out. After `quick`, `checkMore` has to follow. What is appended
   * later always gets the full check at once: it is little.
   */
  readonly check?: LineCheck;
  /** Told of each file that gave commits. */
  readonly onCommits?: (file: string) => void;
  /** Larger files are reported and not read. */
  readonly maxFileBytes?: number;
}

interface Known {
  readonly facts: FileFacts;
  readonly position: ReadPosition;
  readonly problems: readonly JournalProblem[];
  readonly tailProblems: readonly JournalProblem[];
  /** The full check that follows the quick one; null when there was none to follow. */
  readonly late: LateCheck | null;
  /** Offsets of lines that were left out because the full check had found them. */
  readonly refused: ReadonlySet<number>;
}

/** By file: which file it was, and which of its lines the full check has found. */
type Findings = ReadonlyMap<string, { readonly identity: string; readonly unfit: ReadonlySet<number> }>;

const none: ReadonlySet<number> = new Set();
const noFindings: Findings = new Map();
/** Larger files are no journals: reported, and left alone. */
export const largestJournal = 1024 * 1024 * 1024;

/** Reads a folder of journals again and again, each time only what is new. */
export const createJournalReader = (deps: ReaderDeps): JournalReader => {
  const { files } = deps;
  const knownByFile = new Map<string, Known>();
  const markHeldElsewhere = createHeldElsewhere(deps);
  /** How many whole lines each file had at most: fewer are lost ones, since nobody takes any out. */
  const mostLines = new Map<string, number>();
  const hasLost = ([file, lines]: readonly [string, number]) =>
    lines > headerLines && (knownByFile.get(file)?.position.whole ?? 0) < lines;

  const readFile = (folder: string, file: string, findings: Findings): readonly LoadedCommit[] => {
    const path = join(folder, file);
    const known = knownByFile.get(file);
    const facts = files.stat(path);
    if (!facts || facts.isFolder) {
      knownByFile.delete(file);
      // Taken away between two questions, or a link to a disk that is not in: the name alone tells.
      if (facts || files.list(folder).includes(file))
        throw new StorageError('EINVAL', facts ? 'it is a folder' : 'it leads nowhere');
      return [];
    }
    if (known && isSameFile(known.facts, facts)) return [];
    if (facts.size > (deps.maxFileBytes ?? largestJournal)) {
      const message = `This file is larger than any journal (${facts.size} bytes). It was not read.`;
      knownByFile.set(file, {
        facts,
        position: startOfFile,
        tailProblems: [],
        problems: [{ kind: 'too-large', file, message }],
        late: null,
        refused: none,
      });
      return [];
    }
    // Another file under this name (a redaction, a restored copy), or a shorter one: what was read before says nothing.
    const from =
      known && known.facts.identity === facts.identity && facts.size >= known.position.offset
        ? known.position
        : startOfFile;
    const found = findings.get(file);
    const refused = found?.identity === facts.identity ? found.unfit : none;
    const reading = readFrom(path, file, from, refused);
    // New bytes that do not fit to the old ones: perhaps the old ones were changed too.
    const isMisfit = from.offset > 0 && reading.problems.length > 0;
    const whole = isMisfit ? readFrom(path, file, startOfFile, refused) : reading;
    const goesOn = from.offset > 0 && !isMisfit ? known : undefined;
    knownByFile.set(file, {
      facts,
      position: whole.position,
      problems: [...(goesOn?.problems ?? []), ...whole.problems],
      tailProblems: whole.tailProblems,
      // Where the quick check let no line pass, the full one has nothing to find.
      late: goesOn ? goesOn.late : whole.position.whole > 0 ? lateCheck(path, file, facts.size) : null,
      refused: goesOn?.refused ?? refused,
    });
    if (whole.commits.length > 0) deps.onCommits?.(file);
    return whole.commits;
  };

  const sourceOf = (file: string) => ({ file, incident: deps.incident, sums: deps.sums });
  const readFrom = (path: string, file: string, from: ReadPosition, refused: ReadonlySet<number>): JournalReading => {
    const isQuick = from.offset === 0 && deps.check === 'quick';
    const open = isQuick ? openRefusing(openWith(deps.sums, 'quick'), refused) : openWith(deps.sums, 'full');
    return readJournalBytes(files.readFile(path, from.offset), { ...sourceOf(file), open }, from);
  };
  const lateCheck = (path: string, file: string, size: number): LateCheck | null =>
    deps.check === 'quick'
      ? createLateCheck((from, length) => files.readFile(path, from, length), sourceOf(file), size)
      : null;

  const isChecked = () => ![...knownByFile.values()].some(isUnchecked);
  const checkSlice = (file: string, known: Known) => {
    try {
      known.late?.next();
    } catch {
      // It could be read a moment ago, and what was read had its CRC: whoever reads it next says what is wrong.
      knownByFile.set(file, { ...known, late: null });
    }
  };
  const checkMore = (): CheckStep => {
    const unchecked = [...knownByFile].find(([, known]) => isUnchecked(known));
    if (unchecked) checkSlice(...unchecked);
    if (!isChecked()) return 'more';
    const isFound = ({ late, refused }: Known) =>
      [...(late?.unfit.keys() ?? [])].some((offset) => !refused.has(offset));
    return [...knownByFile.values()].some(isFound) ? 'found' : 'done';
  };

  const read = (own: ReadonlySet<string>, findings: Findings): JournalNews => {
    const commits: LoadedCommit[] = [];
    const troubles: JournalProblem[] = [];
    const folder = deps.folder();
    const names = listJournals(files, folder, troubles);
    const isListed = troubles.length === 0;
    for (const name of knownByFile.keys()) if (!names.includes(name)) knownByFile.delete(name);
    for (const file of names) {
      if (own.has(file)) continue;
      try {
        for (const commit of readFile(folder, file, findings)) commits.push(commit);
      } catch (error) {
        troubles.push(unreadable(file, error));
      }
    }
    const known = [...knownByFile.values()].flatMap(({ problems, tailProblems }) => [...problems, ...tailProblems]);
    for (const [file, { position }] of knownByFile)
      mostLines.set(file, Math.max(position.whole, mostLines.get(file) ?? 0));
    // Of a file that has other problems, something is said already.
    const told = new Set([...known, ...troubles].map(({ file }) => file));
    const lost = isListed ? [...mostLines].filter(hasLost).flatMap(([file]) => (told.has(file) ? [] : [file])) : [];
    const problems = [...markHeldElsewhere(known, names), ...troubles, ...lostLines(lost)];
    return { commits, problems, isReadOnly: problems.some((problem) => problem.kind === 'newer-format') };
  };

  return {
    read: (own) => read(own, noFindings),
    isChecked,
    checkMore,
    readAnew: (own) => {
      const findings = new Map(
        [...knownByFile].map(([file, { facts, late, refused }]) => [
          file,
          { identity: facts.identity, unfit: new Set([...refused, ...(late?.unfit.keys() ?? [])]) },
        ]),
      );
      const unfit = [...knownByFile.values()].flatMap(({ late }) => [...(late?.unfit.values() ?? [])]);
      knownByFile.clear();
      // Lines that the full check has found are not lost.
      mostLines.clear();
      return { ...read(own, findings), unfit: unfit.filter((loaded) => loaded !== null) };
    },
  };
};

const isUnchecked = ({ late }: Known) => late !== null && !late.isDone();

const listJournals = (files: FileLayer, folder: string, troubles: JournalProblem[]): readonly string[] => {
  try {
    return files.list(folder).filter((name) => name.endsWith('.jsonl'));
  } catch (error) {
    // An incident without a journal folder has no commits yet; everything else must be told.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') troubles.push(unreadable('', error));
    return [];
  }
};

const headerLines = 1;

const lostLines = ([file, ...more]: readonly string[]): readonly JournalProblem[] => {
  if (file === undefined) return [];
  const [where, what] =
    more.length === 0 ? ['from this file', 'it'] : [`from ${more.length + 1} files of this incident`, 'them'];
  const message = `Lines are gone ${where}. What was recorded there is still on this screen: put ${what} back, or export now.`;
  return [{ kind: 'lost-lines', file: more.length === 0 ? file : '', message }];
};

const unreadable = (file: string, error: unknown): JournalProblem => ({
  kind: 'unreadable',
  file,
  message: `This file cannot be read now (${reasonOf(error)}). What it holds is missing here; it is tried again by itself.`,
});
