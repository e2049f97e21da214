import { orderCommits } from '../../shared/record/causal-order.ts';
import type { PathsOf } from '../../shared/record/line.ts';
import { type Chain, chainsOf } from './chains.ts';
import type { JournalNews } from './journal.ts';
import { problemsOfBlanks, problemsOfOrder, problemsOfTextLeft, type RecordProblem } from './record-problems.ts';

export interface Verified {
  readonly commits: number;
  readonly chains: readonly Chain[];
  readonly problems: readonly RecordProblem[];
}

/** What reading every file of an incident has shown. A commit that lies in several files counts once. */
export const toVerified = ({ commits, problems }: JournalNews, pathsOf: PathsOf): Verified => {
  const once = [...new Map(commits.map((loaded) => [loaded.sum, loaded])).values()];
  const found = [
    ...problems,
    ...problemsOfOrder(orderCommits(commits).problems()),
    ...problemsOfBlanks(commits),
    ...problemsOfTextLeft(commits, pathsOf),
  ];
  return { commits: once.length, chains: chainsOf(once, found), problems: found };
};
