import type { Instant } from '../kernel/instant.ts';
import type { RegulatorInstant } from '../playbook/playbook.ts';
import type { EventBase } from '../record/event.ts';
import type { EventId, IncidentId } from '../record/ids.ts';
import type { DetectionSource, ImpactLevel, InstantRange, Milestone, Phase, RecoveryInstant } from './lifecycle.ts';

export interface IncidentDeclared extends EventBase {
  readonly type: 'IncidentDeclared';
  readonly title: string;
  /** What people call it, such as INC-214; the ULID stays the identity. */
  readonly key?: string;
  readonly services: readonly string[];
  readonly detection?: { readonly source: DetectionSource; readonly detail?: string };
  /** Whether somebody was paged: nobody paged means there is nothing to acknowledge (domain.md section 1). */
  readonly paged: boolean;
  /** Set once and never un-set; excluded from every statistic. */
  readonly drill: boolean;
  /** A planned maintenance window is no failure; an overrun of it is an incident of its own. */
  readonly maintenance?: boolean;
  /** Digest of the playbook copy that this incident carries. */
  readonly playbook: string;
  readonly relapseOf?: IncidentId;
}

export interface IncidentDetailsChanged extends EventBase {
  readonly type: 'IncidentDetailsChanged';
  readonly title?: string;
  readonly key?: string;
  readonly services?: readonly string[];
  readonly detection?: { readonly source: DetectionSource; readonly detail?: string };
}

/** A claim that the milestone was reached at `occurredAt`; the current one is the last not withdrawn. */
export interface MilestoneReached extends EventBase {
  readonly type: 'MilestoneReached';
  readonly milestone: Milestone;
  readonly range?: InstantRange;
  readonly estimated?: boolean;
  readonly evidence?: readonly string[];
  /** Asked for when reached out of order, over a skipped milestone, or while a watch window runs. */
  readonly reason?: string;
  /** Triage may choose to stop the harm before the cause is looked for: the phase becomes fix. */
  readonly restoreFirst?: boolean;
  /** What was changed and how its direct effect was checked, at `fixed`. */
  readonly fix?: {
    readonly change: string;
    readonly executor?: string;
    readonly check: string;
    readonly rollback?: string;
  };
}

/** A better claim for a milestone that was reached already: an earlier or later instant, a range, new evidence. */
export interface MilestoneCorrected extends EventBase {
  readonly type: 'MilestoneCorrected';
  readonly milestone: Milestone;
  readonly replaces: EventId;
  readonly range?: InstantRange;
  readonly estimated?: boolean;
  readonly evidence?: readonly string[];
  readonly reason?: string;
}

/** The diagnosis or the fix did not hold. The old instant is kept as the first one. */
export interface MilestoneWithdrawn extends EventBase {
  readonly type: 'MilestoneWithdrawn';
  readonly milestone: 'identified' | 'fixed';
  readonly how: 'withdraw-diagnosis' | 'fix-failed';
  readonly reason: string;
}

export interface MilestoneSkipped extends EventBase {
  readonly type: 'MilestoneSkipped';
  readonly milestone: Milestone;
  readonly reason: string;
}

/** Moves the phase forward without a milestone: "we restore first". */
export interface PhaseMoved extends EventBase {
  readonly type: 'PhaseMoved';
  readonly phase: Phase;
  readonly reason: string;
}

export interface SeverityChanged extends EventBase {
  readonly type: 'SeverityChanged';
  readonly severity: string;
  readonly reason: string;
  /** True while nobody has assessed it: the level chosen at declaration. */
  readonly provisional?: boolean;
}

/** From `occurredAt` on the impact is at this level; the windows of domain.md are the spans between two of these. */
export interface ImpactChanged extends EventBase {
  readonly type: 'ImpactChanged';
  readonly level: ImpactLevel;
  /** Impact as the user feels it. */
  readonly text?: string;
  /** Reach in numbers: "38 % of payments, about 2 900 customers". */
  readonly scope?: string;
  /** Set when the change concerns one service only. */
  readonly service?: string;
}

export interface IncidentReopened extends EventBase {
  readonly type: 'IncidentReopened';
  readonly reason: string;
  readonly level: ImpactLevel;
}

export interface IncidentClosed extends EventBase {
  readonly type: 'IncidentClosed';
  readonly as: 'false-alarm' | 'merged' | 'cancelled';
  readonly reason: string;
  readonly parent?: IncidentId;
}

/** Recovery objectives of a service or dataset, in ms (domain.md section 8). */
export interface ObjectivesSet extends EventBase {
  readonly type: 'ObjectivesSet';
  readonly dataset: string;
  readonly rpoMs?: number;
  readonly rtoMs?: number;
  readonly mtpdMs?: number;
  readonly minService?: string;
}

/** `occurredAt` is the instant itself. `lossUntil` and `downFrom` need a reason. */
export interface RecoveryInstantRecorded extends EventBase {
  readonly type: 'RecoveryInstantRecorded';
  readonly instant: RecoveryInstant;
  readonly dataset: string;
  readonly reason?: string;
}

/** How far the restore is, as typed by the lead: never computed. */
export interface RestoreProgressNoted extends EventBase {
  readonly type: 'RestoreProgressNoted';
  readonly dataset: string;
  readonly text: string;
  readonly expectedAt?: Instant;
}

export interface RegulatorInstantRecorded extends EventBase {
  readonly type: 'RegulatorInstantRecorded';
  readonly instant: RegulatorInstant;
  readonly reason?: string;
}

export type LifecycleEvent =
  | IncidentDeclared
  | IncidentDetailsChanged
  | MilestoneReached
  | MilestoneCorrected
  | MilestoneWithdrawn
  | MilestoneSkipped
  | PhaseMoved
  | SeverityChanged
  | ImpactChanged
  | IncidentReopened
  | IncidentClosed
  | ObjectivesSet
  | RecoveryInstantRecorded
  | RestoreProgressNoted
  | RegulatorInstantRecorded;
