import { createCausalGraph, isBefore, type Node } from './causal-graph.ts';
import { type CommitRef, hasSeen, type LoadedCommit, type OrderedCommit } from './commit.ts';
import type { CommandId, WriterId } from './ids.ts';

/** Something about the set of commits that a person should hear of; every commit is kept. */
export interface OrderProblem {
  /**
   * `forked`: one place of one writer holds two different commits. `repeated`: another commit recorded the same
   * command, and counts. `missing`: another commit had seen this one, and neither it nor any later one of its writer is here.
   */
  readonly kind: 'forked' | 'repeated' | 'missing';
  readonly commit: CommitRef;
}

/**
 * `none`: known already. `appended`: the commit is the last in order, a state can go on from where it was. `reordered`: it
 * belongs into the past, or changed what counts of it: fold anew.
 */
export type Placed = 'none' | 'appended' | 'reordered';

export interface CausalOrder {
  add(commit: LoadedCommit): Placed;
  /**
   * The commits that count, in order of application. Of several tries of one command the last one does: it was tried again
   * because nobody had been told that it was recorded, so the last is the one that somebody was told of. But an earlier
   * one that another writer had seen before the next try counts: what was recorded upon it would hang in the air.
   */
  commits(): readonly OrderedCommit[];
  /** Every commit in order of application, repeats too. */
  all(): readonly LoadedCommit[];
  /** The one that counts of all that recorded this command. */
  countedOf(command: CommandId): LoadedCommit | undefined;
  problems(): readonly OrderProblem[];
  /** The newest commits: those that no other has seen. */
  frontier(): readonly CommitRef[];
  /** What the next commit of `writer` must name as `heads`. */
  headsFor(writer: string): readonly CommitRef[];
  /** Also true for a commit that is missing here but that `of` names as seen. */
  hasSeen(of: CommitRef, other: CommitRef): boolean;
}

/**
 * The order of application: a commit comes after everything that it had seen; among those that had not seen each other
 * `recordedAt`, then the writer, then `seq`, then the sum decide. It depends on nothing but the set of commits, so every
 * device arrives at the same order however the commits reached it.
 */
export const orderCommits = (commits: Iterable<LoadedCommit>): CausalOrder => {
  const order = createCausalOrder();
  order.addAll(commits);
  return order;
};

