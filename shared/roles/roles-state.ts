import type { Instant } from '../kernel/instant.ts';
import type { Published } from '../kernel/published.ts';
import type { EventId } from '../record/ids.ts';
import type { HandoffOffered } from './roles-events.ts';

/** One person in one role for one span; `until` is missing while they hold it. */
export interface RoleTenure {
  readonly role: string;
  readonly person: string;
  readonly since: Instant;
  readonly until?: Instant;
  /** Why this person, when somebody was asked for it. */
  readonly reason?: string;
}

export interface RosterSpan {
  readonly person: string;
  readonly joinedAt: Instant;
  readonly leftAt?: Instant;
  readonly task?: string;
}

export interface ChecklistMark {
  readonly event: EventId;
  readonly state: 'done' | 'skipped';
  /** The words of the item when it was marked. */
  readonly text: string;
  readonly at: Instant;
  readonly by: string;
  readonly reason?: string;
}

export interface Offer {
  readonly event: HandoffOffered;
  readonly state: 'waiting' | 'accepted' | 'cancelled';
  /** When it came into this state. */
  readonly at: Instant;
}

export interface RolesDraft {
  /** Oldest first by `since` within a role, without overlap; at most one open tenure a role. */
  tenures: RoleTenure[];
  /** Oldest first; at most one open span a person. */
  roster: RosterSpan[];
  offers: Map<EventId, Offer>;
  /** Keyed by the id of the item. */
  marks: Map<string, ChecklistMark>;
}
export type RolesState = Published<RolesDraft>;
