import type { Instant } from '../kernel/instant.ts';
import type { PublicStatus } from '../lifecycle/lifecycle.ts';
import type { EventId } from '../record/ids.ts';
import type { When } from '../record/when.ts';
import type { SituationField } from './updates-events.ts';

export interface StateFact extends When {
  readonly type: 'StateFact';
  readonly field: SituationField;
  readonly text: string;
}

export interface MakeDataStatement extends When {
  readonly type: 'MakeDataStatement';
  readonly data: 'none' | 'possible' | 'confirmed';
  readonly text: string;
}

export interface SendUpdate extends When {
  readonly type: 'SendUpdate';
  readonly audience: string;
  readonly text: string;
  readonly situation: string;
  readonly publicStatus?: PublicStatus;
  readonly promisedAt?: Instant;
  readonly closing?: boolean;
  readonly head?: string;
}

/** A new update that names the old claim and the right one; the old text stays as sent. */
export interface CorrectUpdate extends When {
  readonly type: 'CorrectUpdate';
  readonly update: EventId;
  readonly wrong: string;
  readonly right: string;
  readonly text: string;
  readonly promisedAt?: Instant;
}

export interface RetractUpdate extends When {
  readonly type: 'RetractUpdate';
  readonly update: EventId;
  readonly reason: string;
  readonly text: string;
  readonly promisedAt?: Instant;
}

export interface PromiseUpdate extends When {
  readonly type: 'PromiseUpdate';
  readonly audience: string;
  readonly promisedAt: Instant;
}

export type UpdatesCommand = StateFact | MakeDataStatement | SendUpdate | CorrectUpdate | RetractUpdate | PromiseUpdate;
