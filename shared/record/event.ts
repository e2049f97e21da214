import type { Instant } from '../kernel/instant.ts';
import type { EventId } from './ids.ts';

/** A clock time as somebody typed it; the zone is kept because a later change of zone rules must not move the story. */
export interface TypedTime {
  readonly text: string;
  readonly zone: string;
  /** Minutes east of UTC at that moment. */
  readonly offsetMinutes: number;
}

export interface EventBase {
  readonly id: EventId;
  /** When it happened in the world; may lie before `recordedAt` of its commit. */
  readonly occurredAt: Instant;
  readonly typed?: TypedTime;
}

/** An event as it lies in a journal, possibly of a type that a later version of Holdfast invented. */
export interface StoredEvent extends EventBase {
  readonly type: string;
}

/** What a text becomes in memory once a redaction has removed it from the journal. */
export const redactedText = '[redacted]';

/** Where free text lies in an event: property names, `*` for every element of a list. */
export type TextPath = readonly string[];
