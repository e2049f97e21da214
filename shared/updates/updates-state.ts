import type { Instant } from '../kernel/instant.ts';
import type { Published } from '../kernel/published.ts';
import type { EventId } from '../record/ids.ts';
import type { DataStatementMade, SituationField, UpdateSent } from './updates-events.ts';

export interface SentUpdate {
  readonly event: UpdateSent;
  readonly by: string;
  readonly recordedAt: Instant;
  /** The update that corrected or retracted this one. */
  readonly correctedBy?: EventId;
  readonly retractedBy?: EventId;
}

export interface StatedFact {
  readonly event: EventId;
  readonly text: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
}

export interface UpdatesDraft {
  sent: Map<EventId, SentUpdate>;
  facts: Map<SituationField, StatedFact>;
  dataStatement: { readonly event: DataStatementMade; readonly recordedAt: Instant; readonly by: string } | undefined;
  promises: {
    readonly audience: string;
    readonly promisedAt: Instant;
    readonly at: Instant;
    readonly recordedAt: Instant;
  }[];
}
export type UpdatesState = Published<UpdatesDraft>;
