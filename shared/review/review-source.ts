import type { Instant } from '../kernel/instant.ts';
import type { LifecycleState } from '../lifecycle/lifecycle-state.ts';
import type { MetricResult } from '../lifecycle/metric-result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { EventId, IncidentId } from '../record/ids.ts';
import type { RolesState } from '../roles/roles-state.ts';
import type { Evidence } from '../timeline/timeline-events.ts';
import type { TimelineState } from '../timeline/timeline-state.ts';
import type { UpdatesState } from '../updates/updates-state.ts';
import type { ReviewState } from './review-state.ts';

/** Everything a review is made from. */
export interface ReviewSource {
  readonly id: IncidentId;
  readonly now: Instant;
  /** Sum of the newest line of the journal: which state of the record this document shows. */
  readonly head: string;
  /** IANA zone of the times in the document, named once in it. */
  readonly zone: string;
  readonly lifecycle: LifecycleState;
  readonly timeline: TimelineState;
  readonly roles: RolesState;
  readonly updates: UpdatesState;
  readonly review: ReviewState;
  readonly playbook: Playbook;
  /** The whole timeline, in the order in which it is shown. */
  readonly rows: readonly ReviewRow[];
  /** Incidents of the same service, or with the same factor, newest first. */
  readonly similar: readonly SimilarIncident[];
  /** Per service the counted incident before this one; left out where nobody looked (one incident file alone). */
  readonly previous?: readonly PreviousFailure[];
  /** `shared` leaves restricted entries out; left out: everything. */
  readonly edition?: 'internal' | 'shared';
}

/** One event as people read it. */
export interface ReviewRow {
  readonly id: EventId;
  /** What people call an entry aloud: `ann-7`. Events that are no entries have none. */
  readonly name?: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** The word on screen: "Observed", "Decided", "Recovered". */
  readonly kind: string;
  readonly text: string;
  readonly who: string;
  /** Starred for the review. */
  readonly key: boolean;
  readonly restricted: boolean;
  readonly evidence: readonly Evidence[];
  /** What it said before, oldest first. */
  readonly corrections: readonly RowCorrection[];
  /** Beside the recorded times, where the error of that device's clock was stated. */
  readonly corrected?: { readonly at?: Instant; readonly recordedAt: Instant };
  /** What is known of the recording clock around this, in words. */
  readonly clock: readonly string[];
  readonly redacted?: { readonly why: string; readonly by: string; readonly at: Instant };
  readonly withdrawn?: { readonly reason: string; readonly by: string; readonly at: Instant };
}

export interface RowCorrection {
  /** What was replaced: the text, the time, or both. */
  readonly oldText?: string;
  readonly oldOccurredAt?: Instant;
  readonly correctedAt: Instant;
  readonly by: string;
  readonly reason?: string;
}

export interface SimilarIncident {
  readonly id: IncidentId;
  /** Its key, else a short form of its id. */
  readonly name: string;
  readonly title: string;
  readonly severity?: string;
  readonly failureAt?: Instant;
  /** What the two have in common, in words: "same service", "same factor". */
  readonly because: string;
  readonly openActions: readonly { readonly text: string; readonly owner?: string; readonly due?: string }[];
}

/** How this failure relates to the one before it on one service: from `series`, which needs the whole library. */
export interface PreviousFailure {
  readonly service: string;
  /** What people call the incident before. */
  readonly incident: string;
  readonly failureAt?: Instant;
  readonly recoveredAt?: Instant;
  /** Time Between Failures and Time to Fail. */
  readonly tbf: MetricResult;
  readonly ttf: MetricResult;
}
