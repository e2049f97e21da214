import type { Instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { OrderedCommit } from '../../shared/record/commit.ts';
import type { StoredEvent, TextPath } from '../../shared/record/event.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { Asking, Refusal } from '../../shared/record/rules.ts';

/** What the library needs to know about incidents. It owns the files and understands nothing of what they mean. */
export interface IncidentRules<State, Playbook, Command extends { readonly type: string }, Summary> {
  readonly parseCommand: (input: unknown) => Result<Command, Refusal>;
  readonly decide: (
    command: Command,
    state: State,
    asking: Asking,
    playbook: Playbook,
  ) => Result<readonly StoredEvent[], Refusal>;
  readonly fold: (incident: IncidentId, commits: readonly OrderedCommit[]) => State;
  /** As `fold`, ready for more commits. */
  readonly grow: (incident: IncidentId, commits: readonly OrderedCommit[]) => GrowingState<State>;
  readonly textPaths: (eventType: string) => readonly TextPath[];
  /** Digest of the playbook in force. */
  readonly playbookOf: (state: State) => string | undefined;
  /** The same after these commits, at less than the cost of their state. */
  readonly playbookAfter: (commits: readonly OrderedCommit[]) => string | undefined;
  /** Digest of the playbook that this command makes the incident carry. */
  readonly playbookNamedBy: (command: Command) => string | undefined;
  readonly parsePlaybook: (input: unknown) => Result<Playbook, string>;
  readonly defaultPlaybook: Playbook;
  /** How many contradictions stand that nobody has settled. */
  readonly conflictsIn: (state: State, playbook: Playbook) => number;
  /** Undefined when nothing was declared. */
  readonly summarise: (state: State, playbook: Playbook) => Summary | undefined;
}

/** A state that takes in one commit after the other at the cost of that commit alone. */
export interface GrowingState<State> {
  /** For deciding at once: the next `add` may change it. */
  now(): State;
  /** Works out up to so many commits of those it was made with; true when none is left. `now` does the rest at one go. */
  workAhead(count: number): boolean;
  /** False, and nothing changed, when the commit changes what came before it. */
  add(commit: OrderedCommit): boolean;
  /** What a reader may keep. Costs as much as there is, so it is made only when somebody reads. */
  snapshot(): State;
}

/** A clock with what stands beside it in every commit. */
export interface LibraryClock {
  readonly now: () => Instant;
  /** Ms since some moment of this start of the machine; does not jump when the clock is set. */
  readonly monoMs: () => number;
  /** Changes with every start of the machine. */
  readonly boot: string;
}
