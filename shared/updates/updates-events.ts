import type { Instant } from '../kernel/instant.ts';
import type { PublicStatus } from '../lifecycle/lifecycle.ts';
import type { EventBase } from '../record/event.ts';
import type { EventId } from '../record/ids.ts';

/** Facts that people state and templates read; each is one register, the last one stated counts (domain.md 5.5). */
export const situationFields = [
  'known',
  'unknown',
  'symptoms',
  'trend',
  'notAffected',
  'workaround',
  'businessImpact',
  'impactPublic',
  'scopePublic',
  'needs',
  'tickets',
  'channel',
  'place',
  'contact',
  'temporary',
  'remaining',
  'causePlain',
  'nature',
  'malicious',
  'crossBorder',
  'affectedCounts',
  'consequences',
  'measures',
] as const;
export type SituationField = (typeof situationFields)[number];

export interface SituationChanged extends EventBase {
  readonly type: 'SituationChanged';
  readonly field: SituationField;
  /** Empty takes the fact back. */
  readonly text: string;
}

/** Whether data was lost or exposed. "None" is a statement somebody made, never a default. */
export interface DataStatementMade extends EventBase {
  readonly type: 'DataStatementMade';
  readonly data: 'none' | 'possible' | 'confirmed';
  readonly text: string;
}

/** What was sent, word for word. `occurredAt` is the instant of sending. */
export interface UpdateSent extends EventBase {
  readonly type: 'UpdateSent';
  readonly audience: string;
  /** Counts from 1 per audience. */
  readonly n: number;
  readonly text: string;
  /** The template's situation that the draft came from: `fixed`, `no-change`, `correction`. */
  readonly situation: string;
  readonly publicStatus?: PublicStatus;
  /** Promised in the text; may be brought forward by the rules, never pushed back. */
  readonly promisedAt?: Instant;
  /** The closing update after which this audience's clock stops. */
  readonly closing?: boolean;
  readonly corrects?: { readonly update: EventId; readonly wrong: string; readonly right: string };
  /** Set when the whole of an earlier message is taken back. */
  readonly retracts?: { readonly update: EventId; readonly reason: string };
  /** Newest line of this writer's journal when it was sent: proves what the record held. */
  readonly head?: string;
}

/** A next time promised outside a text: on the phone, in a call. */
export interface UpdatePromised extends EventBase {
  readonly type: 'UpdatePromised';
  readonly audience: string;
  readonly promisedAt: Instant;
}

export type UpdatesEvent = SituationChanged | DataStatementMade | UpdateSent | UpdatePromised;
