import { orderCommits } from '../record/causal-order.ts';
import { type CommitRef, hasSeen, type LoadedCommit } from '../record/commit.ts';
import type { IncidentId } from '../record/ids.ts';
import { foldIncident } from './fold.ts';
import type { IncidentState } from './incident-state.ts';

/** A commit with what its writer knew when it decided. */
export interface DecidedOn {
  readonly loaded: LoadedCommit;
  /** Of all that the commit had seen, and of nothing that came later or from elsewhere. */
  readonly state: IncidentState;
}

/**
 * What the commit at `ref` was decided on: with its moment and its author the same command decides the same there.
 * Undefined when it is not among `commits`, or a repetition. Folds the past anew.
 */
export const decidedOn = (id: IncidentId, commits: Iterable<LoadedCommit>, ref: CommitRef): DecidedOn | undefined => {
  const ordered = orderCommits(commits).commits();
  const found = ordered.find(({ commit }) => commit.writer === ref.writer && commit.seq === ref.seq);
  if (!found) return undefined;
  const seen = ordered.filter((other) => other !== found && hasSeen(found, other.commit));
  return { loaded: found, state: foldIncident(id, orderCommits(seen).commits()) };
};
