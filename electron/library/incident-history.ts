import { createCausalOrder, type OrderProblem } from '../../shared/record/causal-order.ts';
import type { CommitRef, LoadedCommit, OrderedCommit } from '../../shared/record/commit.ts';
import type { CommandId, IncidentId, WriterId } from '../../shared/record/ids.ts';
import type { GrowingState } from './incident-rules.ts';

/** The commits of one incident and the state they lead to, with those that wait for their flush on top. */
export interface IncidentHistory<State> {
  /** With everything that was appended, flushed or not: what the next decision stands on. Not to be kept. */
  deciding(): State;
  /** The same where it stands ready; undefined while it would have to be worked out. */
  ready(): State | undefined;
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
  /** In the order of application, repeats too. */
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
  /** Sums of commits that wait for their flush; no two commits share one. Whatever else is in order is recorded. */
  const pending = new Set<string>();
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
  const isRecorded = (commit: LoadedCommit) => !pending.has(commit.sum);
  const recorded = () => (pending.size === 0 ? order.all() : order.all().filter(isRecorded));
  const orderAnew = (commits: readonly LoadedCommit[]) => {
    order = createCausalOrder();
    order.addAll(commits);
    hasBlanks ||= commits.some(isBlanked);
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

  return {
    deciding: () => grown().now(),
    ready: () => (growing?.workAhead(0) ? growing.now() : undefined),
    workAhead: () => grown().workAhead(commitsAtOnce),
    state: () => {
      shown ??= grown().snapshot();
      return shown;
    },
    ordered: () => order.commits(),
    frontier: () => order.frontier(),
    addRecorded: (commits) => {
      if (order.commits().length === 0) {
        orderAnew(commits);
        return commits;
      }
      hasBlanks ||= commits.some(isBlanked);
      return commits.filter((commit) => place(commit) !== 'none');
    },
    remove: (commits) => {
      // What this run wrote stands whatever a copy of it in another file says.
      const gone = new Set(commits.filter(({ commit }) => !own.has(commit.writer)).map(({ sum }) => sum));
      orderAnew(order.all().filter(({ sum }) => !gone.has(sum)));
    },
    addPending: (commit) => {
      pending.add(commit.sum);
      place(commit);
    },
    confirm: (commit) => {
      pending.delete(commit.sum);
      own.add(commit.commit.writer);
    },
    drop: (refused) => {
      const isDropped = ({ commit, sum }: LoadedCommit) => commit.writer === refused.commit.writer && pending.has(sum);
      if (!isDropped(refused)) return;
      const all = order.all();
      const kept = all.filter((commit) => !isDropped(commit));
      for (const { sum } of all.filter(isDropped)) pending.delete(sum);
      orderAnew(kept);
    },
    recorded,
    hasBlanks: () => hasBlanks,
    recordedBy: (command) => {
      const counted = order.countedOf(command);
      return counted && isRecorded(counted) ? counted : undefined;
    },
    newest: () => order.commits().at(-1),
    problems: () => order.problems(),
  };
};

const isBlanked = ({ blanked }: LoadedCommit) => blanked !== undefined;
