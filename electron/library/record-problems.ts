import type { Instant } from '../../shared/kernel/instant.ts';
import type { OrderProblem } from '../../shared/record/causal-order.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { PathsOf } from '../../shared/record/line.ts';
import { findTextLeft, findUnexplainedBlanks, type OddText } from '../../shared/record/verify-chain.ts';

/** What is wrong with the record of an incident, from its files or from how they fit together. */
export interface RecordProblem {
  readonly kind: string;
  readonly file: string;
  readonly line?: number;
  readonly offset?: number;
  readonly text?: string;
  /** As in `JournalProblem`. */
  readonly after?: Instant;
  readonly message: string;
}

/** What is odd about how commits fit together. */
export const problemsOfOrder = (problems: readonly OrderProblem[]): RecordProblem[] =>
  problems.map(({ kind, commit }) => ({
    kind,
    file: `${commit.writer}.jsonl`,
    line: commit.seq + 1,
    message:
      kind === 'forked'
        ? 'Two different records claim this place. Both are shown.'
        : 'This command was recorded twice. It counts once.',
  }));

/** By design nothing is wrong then: the first line counts, the second costs nothing. */
export const isRepeat = ({ kind }: Pick<OrderProblem, 'kind'>): boolean => kind === 'repeated';

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
