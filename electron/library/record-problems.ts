import type { Instant } from '../../shared/kernel/instant.ts';
import type { OrderProblem } from '../../shared/record/causal-order.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { PathsOf } from '../../shared/record/line.ts';
import { findTextLeft, findUnexplainedBlanks, type OddText } from '../../shared/record/verify-chain.ts';
import { writerOfFile } from './journal-bytes.ts';

/** What is wrong with the record of an incident, from its files or from how they fit together. */
export interface RecordProblem {
  readonly kind: string;
  readonly file: string;
  readonly line?: number;
  readonly offset?: number;
  readonly text?: string;
  /** As in `JournalProblem`. */
  readonly after?: Instant;
  /** As in `JournalProblem`. */
  readonly isHeldElsewhere?: boolean;
  readonly message: string;
}

/**
 * What is odd about how commits fit together.
 * @param ofFiles a commit that is missing is not told where its file is known to be damaged, or cannot be read
 */
export const problemsOfOrder = (
  problems: readonly OrderProblem[],
  ofFiles: readonly Pick<RecordProblem, 'file'>[],
): RecordProblem[] => {
  const troubled = new Set(ofFiles.map(({ file }) => writerOfFile(file)));
  return problems
    .filter(({ kind, commit }) => kind !== 'missing' || !troubled.has(commit.writer))
    .map(({ kind, commit }) => ({
      kind,
      file: `${commit.writer}.jsonl`,
      line: commit.seq + 1,
      message: orderWords[kind],
    }));
};

const orderWords: Readonly<Record<OrderProblem['kind'], string>> = {
  forked: 'Two different records claim this place. Both are shown.',
  repeated: 'This command was recorded twice. It counts once.',
  missing:
    'From this line on records are missing that others had seen. Perhaps not all files were copied yet; else restore the incident from a bundle or the mirror.',
};

/** By design nothing is wrong then: the first line counts, the second costs nothing. */
export const isRepeat = ({ kind }: Pick<OrderProblem, 'kind'>): boolean => kind === 'repeated';

/** False for damage of a file that took nothing away: Verify alone names it. */
export const costsSomething = ({ isHeldElsewhere }: RecordProblem): boolean => !isHeldElsewhere;

/** Texts that are gone without a redaction. */
export const problemsOfBlanks = (commits: readonly LoadedCommit[]): RecordProblem[] =>
  findUnexplainedBlanks(commits).map(
    toProblem('unexplained-blank', 'A text was taken out of this line, and no redaction says who did it and why.'),
  );

/** Texts that are there in spite of one. */
export const problemsOfTextLeft = (commits: readonly LoadedCommit[], pathsOf: PathsOf): RecordProblem[] =>
  findTextLeft(commits, pathsOf).map(
    toProblem(
      'text-left',
      'A text of this line was redacted and still stands here. Opening the incident takes it out, ten seconds after the run that wrote it.',
    ),
  );

const toProblem =
  (kind: string, message: string) =>
  ({ commit }: OddText): RecordProblem => ({
    kind,
    file: `${commit.writer}.jsonl`,
    line: commit.seq + 1,
    message,
  });
