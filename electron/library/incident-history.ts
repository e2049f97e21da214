import { createCausalOrder, type OrderProblem } from '../../shared/record/causal-order.ts';
import type { CommitRef, LoadedCommit, OrderedCommit } from '../../shared/record/commit.ts';
import type { CommandId, IncidentId, WriterId } from '../../shared/record/ids.ts';
import type { GrowingState } from './incident-rules.ts';

/** The commits of one incident and the state they lead to, with those that wait for their flush on top. */
export interface IncidentHistory<State> {
  /** With everything that was appended, flushed or not: what the next decision stands on. Not to be kept. */
  deciding(): State;
  /** Works out a few milliseconds of that state; true when it stands ready. */
  workAhead(): boolean;
  /** The same, to be kept. */
  state(): State;
  /** As `deciding` counts them. */
  ordered(): readonly OrderedCommit[];
  frontier(): readonly CommitRef[];
  /** Takes in recorded commits; returns those that were not known, or are blanked now. */
  addRecorded(commits: readonly LoadedCommit[]): readonly LoadedCommit[];
  /** These were recorded by others and do not count any more. */
  remove(commits: readonly LoadedCommit[]): void;
  addPending(commit: LoadedCommit): void;
  /** The pending commit is on the disk. */
  confirm(commit: LoadedCommit): void;
  /** Forgets a pending commit that was refused, with all that waited in the same file. */
  drop(commit: LoadedCommit): void;
  recorded(): readonly LoadedCommit[];
  /** True once a commit came whose text was taken out; then its redaction has to be looked for. */
  hasBlanks(): boolean;
  recordedBy(command: CommandId): LoadedCommit | undefined;
  newest(): LoadedCommit | undefined;
  problems(): readonly OrderProblem[];
}

interface Growing<State> {
  readonly grow: (incident: IncidentId, commits: readonly OrderedCommit[]) => GrowingState<State>;
}

/** Some 3 ms of work. */
const commitsAtOnce = 500;

/** Empty. Who opens the incident adds what is on the disk. */
export const createIncidentHistory = <State>(incident: IncidentId, rules: Growing<State>): IncidentHistory<State> => {
  let order = createCausalOrder();
  /** By sum, which no two commits share, in the order of arrival. */
  const recorded = new Map<string, LoadedCommit>();
  const pending = new Set<LoadedCommit>();
  /** The writers of this run that recorded something: what they wrote is known without reading it. */
  const own = new Set<WriterId>();
  let growing: GrowingState<State> | null = null;
  /** Made when somebody reads, kept until the next commit. */
  let shown: State | null = null;
  let hasBlanks = false;

  const startAnew = () => {
    growing = null;
    shown = null;
  };
  const orderAnew = () => {
    order = createCausalOrder();
    order.addAll([...recorded.values(), ...pending]);
    startAnew();
  };
  const grown = (): GrowingState<State> => {
    growing ??= rules.grow(incident, order.commits());
    return growing;
  };
  const place = (commit: LoadedCommit) => {
    const placed = order.add(commit);
    if (placed === 'reordered') startAnew();
    if (placed !== 'appended') return placed;
    shown = null;
    const last = order.commits().at(-1);
    if (growing && !(last && growing.add(last))) startAnew();
    return placed;
  };
  const keep = (commit: LoadedCommit) => {
    recorded.set(commit.sum, commit);
    hasBlanks ||= commit.blanked !== undefined;
  };

  return {
    deciding: () => grown().now(),
    workAhead: () => grown().workAhead(commitsAtOnce),
    state: () => {
      shown ??= grown().snapshot();
      return shown;
    },
    ordered: () => order.commits(),
    frontier: () => order.frontier(),
    addRecorded: (commits) => {
      if (recorded.size === 0 && pending.size === 0) {
        order.addAll(commits);
        for (const commit of commits) keep(commit);
        startAnew();
        return commits;
      }
      const isNews = (commit: LoadedCommit) => place(commit) !== 'none';
      const news = commits.filter(isNews);
      for (const commit of news) keep(commit);
      return news;
    },
    remove: (commits) => {
      // What this run wrote stands whatever a copy of it in another file says.
      for (const commit of commits) if (!own.has(commit.commit.writer)) recorded.delete(commit.sum);
      orderAnew();
    },
    addPending: (commit) => {
      pending.add(commit);
      place(commit);
    },
    confirm: (commit) => {
      pending.delete(commit);
      own.add(commit.commit.writer);
      keep(commit);
    },
    drop: (refused) => {
      if (!pending.has(refused)) return;
      for (const commit of pending) if (commit.commit.writer === refused.commit.writer) pending.delete(commit);
      orderAnew();
    },
    recorded: () => [...recorded.values()],
    hasBlanks: () => hasBlanks,
    recordedBy: (command) => {
      const first = order.firstOf(command);
      return first && recorded.get(first.sum);
    },
    newest: () => order.commits().at(-1),
    problems: () => order.problems(),
  };
};
