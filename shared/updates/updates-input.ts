import type { Instant } from '../kernel/instant.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import type { LifecycleState } from '../lifecycle/lifecycle-state.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { RolesState } from '../roles/roles-state.ts';
import type { TimelineState } from '../timeline/timeline-state.ts';
import type { UpdatesState } from './updates-state.ts';

/** What the clocks of the audiences are computed from. */
export interface CadenceInput {
  readonly playbook: Playbook;
  readonly lifecycle: LifecycleState;
  readonly timeline: TimelineState;
  readonly updates: UpdatesState;
}

/** What texts are computed from. */
export interface UpdatesInput extends CadenceInput {
  readonly roles: RolesState;
  /** What people call the incident: its key, else a short form of its ULID. */
  readonly id: string;
  /** IANA zone of the device, for inside texts where the playbook says `local`; public texts never use it. */
  readonly deviceZone?: string;
  /** Facts of the review and of earlier incidents, which this feature may not read itself. */
  readonly review?: ReviewFacts;
}

export interface ReviewFacts {
  readonly owner?: string;
  /** Calendar date of the review meeting, `YYYY-MM-DD`. */
  readonly meetingDate?: string;
  readonly link?: string;
  readonly timelineLink?: string;
  readonly factors?: string;
  readonly factorsPublic?: string;
  readonly summaryPublic?: string;
  readonly actionsPublic?: string;
  readonly actionsDone?: number;
  readonly actionsTotal?: number;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly nextActionDue?: string;
  /** What people call the incident that this one follows, and its open actions in words. */
  readonly relapseOf?: string;
  readonly openActions?: string;
}

/** When the incident was noticed; an incident that never recorded it counts from its declaration. */
export const detectedAtOf = (lifecycle: LifecycleState): Instant | undefined =>
  currentClaim(lifecycle, 'detected')?.at ?? lifecycle.declared?.occurredAt;
