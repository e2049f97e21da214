import type { Instant } from '../kernel/instant.ts';
import type { LifecycleCommand } from '../lifecycle/lifecycle-commands.ts';
import type { CommandId, EventId, IncidentId } from '../record/ids.ts';
import type { When } from '../record/when.ts';
import type { ReviewCommand } from '../review/review-commands.ts';
import type { RolesCommand } from '../roles/roles-commands.ts';
import type { TimelineCommand } from '../timeline/timeline-commands.ts';
import type { UpdatesCommand } from '../updates/updates-commands.ts';

/** A newer playbook is adopted by name; an incident never changes under its commander's hands. */
export interface AdoptPlaybook extends When {
  readonly type: 'AdoptPlaybook';
  readonly playbook: string;
}

/** Takes in the copy of an event that was recorded in another incident by mistake. */
export interface ReceiveEvent extends When {
  readonly type: 'ReceiveEvent';
  readonly origin: { readonly incident: IncidentId; readonly event: EventId; readonly recordedAt: Instant };
  /** The event as it was recorded; it gets a new id here. */
  readonly event: unknown;
}

export type Command =
  | LifecycleCommand
  | TimelineCommand
  | RolesCommand
  | UpdatesCommand
  | ReviewCommand
  | AdoptPlaybook
  | ReceiveEvent;

/** What a window, the command line or an import sends. The id is the caller's: the same id is never recorded twice. */
export interface CommandRequest {
  readonly id: CommandId;
  readonly incident: IncidentId;
  readonly command: Command;
}
