import { growIncident } from '../../shared/incident/fold.ts';
import type { IncidentState } from '../../shared/incident/incident-state.ts';
import { orderCommits } from '../../shared/record/causal-order.ts';
import { type CommitRef, hasSeen, type LoadedCommit, type OrderedCommit } from '../../shared/record/commit.ts';
import type { IncidentId, WriterId } from '../../shared/record/ids.ts';
import { createIncidentHistory } from '../library/incident-history.ts';

/** A commit with what its writer knew when it decided. */
export interface DecidedOn {
  readonly loaded: LoadedCommit;
  /** Of all that the commit had seen, and of nothing that came later or from elsewhere. The next question changes it. */
  readonly state: IncidentState;
}

/** Undefined for a commit that is not here, or a repetition. */
export type Hindsight = (ref: CommitRef) => DecidedOn | undefined;

/** The commits of one writer in their order, and how many of them the state has taken in. */
interface Chain {
  readonly commits: OrderedCommit[];
  readonly bySeq: Map<number, OrderedCommit>;
  taken: number;
}

/**
 * What each of these commits was decided on: with its moment and its author the same command decides the same there.
 * Asked in the order of recording, all of them together fold the incident once; a question about less than the one
 * before begins anew.
 */
export const createHindsight = (id: IncidentId, commits: Iterable<LoadedCommit>, grow = growIncident): Hindsight => {
  const chains = toChains(orderCommits(commits).commits());
  let history = createIncidentHistory(id, { grow });

  const isBeyond =
    (found: OrderedCommit) =>
    ({ commits: chain, taken }: Chain) => {
      const last = chain[taken - 1];
      return last !== undefined && (last === found || !hasSeen(found, last.commit));
    };
  const takeSeen = (found: OrderedCommit, chain: Chain): readonly OrderedCommit[] => {
    const from = chain.taken;
    let next = chain.commits[from];
    while (next && next !== found && hasSeen(found, next.commit)) {
      chain.taken += 1;
      next = chain.commits[chain.taken];
    }
    return chain.commits.slice(from, chain.taken);
  };

  return ({ writer, seq }) => {
    const found = chains.get(writer)?.bySeq.get(seq);
    if (!found) return undefined;
    const all = [...chains.values()];
    if (all.some(isBeyond(found))) {
      history = createIncidentHistory(id, { grow });
      for (const chain of all) chain.taken = 0;
    }
    history.addRecorded(all.flatMap((chain) => takeSeen(found, chain)).sort((a, b) => a.index - b.index));
    return { loaded: found, state: history.deciding() };
  };
};

const toChains = (commits: readonly OrderedCommit[]): ReadonlyMap<WriterId, Chain> => {
  const chains = new Map<WriterId, Chain>();
  for (const ordered of commits) {
    const chain: Chain = chains.get(ordered.commit.writer) ?? { commits: [], bySeq: new Map(), taken: 0 };
    chains.set(ordered.commit.writer, chain);
    chain.commits.push(ordered);
    chain.bySeq.set(ordered.commit.seq, ordered);
  }
  return chains;
};
