import type { Instant } from '../kernel/instant.ts';
import type { LifecycleState } from '../lifecycle/lifecycle-state.ts';
import type { Author, CommitRef } from '../record/commit.ts';
import type { StoredEvent } from '../record/event.ts';
import type { CommandId, EventId, IncidentId } from '../record/ids.ts';
import type { ReviewState } from '../review/review-state.ts';
import type { RolesState } from '../roles/roles-state.ts';
import type { ClockTrail } from '../timeline/clock-trail.ts';
import type { TimelineState } from '../timeline/timeline-state.ts';
import type { UpdatesState } from '../updates/updates-state.ts';

/** An event with what its commit says about it, in order of application. */
export interface LoggedEvent {
  readonly event: StoredEvent;
  readonly ref: CommitRef;
  readonly by: Author;
  readonly recordedAt: Instant;
  readonly index: number;
}

/** A change to one field; two that had not seen each other are a conflict, shown with both. */
export interface FieldWrite {
  readonly event: EventId;
  readonly ref: CommitRef;
}

/** Everything that a window or a document needs to know about an incident; a pure function of its commits. */
export interface IncidentState {
  readonly id: IncidentId;
  readonly lifecycle: LifecycleState;
  readonly timeline: TimelineState;
  readonly roles: RolesState;
  readonly updates: UpdatesState;
  readonly review: ReviewState;
  /** Every event, also unknown and withdrawn ones, in order of application. */
  readonly log: readonly LoggedEvent[];
  readonly logById: ReadonlyMap<EventId, LoggedEvent>;
  readonly withdrawn: ReadonlySet<EventId>;
  /** Accepted commands: the same id is answered, never recorded again. */
  readonly commands: ReadonlyMap<CommandId, CommitRef>;
  /** Where the clocks of devices were moved, from what the commits say of them. */
  readonly clocks: ClockTrail;
  /** Per field the writes that have not seen each other; more than one is a conflict, the last counts. */
  readonly writes: ReadonlyMap<string, readonly FieldWrite[]>;
  /** Digest of the playbook in force. */
  readonly playbook: string | undefined;
  /** Sum of the newest line applied; what an export or a sent update prints as the head. */
  readonly head: string | undefined;
}
