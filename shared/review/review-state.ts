import type { Instant } from '../kernel/instant.ts';
import type { Published } from '../kernel/published.ts';
import type { EventId } from '../record/ids.ts';
import type { ActionAdded, ActionState, FactorAdded, ReviewSection, ReviewStatus } from './review-events.ts';

export interface WrittenSection {
  readonly event: EventId;
  readonly markdown: string;
  readonly at: Instant;
  readonly by: string;
}

/** A factor as it now reads: the event that added it with its later changes laid over. */
export interface Factor extends Pick<FactorAdded, 'text' | 'category' | 'effect' | 'entries'> {
  readonly id: EventId;
  readonly addedAt: Instant;
  readonly by: string;
}

export interface Action
  extends Pick<
    ActionAdded,
    'text' | 'actionType' | 'owner' | 'due' | 'priority' | 'mustBeforeResolve' | 'factor' | 'ticket'
  > {
  readonly id: EventId;
  readonly addedAt: Instant;
  readonly by: string;
  readonly state: ActionState;
  readonly declinedBecause?: string;
  readonly doneEvidence?: string;
}

export interface ReviewDraft {
  sections: Map<ReviewSection, WrittenSection>;
  status: ReviewStatus;
  owner: string | undefined;
  meetingDate: string | undefined;
  checks: Map<string, boolean>;
  factors: Map<EventId, Factor>;
  actions: Map<EventId, Action>;
}
export type ReviewState = Published<ReviewDraft>;
