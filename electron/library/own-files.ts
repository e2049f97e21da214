import type { LoadedCommit } from '../../shared/record/commit.ts';
import { type FileFacts, isSameFile } from './file-layer.ts';
import type { JournalProblem } from './journal.ts';
import type { JournalReading } from './journal-bytes.ts';

/** The journal files of this run: the one it appends to, and those that it left behind a failure. */
export interface OwnFiles {
  /** The run turns to this file, and leaves the one before. */
  turnTo(file: string): void;
  /** One more line of the file is on the disk. */
  acknowledge(file: string): void;
  /** By file how many lines are on the disk, as far as anybody was told. */
  acknowledged(): ReadonlyMap<string, number>;
  /** What is wrong with them now. */
  problems(): readonly JournalProblem[];
}

interface OwnFilesDeps {
  readonly stat: (file: string) => FileFacts | null;
  readonly read: (file: string) => JournalReading;
}

interface Own {
  acknowledged: number;
  /** As it was when it was looked at; undefined before. */
  looked: FileFacts | null | undefined;
  problems: readonly JournalProblem[];
}

export const createOwnFiles = ({ stat, read }: OwnFilesDeps): OwnFiles => {
  const own = new Map<string, Own>();
  let current = '';

  const isAbsent = (file: string): boolean => {
    try {
      return stat(file) === null;
    } catch {
      return false;
    }
  };

  /** What it holds: more than was acknowledged, or less. */
  const look = (file: string, facts: FileFacts | null, acknowledged: number): readonly JournalProblem[] => {
    if (!facts) return acknowledged === 0 ? [] : [lostLines(file, acknowledged)];
    const { commits, problems, tailProblems } = read(file);
    const there = new Set(commits.map(({ commit }) => commit.seq));
    // Lines are acknowledged from the first on, without a gap.
    const missing = Array.from({ length: acknowledged }, (_, index) => index + 1).filter((seq) => !there.has(seq));
    return [
      ...problems,
      ...tailProblems,
      ...(missing.length > 0 ? [lostLines(file, missing.length)] : []),
      // What the run still appends to may hold lines that wait for their flush.
      ...(file === current ? [] : commits.slice(acknowledged).map((loaded) => inDoubt(file, loaded))),
    ];
  };

  const lookAgain = (file: string, known: Own) => {
    try {
      const facts = stat(file);
      const { looked } = known;
      known.looked = facts;
      if (looked !== undefined && isSameFile(facts, looked)) return;
      if (file === current && looked && hasGrown(facts, looked)) return;
      known.problems = look(file, facts, known.acknowledged);
    } catch (error) {
      known.looked = undefined;
      const message = `The journal of this run cannot be read any more: ${String(error)}`;
      known.problems = [{ kind: 'unreadable', file, message }];
    }
  };

  return {
    turnTo: (file) => {
      const left = own.get(current);
      // A disk that stays full refuses for hours: a file that never came to be is not remembered.
      if (left?.acknowledged === 0 && isAbsent(current)) own.delete(current);
      else if (left) left.looked = undefined;
      current = file;
      own.set(file, { acknowledged: 0, looked: undefined, problems: [] });
    },
    acknowledge: (file) => {
      const known = own.get(file);
      if (known) known.acknowledged += 1;
    },
    acknowledged: () => new Map([...own].map(([file, { acknowledged }]) => [file, acknowledged])),
    problems: () => {
      for (const [file, known] of own) lookAgain(file, known);
      return [...own.values()].flatMap(({ problems }) => problems);
    },
  };
};

/** Appended to, by whoever may: that is no news of what was there. */
const hasGrown = (facts: FileFacts | null, before: FileFacts): boolean =>
  facts !== null && facts.identity === before.identity && facts.size >= before.size;

const lostLines = (file: string, count: number): JournalProblem => ({
  kind: 'lost-lines',
  file,
  message: `${count === 1 ? 'One recorded line of this run is' : `${count} recorded lines of this run are`} no longer in its file. What is on this screen is all there is: put the file back, or export now.`,
});

const inDoubt = (file: string, { commit }: LoadedCommit): JournalProblem => ({
  kind: 'in-doubt',
  file,
  line: commit.seq + 1,
  command: commit.command.id,
  message:
    'This line was refused because the disk did not confirm it. It can be read now and may show up after a restart.',
});
