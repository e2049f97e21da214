import type { Instant } from '../kernel/instant.ts';
import type { Published } from '../kernel/published.ts';
import type { RegulatorInstant } from '../playbook/playbook.ts';
import type { EventId, IncidentId } from '../record/ids.ts';
import type { Applied } from '../record/rules.ts';
import type { ImpactLevel, IncidentStatus, InstantRange, Milestone, Phase, RecoveryInstant } from './lifecycle.ts';
import type { IncidentDeclared } from './lifecycle-events.ts';

/** One claim of when a milestone was reached. */
export interface MilestoneClaim {
  readonly event: EventId;
  readonly at: Instant;
  readonly range?: InstantRange;
  readonly estimated: boolean;
  readonly evidence: readonly string[];
  readonly by: string;
  readonly recordedAt: Instant;
  readonly reason?: string;
  /** The claim that this one corrects. */
  readonly replaces?: EventId;
  /** Why it no longer holds, when it does not. */
  readonly ended?: {
    readonly how: 'withdraw-diagnosis' | 'fix-failed' | 'relapse';
    readonly at: Instant;
    readonly reason: string;
  };
}

export interface PhaseVisit {
  readonly phase: Phase;
  /** The event that began this visit: when its instant is corrected, the visit moves along. */
  readonly event: EventId;
  readonly since: Instant;
  /** May lie before `since` when a later milestone was back-dated: such a visit took no time. */
  readonly until?: Instant;
}

export interface SeverityStep {
  readonly event: EventId;
  readonly severity: string;
  readonly reason: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly provisional: boolean;
}

export interface ImpactStep {
  readonly event: EventId;
  readonly level: ImpactLevel;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly text?: string;
  readonly scope?: string;
  readonly service?: string;
}

export interface RecoveryTrack {
  readonly dataset: string;
  readonly rpoMs?: number;
  readonly rtoMs?: number;
  readonly mtpdMs?: number;
  readonly minService?: string;
  readonly instants: Readonly<Partial<Record<RecoveryInstant, { readonly at: Instant; readonly reason?: string }>>>;
  readonly progress?: { readonly text: string; readonly at: Instant; readonly expectedAt?: Instant };
}

/** What `evolveLifecycle` builds. Containers belong to the draft; leaves are replaced, never changed. */
export interface LifecycleDraft {
  declared: IncidentDeclared | undefined;
  declaredBy: Applied['by'] | undefined;
  recordedAt: Instant | undefined;
  title: string;
  key: string | undefined;
  services: readonly string[];
  detection: IncidentDeclared['detection'];
  drill: boolean;
  status: IncidentStatus;
  phase: Phase;
  phaseVisits: PhaseVisit[];
  claims: Map<Milestone, readonly MilestoneClaim[]>;
  skipped: Map<Milestone, { readonly event: EventId; readonly reason: string }>;
  /** What was changed and checked, by the event that claimed `fixed`. */
  fix:
    | { readonly change: string; readonly executor?: string; readonly check: string; readonly rollback?: string }
    | undefined;
  /** In order of application, like every list here: what happened when is for projections to sort. */
  severitySteps: SeverityStep[];
  impactSteps: ImpactStep[];
  reopenings: { readonly at: Instant; readonly recordedAt: Instant; readonly reason: string }[];
  closure:
    | {
        readonly as: 'false-alarm' | 'merged' | 'cancelled';
        readonly reason: string;
        readonly at: Instant;
        readonly parent?: IncidentId;
      }
    | undefined;
  recoveryTracks: Map<string, RecoveryTrack>;
  regulatorInstants: Map<RegulatorInstant, Instant>;
}
export type LifecycleState = Published<LifecycleDraft>;
