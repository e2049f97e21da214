import { byText, compareTexts } from '../kernel/by-text.ts';
import type { CommitRef, LoadedCommit } from './commit.ts';
import { createHeap } from './heap.ts';
import type { WriterId } from './ids.ts';

/** Shared between commits that saw nothing new, so one writer costs nothing. */
type SeenSeqs = ReadonlyMap<WriterId, number>;
const sawNothing: SeenSeqs = new Map();
const noNodes: readonly Node[] = [];

export interface Node {
  loaded: LoadedCommit;
  /** Direct causes that are here. A missing one is stood in for by the newest earlier commit of its writer. */
  parents: readonly Node[];
  seen: SeenSeqs;
}

interface Sorted {
  readonly sorted: Node[];
  /** Some commits claim to have seen each other: damage or forgery, let out one by one. */
  readonly isCircular: boolean;
}

/** The commits of one writer. `named` is the highest `seq` that anybody claims to have seen. */
interface Chain {
  readonly bySeq: Map<number, Node[]>;
  /** Ascending. */
  readonly seqs: number[];
  last: number;
  named: number;
}

export interface CausalGraph {
  /** All commits at one place of one writer: more than one is a fork. */
  at(ref: CommitRef): readonly Node[] | undefined;
  insert(loaded: LoadedCommit): Node;
  /** True when something here came after `node` or named it before it arrived. */
  isNamedAlready(node: Node): boolean;
  /** Finds the causes of a commit whose causes are all linked; what arrives late needs `relink`. */
  link(node: Node): void;
  /** Works out every cause anew and returns all commits in order. */
  relink(): Sorted;
  frontier(): CommitRef[];
  forks(): CommitRef[];
  /** Of each writer the first commit behind its newest one here, where somebody claims to have seen it. */
  missing(): CommitRef[];
}

/** Empty; grows with every commit of one incident. */
export const createCausalGraph = (): CausalGraph => {
  const journals = new Map<WriterId, Chain>();
  const forked: CommitRef[] = [];

  const journalOf = (writer: WriterId) => {
    const found = journals.get(writer);
    if (found) return found;
    const made: Chain = { bySeq: new Map(), seqs: [], last: 0, named: 0 };
    journals.set(writer, made);
    return made;
  };

  /** The commits of `writer` at `seq`, or at the newest place before it that is not missing. */
  const nearest = (writer: WriterId, seq: number): readonly Node[] => {
    const journal = journals.get(writer);
    if (!journal) return noNodes;
    const there = journal.bySeq.get(seq);
    if (there) return there;
    const at = journal.seqs[countUpTo(journal.seqs, seq) - 1];
    return (at !== undefined && journal.bySeq.get(at)) || noNodes;
  };

  const link = (node: Node) => {
    const { writer, seq, heads } = node.loaded.commit;
    const before = nearest(writer, seq - 1);
    const others = heads.length === 0 ? heads : heads.filter((head) => head.writer !== writer);
    if (others.length === 0 && before.length === 1) {
      // The very list: a fork that joins it later has everything linked anew.
      node.parents = before;
      node.seen = before[0]?.seen ?? sawNothing;
      return;
    }
    const seen = new Map<WriterId, number>();
    const see = (by: WriterId, upTo: number) => {
      if (by !== writer && upTo > (seen.get(by) ?? 0)) seen.set(by, upTo);
    };
    const parents = new Set(before);
    for (const parent of before) for (const [by, upTo] of parent.seen) see(by, upTo);
    for (const head of others) {
      see(head.writer, head.seq);
      const journal = journalOf(head.writer);
      journal.named = Math.max(journal.named, head.seq);
      for (const parent of nearest(head.writer, head.seq)) {
        parents.add(parent);
        for (const [by, upTo] of parent.seen) see(by, upTo);
      }
    }
    node.parents = [...parents];
    node.seen = seen.size ? seen : sawNothing;
  };

  function* nodes() {
    for (const journal of journals.values()) for (const found of journal.bySeq.values()) yield* found;
  }

  return {
    at: (ref) => journals.get(ref.writer)?.bySeq.get(ref.seq),
    insert: (loaded) => {
      const node: Node = { loaded, parents: noNodes, seen: sawNothing };
      const { writer, seq } = loaded.commit;
      const journal = journalOf(writer);
      const same = journal.bySeq.get(seq);
      if (same?.length === 1) forked.push({ writer, seq });
      if (same) same.push(node);
      else {
        journal.bySeq.set(seq, [node]);
        if (seq > journal.last) journal.seqs.push(seq);
        else journal.seqs.splice(countUpTo(journal.seqs, seq), 0, seq);
      }
      journal.last = Math.max(journal.last, seq);
      return node;
    },
    link,
    isNamedAlready: (node) => {
      const { writer, seq } = node.loaded.commit;
      const journal = journalOf(writer);
      return seq < journal.last || seq <= journal.named || (journal.bySeq.get(seq)?.length ?? 0) > 1;
    },
    relink: () => {
      // What a commit saw derives from what its parents saw, so parents go first.
      const all = [...nodes()];
      for (const node of all) link(node);
      const { sorted, isCircular } = sortCausally(all);
      for (const node of all) node.seen = sawNothing;
      for (const node of sorted) link(node);
      return { sorted, isCircular };
    },
    frontier: () => {
      const lasts = [...journals].flatMap(([writer, journal]) => {
        const found = journal.bySeq.get(journal.last);
        return found ? [{ writer, seq: journal.last, seen: found }] : [];
      });
      return lasts
        .filter((last) =>
          lasts.every(
            (other) => other === last || other.seen.every((node) => (node.seen.get(last.writer) ?? 0) < last.seq),
          ),
        )
        .map(({ writer, seq }) => ({ writer, seq }))
        .sort(byText(({ writer }) => writer));
    },
    missing: () =>
      [...journals]
        .filter(([, { named, last }]) => named > last)
        .map(([writer, { last }]) => ({ writer, seq: last + 1 }))
        .sort(byText(({ writer }) => writer)),
    forks: () => [...forked].sort((a, b) => compareTexts(a.writer, b.writer) || a.seq - b.seq),
  };
};

