import type { Instant } from '../kernel/instant.ts';
import type { Published } from '../kernel/published.ts';
import type { EventId, IncidentId } from '../record/ids.ts';
import type {
  ClockErrorStated,
  DecisionAsked,
  DecisionMade,
  EntryRecorded,
  Evidence,
  HypothesisProposed,
  TaskGiven,
} from './timeline-events.ts';

export interface Correction {
  /** The `EntryCorrected` itself: it can be withdrawn or redacted like any other event. */
  readonly event: EventId;
  readonly text?: string;
  readonly happenedAt?: Instant;
  readonly reason?: string;
  readonly by: string;
  /** When the correction was recorded. */
  readonly at: Instant;
}

export interface Entry {
  readonly event: EntryRecorded;
  readonly by: string;
  readonly recordedAt: Instant;
  readonly key: boolean;
  readonly corrections: readonly Correction[];
  readonly evidence: readonly Evidence[];
  /** For a `todo`: how it was answered. */
  readonly closed?: { readonly result: string; readonly at: Instant };
}

export interface Decision {
  readonly event: DecisionMade;
  readonly by: string;
  readonly recordedAt: Instant;
  readonly asked?: { readonly at: Instant; readonly by: string };
}

export interface WaitingDecision {
  readonly event: DecisionAsked;
  readonly by: string;
  readonly recordedAt: Instant;
}

export interface Hypothesis {
  readonly event: HypothesisProposed;
  readonly by: string;
  readonly state: 'open' | 'confirmed' | 'refuted';
  readonly result?: string;
  readonly plainText?: string;
  readonly judgedAt?: Instant;
}

export interface Task {
  readonly event: TaskGiven;
  readonly owner: string;
  readonly by: string;
  /** End of the time-box: given or last extended, plus its length. */
  readonly dueAt?: Instant;
  /** Length of the time-box that ends at `dueAt`. */
  readonly timeBoxMs?: number;
  readonly finished?: { readonly outcome: 'done' | 'dropped'; readonly result: string; readonly at: Instant };
}

export interface Withdrawal {
  /** The `EventWithdrawn` itself: withdrawing it brings back what it took away. */
  readonly event: EventId;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
  readonly movedTo?: IncidentId;
}

export interface StatedClockError {
  readonly event: ClockErrorStated;
  readonly by: string;
  readonly recordedAt: Instant;
  /** In the log: which stretch between two moves of that clock it speaks of. */
  readonly index: number;
}

export interface TimelineDraft {
  entries: Map<EventId, Entry>;
  decisions: Map<EventId, Decision>;
  waiting: Map<EventId, WaitingDecision>;
  hypotheses: Map<EventId, Hypothesis>;
  tasks: Map<EventId, Task>;
  /** Keyed by the event that was taken back. */
  withdrawals: Map<EventId, Withdrawal>;
  /** Keyed by the event whose texts were removed. */
  redactions: Map<EventId, { readonly why: string; readonly by: string; readonly at: Instant }>;
  /** Keyed by the copy that stands here. */
  origins: Map<EventId, { readonly incident: IncidentId; readonly event: EventId }>;
  /** In order of application: of one device the last one counts. */
  clockErrors: Map<EventId, StatedClockError>;
  /** Stars on events that are no entries (milestones, decisions, updates). */
  stars: Map<EventId, boolean>;
  /** Highest entry number by device tag, withdrawn entries included: a name spoken aloud never means two things. */
  highestNumbers: Map<string, number>;
}
export type TimelineState = Published<TimelineDraft>;