/** As `orderCommits`, growing one commit at a time; appending costs the same however many there are. */
export const createCausalOrder = (): CausalOrder & { addAll(commits: Iterable<LoadedCommit>): void } => {
  const graph = createCausalGraph();
  let nodes: Node[] = [];
  let isCircular = false;
  /** Kept beside the nodes so that an unchanged order is handed out again. */
  let counted: OrderedCommit[] | null = null;
  let repeats: CommitRef[] = [];
  const countedByCommand = new Map<CommandId, Node>();

  const recount = () => {
    countedByCommand.clear();
    for (const node of nodes) countedByCommand.set(commandOf(node), node);
    const hasTries = countedByCommand.size < nodes.length;
    if (hasTries) settleTries();
    const counting: OrderedCommit[] = [];
    repeats = [];
    for (const node of nodes) {
      // Nearly no record has any, and opening a long one should not look each of its commands up again.
      if (!hasTries || countedByCommand.get(commandOf(node)) === node) counting.push(toOrdered(node, counting.length));
      else repeats.push(node.loaded.commit);
    }
    counted = counting;
    return counting;
  };
  /** Some commands were recorded more than once. */
  const settleTries = () => {
    countedByCommand.clear();
    const triesByCommand = new Map<CommandId, Node[]>();
    const seenByOthers = new Map<WriterId, number>();
    const isBuiltUpon = ({ loaded: { commit } }: Node) => (seenByOthers.get(commit.writer) ?? 0) >= commit.seq;
    for (const node of nodes) {
      const before = triesByCommand.get(commandOf(node)) ?? [];
      if (!before.some(isBuiltUpon)) countedByCommand.set(commandOf(node), node);
      triesByCommand.set(commandOf(node), [...before, node]);
      for (const [writer, seq] of node.seen) seenByOthers.set(writer, Math.max(seq, seenByOthers.get(writer) ?? 0));
    }
  };
  const toOrdered = (node: Node, index: number): OrderedCommit => {
    const { commit, sum, blanked } = node.loaded;
    const { seen } = node;
    // Spelled out: spreading every commit takes as long as sorting them.
    return blanked ? { commit, sum, blanked, index, seen } : { commit, sum, index, seen };
  };

  /** Where a commit goes that nothing here has seen: behind its causes, before the first that loses the tie. */
  const placeOf = (node: Node): number => {
    let place = nodes.length;
    for (let index = nodes.length - 1; index >= 0; index -= 1) {
      const other = nodes[index] as Node;
      if (node.parents.includes(other)) break;
      if (isBefore(node, other)) place = index;
    }
    return place;
  };

  const resort = () => {
    const { sorted, isCircular: circle } = graph.relink();
    nodes = sorted;
    isCircular = circle;
  };

  const commits = () => counted ?? recount();

  const add = (loaded: LoadedCommit): Placed => {
    const known = (graph.at(loaded.commit) ?? []).find((node) => node.loaded.sum === loaded.sum);
    if (known) {
      const merged = mergeBlanked(known.loaded, loaded);
      if (merged === known.loaded) return 'none';
      known.loaded = merged;
      counted = null;
      return 'reordered';
    }
    const before = commits();
    const node = graph.insert(loaded);
    const isLate = graph.isNamedAlready(node);
    if (!isLate) graph.link(node);
    const place = isLate || isCircular ? null : placeOf(node);
    if (place === nodes.length) {
      nodes.push(node);
      if (!countedByCommand.has(commandOf(node))) {
        countedByCommand.set(commandOf(node), node);
        before.push(toOrdered(node, before.length));
        return 'appended';
      }
    } else if (place === null) resort();
    else nodes.splice(place, 0, node);
    counted = null;
    return 'reordered';
  };

  return {
    add,
    addAll: (all) => {
      // A journal read from its start is in order already; only what is not needs the sorting, and that once.
      let isSorted = !isCircular;
      for (const loaded of all) {
        const twin = (graph.at(loaded.commit) ?? []).find((node) => node.loaded.sum === loaded.sum);
        if (twin) {
          twin.loaded = mergeBlanked(twin.loaded, loaded);
          continue;
        }
        const node = graph.insert(loaded);
        isSorted &&= !graph.isNamedAlready(node);
        if (!isSorted) continue;
        graph.link(node);
        const last = nodes.at(-1);
        isSorted = last === undefined || node.parents.includes(last);
        nodes.push(node);
      }
      if (!isSorted) resort();
      counted = null;
    },
    commits,
    all: () => nodes.map(({ loaded }) => loaded),
    countedOf: (command) => {
      commits();
      return countedByCommand.get(command)?.loaded;
    },
    problems: () => {
      commits();
      const toProblem =
        (kind: OrderProblem['kind']) =>
        ({ writer, seq }: CommitRef) => ({ kind, commit: { writer, seq } });
      return [
        ...graph.forks().map(toProblem('forked')),
        ...repeats.map(toProblem('repeated')),
        ...graph.missing().map(toProblem('missing')),
      ];
    },
    frontier: () => graph.frontier(),
    headsFor: (writer) => graph.frontier().filter((head) => head.writer !== writer),
    hasSeen: (of, other) =>
      (graph.at(of) ?? []).some(({ loaded: { commit }, seen }) => hasSeen({ commit, seen }, other)),
  };
};

const commandOf = ({ loaded }: Node): CommandId => loaded.commit.command.id;

/**
 * Two copies of one line, of which a redaction may have reached only one: blanked wins, whichever came first.
 */
const mergeBlanked = (a: LoadedCommit, b: LoadedCommit): LoadedCommit => {
  const added = (b.blanked ?? []).filter((id) => !a.blanked?.includes(id));
  if (added.length === 0) return a;
  const events = a.commit.events.map((event, index) =>
    added.includes(event.id) ? (b.commit.events[index] ?? event) : event,
  );
  // In the order of the events, so that the outcome does not depend on which copy was seen first.
  const gone = new Set([...(a.blanked ?? []), ...added]);
  const blanked = events.map((event) => event.id).filter((id) => gone.has(id));
  return { ...a, commit: { ...a.commit, events }, blanked };
};