/** Whether `a` comes first when neither had seen the other. */
export const isBefore = (a: Node, b: Node): boolean => {
  const [x, y] = [a.loaded.commit, b.loaded.commit];
  if (x.recordedAt !== y.recordedAt) return x.recordedAt < y.recordedAt;
  if (x.writer !== y.writer) return x.writer < y.writer;
  if (x.seq !== y.seq) return x.seq < y.seq;
  return a.loaded.sum < b.loaded.sum;
};

/** Causes first, ties by `isBefore`. */
const sortCausally = (all: Iterable<Node>): Sorted => {
  const waiting = new Map<Node, number>();
  const children = new Map<Node, Node[]>();
  const ready = createHeap<Node>(isBefore);
  for (const node of all) {
    if (node.parents.length === 0) ready.push(node);
    else waiting.set(node, node.parents.length);
    for (const parent of node.parents) {
      const list = children.get(parent);
      if (list) list.push(node);
      else children.set(parent, [node]);
    }
  }
  const sorted: Node[] = [];
  let isCircular = false;
  for (;;) {
    let node = ready.pop();
    if (!node) {
      node = takeFromCircle(waiting);
      if (!node) return { sorted, isCircular };
      isCircular = true;
    }
    sorted.push(node);
    for (const child of children.get(node) ?? []) {
      const left = waiting.get(child);
      if (left === undefined) continue;
      if (left > 1) waiting.set(child, left - 1);
      else {
        waiting.delete(child);
        ready.push(child);
      }
    }
  }
};

const takeFromCircle = (waiting: Map<Node, number>): Node | undefined => {
  let first: Node | undefined;
  for (const node of waiting.keys()) if (!first || isBefore(node, first)) first = node;
  if (first) waiting.delete(first);
  return first;
};

/** How many of the ascending numbers are at most `limit`. */
const countUpTo = (ascending: readonly number[], limit: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
};
