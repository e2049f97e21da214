import type { EventId } from '../record/ids.ts';
import type { When } from '../record/when.ts';

export interface AssignRole extends When {
  readonly type: 'AssignRole';
  readonly role: string;
  readonly person: string;
  readonly reason?: string;
}

export interface OfferHandoff extends When {
  readonly type: 'OfferHandoff';
  readonly role: string;
  readonly to: string;
  readonly risks?: readonly string[];
}

export interface AcceptHandoff extends When {
  readonly type: 'AcceptHandoff';
  readonly offer: EventId;
  /** Typed by the person who takes over; has to be the name of the offer. */
  readonly person: string;
  readonly risksReadBack?: readonly string[];
}

export interface CancelHandoff extends When {
  readonly type: 'CancelHandoff';
  readonly offer: EventId;
  readonly reason?: string;
}

export interface JoinRoster extends When {
  readonly type: 'JoinRoster';
  readonly person: string;
  readonly task?: string;
}

export interface LeaveRoster extends When {
  readonly type: 'LeaveRoster';
  readonly person: string;
  readonly reason?: string;
}

export interface TickChecklistItem extends When {
  readonly type: 'TickChecklistItem';
  readonly item: string;
}

export interface SkipChecklistItem extends When {
  readonly type: 'SkipChecklistItem';
  readonly item: string;
  readonly reason: string;
}

export interface UntickChecklistItem extends When {
  readonly type: 'UntickChecklistItem';
  readonly item: string;
}

export type RolesCommand =
  | AssignRole
  | OfferHandoff
  | AcceptHandoff
  | CancelHandoff
  | JoinRoster
  | LeaveRoster
  | TickChecklistItem
  | SkipChecklistItem
  | UntickChecklistItem;
