import type { Instant } from '../kernel/instant.ts';
import type { RegulatorInstant } from '../playbook/playbook.ts';
import type { IncidentId } from '../record/ids.ts';
import type { When } from '../record/when.ts';
import type { DetectionSource, ImpactLevel, InstantRange, Milestone, Phase, RecoveryInstant } from './lifecycle.ts';

export interface DeclareIncident extends When {
  readonly type: 'DeclareIncident';
  readonly title: string;
  readonly key?: string;
  readonly severity?: string;
  readonly services?: readonly string[];
  readonly detection?: { readonly source: DetectionSource; readonly detail?: string };
  /** First page that needed a human. */
  readonly alertedAt?: Instant;
  /** First report by a human; `detected` defaults to the earlier of this and `alertedAt`, else the moment of declaring. */
  readonly reportedAt?: Instant;
  readonly detectedAt?: Instant;
  readonly failureAt?: Instant;
  readonly failureRange?: InstantRange;
  readonly drill?: boolean;
  readonly maintenance?: boolean;
  readonly relapseOf?: IncidentId;
  /** Digest of the playbook that the incident will carry. */
  readonly playbook: string;
  readonly commander?: string;
  readonly lead?: string;
}

export interface ChangeDetails extends When {
  readonly type: 'ChangeDetails';
  readonly title?: string;
  readonly key?: string;
  readonly services?: readonly string[];
  readonly detection?: { readonly source: DetectionSource; readonly detail?: string };
}

/** `recovered` without `at` is the start of the good window: since when the impact has been `none`. */
export interface ReachMilestone extends When {
  readonly type: 'ReachMilestone';
  readonly milestone: Milestone;
  readonly range?: InstantRange;
  readonly estimated?: boolean;
  readonly evidence?: readonly string[];
  readonly reason?: string;
  readonly restoreFirst?: boolean;
  readonly fix?: {
    readonly change: string;
    readonly executor?: string;
    readonly check: string;
    readonly rollback?: string;
  };
  /** At `identified`: what fails, when no hypothesis was confirmed before. */
  readonly cause?: string;
  /** At `triaged`: recorded in the same breath when they are missing. */
  readonly severity?: string;
  readonly impact?: { readonly level: ImpactLevel; readonly text: string; readonly scope?: string };
  /** At `resolved`: why the review is waived. */
  readonly waiveReview?: string;
}

/** Without `at` the instant stays and only range, certainty or evidence change. */
export interface CorrectMilestone extends When {
  readonly type: 'CorrectMilestone';
  readonly milestone: Milestone;
  readonly range?: InstantRange;
  readonly estimated?: boolean;
  readonly evidence?: readonly string[];
  readonly reason?: string;
}

export interface WithdrawDiagnosis extends When {
  readonly type: 'WithdrawDiagnosis';
  readonly reason: string;
}

export interface ReportFixFailed extends When {
  readonly type: 'ReportFixFailed';
  readonly reason: string;
}

export interface SkipMilestone extends When {
  readonly type: 'SkipMilestone';
  readonly milestone: Milestone;
  readonly reason: string;
}

export interface MovePhase extends When {
  readonly type: 'MovePhase';
  readonly phase: Phase;
  readonly reason: string;
}

export interface ChangeSeverity extends When {
  readonly type: 'ChangeSeverity';
  readonly severity: string;
  readonly reason: string;
}

export interface ChangeImpact extends When {
  readonly type: 'ChangeImpact';
  readonly level: ImpactLevel;
  readonly text?: string;
  readonly scope?: string;
  readonly service?: string;
}

/** The same harm came back inside the relapse window. */
export interface ReopenIncident extends When {
  readonly type: 'ReopenIncident';
  readonly reason: string;
  /** Left out, the harm is as bad as it last was. */
  readonly level?: ImpactLevel;
}

export interface CloseIncident extends When {
  readonly type: 'CloseIncident';
  readonly as: 'false-alarm' | 'merged' | 'cancelled';
  readonly reason: string;
  readonly parent?: IncidentId;
}

export interface SetObjectives extends When {
  readonly type: 'SetObjectives';
  readonly dataset: string;
  readonly rpoMs?: number;
  readonly rtoMs?: number;
  readonly mtpdMs?: number;
  readonly minService?: string;
}

export interface RecordRecoveryInstant extends When {
  readonly type: 'RecordRecoveryInstant';
  readonly instant: RecoveryInstant;
  readonly dataset: string;
  readonly reason?: string;
}

export interface NoteRestoreProgress extends When {
  readonly type: 'NoteRestoreProgress';
  readonly dataset: string;
  readonly text: string;
  readonly expectedAt?: Instant;
}

export interface RecordRegulatorInstant extends When {
  readonly type: 'RecordRegulatorInstant';
  readonly instant: RegulatorInstant;
  readonly reason?: string;
}

export type LifecycleCommand =
  | DeclareIncident
  | ChangeDetails
  | ReachMilestone
  | CorrectMilestone
  | WithdrawDiagnosis
  | ReportFixFailed
  | SkipMilestone
  | MovePhase
  | ChangeSeverity
  | ChangeImpact
  | ReopenIncident
  | CloseIncident
  | SetObjectives
  | RecordRecoveryInstant
  | NoteRestoreProgress
  | RecordRegulatorInstant;
