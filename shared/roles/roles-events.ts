import type { EventBase } from '../record/event.ts';
import type { EventId } from '../record/ids.ts';

export interface RoleAssigned extends EventBase {
  readonly type: 'RoleAssigned';
  readonly role: string;
  /** Empty when the role falls open again. */
  readonly person: string;
  readonly reason?: string;
}

/** "You have command of INC-214. Confirm." Nothing moves until the other person accepts. */
export interface HandoffOffered extends EventBase {
  readonly type: 'HandoffOffered';
  readonly role: string;
  readonly from: string;
  readonly to: string;
  readonly risks: readonly string[];
}

/** One instant for both: no gap, no overlap (domain.md 3.2). */
export interface HandoffAccepted extends EventBase {
  readonly type: 'HandoffAccepted';
  readonly offer: EventId;
  readonly role: string;
  readonly from: string;
  readonly to: string;
  readonly risksReadBack: readonly string[];
}

export interface HandoffCancelled extends EventBase {
  readonly type: 'HandoffCancelled';
  readonly offer: EventId;
  readonly reason?: string;
}

export interface PersonJoined extends EventBase {
  readonly type: 'PersonJoined';
  readonly person: string;
  readonly task?: string;
}

export interface PersonLeft extends EventBase {
  readonly type: 'PersonLeft';
  readonly person: string;
  readonly reason?: string;
}

export interface ChecklistItemDone extends EventBase {
  readonly type: 'ChecklistItemDone';
  readonly item: string;
  /** The words of the item at that moment: the playbook may change. */
  readonly text: string;
}

export interface ChecklistItemSkipped extends EventBase {
  readonly type: 'ChecklistItemSkipped';
  readonly item: string;
  readonly text: string;
  readonly reason: string;
}

export interface ChecklistItemUndone extends EventBase {
  readonly type: 'ChecklistItemUndone';
  readonly item: string;
  readonly text: string;
}

export type RolesEvent =
  | RoleAssigned
  | HandoffOffered
  | HandoffAccepted
  | HandoffCancelled
  | PersonJoined
  | PersonLeft
  | ChecklistItemDone
  | ChecklistItemSkipped
  | ChecklistItemUndone;
