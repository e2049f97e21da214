import { orderCommits } from '../../shared/record/causal-order.ts';
import type { PathsOf } from '../../shared/record/line.ts';
import { type Chain, chainsOf } from './chains.ts';
import type { JournalNews } from './journal.ts';
import {
  costsSomething,
  isRepeat,
  problemsOfBlanks,
  problemsOfOrder,
  problemsOfTextLeft,
  type RecordProblem,
} from './record-problems.ts';

export interface Verified {
  readonly commits: number;
  readonly chains: readonly Chain[];
  readonly problems: readonly RecordProblem[];
  /** Commands that lie there twice: a line that the disk refused and kept, or two devices that imported one file. */
  readonly repeats: readonly RecordProblem[];
}

/**
 * What reading every file of an incident has shown. A commit that lies in several files counts once.
 * @param beside what is wrong with files beside its journals
 */
export const toVerified = (
  { commits, problems }: JournalNews,
  pathsOf: PathsOf,
  beside: readonly RecordProblem[],
): Verified => {
  const once = [...new Map(commits.map((loaded) => [loaded.sum, loaded])).values()];
  const ofOrder = orderCommits(commits).problems();
  const found = [
    ...problems,
    ...problemsOfOrder(
      ofOrder.filter((problem) => !isRepeat(problem)),
      problems.filter(costsSomething),
    ),
    ...problemsOfBlanks(commits),
    ...problemsOfTextLeft(commits, pathsOf),
    ...beside,
  ];
  return {
    commits: once.length,
    chains: chainsOf(once, found.filter(costsSomething)),
    problems: found,
    repeats: problemsOfOrder(ofOrder.filter(isRepeat), problems),
  };
};
