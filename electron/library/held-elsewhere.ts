import { join } from 'node:path';
import { type FileFacts, type FileLayer, isSameFile } from './file-layer.ts';
import type { JournalProblem } from './journal.ts';
import { type JournalReading, type JournalSource, readJournalBytes, writerOfFile } from './journal-bytes.ts';

interface Deps extends Pick<JournalSource, 'incident' | 'sums'> {
  readonly files: FileLayer;
  readonly folder: () => string;
}

interface Read {
  readonly name: string;
  readonly bytes: Buffer;
  readonly reading: JournalReading;
}

interface Look {
  readonly facts: readonly (FileFacts | null)[];
  readonly isHeld: boolean;
}

/** The newest line of a writer; each names the one before it, so that its sum stands for all of them. */
interface Head {
  readonly seq: number;
  readonly sum: string;
}

/**
 * Marks damage that costs nothing, because a second file of the same writer holds every record that the damaged one can
 * have held. Looked up in the files as they are now: what a run still has in memory can be lost.
 */
export const createHeldElsewhere = ({ files, folder, ...source }: Deps) => {
  const looks = new Map<string, Look>();

  const readOne = (name: string): Read => {
    // From its first byte to its last, and apart from what is kept of the file for other purposes.
    const path = join(folder(), name);
    const bytes = Buffer.from(files.readFile(path, 0, files.stat(path)?.size ?? 0));
    return { name, bytes, reading: readJournalBytes(bytes, { ...source, file: name }) };
  };

  const look = (file: string, seconds: readonly string[]): boolean => {
    try {
      const facts = [file, ...seconds].map((name) => files.stat(join(folder(), name)));
      const known = looks.get(file);
      if (
        known?.facts.length === facts.length &&
        known.facts.every((each, index) => isSameFile(each, facts[index] ?? null))
      )
        return known.isHeld;
      const isHeld = holdsAll(readOne(file), seconds.map(readOne));
      looks.set(file, { facts, isHeld });
      return isHeld;
    } catch {
      // A file that cannot be read now proves nothing; that it cannot be read is told by who reads it all.
      return false;
    }
  };

  /** @param names every journal file of the incident */
  return (problems: readonly JournalProblem[], names: readonly string[]): readonly JournalProblem[] => {
    const held = new Set<string>();
    for (const file of new Set(problems.filter(isLostLine).map((problem) => problem.file))) {
      const writer = writerOfFile(file);
      const seconds = names.filter((name) => name !== file && writerOfFile(name) === writer);
      if (seconds.length > 0 && look(file, seconds)) held.add(file);
    }
    return problems.map((problem) =>
      held.has(problem.file)
        ? { ...problem, isHeldElsewhere: true, message: `${problem.message} ${heldWords}` }
        : problem,
    );
  };
};

const heldWords = 'What it held is whole in another file: nothing is missing.';

/** A place where the whole line is lost. Any other doubt about a file is told, whatever else is there. */
const isLostLine = ({ kind, text }: JournalProblem) =>
  (kind === 'damaged-line' || kind === 'torn-tail') && text !== undefined;

const holdsAll = (damaged: Read, seconds: readonly Read[]): boolean => {
  if (!problemsOf(damaged).every(isLostLine)) return false;
  const head =
    headOf(damaged) ?? seconds.map((second) => headInStepWith(second, damaged)).find((found) => found !== null);
  // More lines than commits below the head: something stood here that it does not speak for.
  if (!head || head.seq < damaged.reading.position.line - 1 - headerLines) return false;
  const bySum = new Map(
    [damaged, ...seconds].flatMap(({ reading }) => reading.commits).map((loaded) => [loaded.sum, loaded.commit]),
  );
  let { seq, sum } = head;
  for (; seq > 0; seq -= 1) {
    const commit = bySum.get(sum);
    if (commit?.seq !== seq) return false;
    sum = commit.prev;
  }
  return true;
};

/** The newest record of a file that ends with a whole line; null when damage ends it. */
const headOf = ({ reading: { position, tailProblems } }: Read): Head | null =>
  tailProblems.length > 0 || position.prev === null || position.seq === null
    ? null
    : { seq: position.seq, sum: position.prev };

/** That of a whole file with a line that ends at the very byte where the damaged file ends: nothing stood behind it. */
const headInStepWith = (second: Read, { bytes }: Read): Head | null =>
  problemsOf(second).length === 0 && second.bytes[bytes.length - 1] === lineFeed ? headOf(second) : null;

const problemsOf = ({ reading: { problems, tailProblems } }: Read) => [...problems, ...tailProblems];

const headerLines = 1;
const lineFeed = 10;
