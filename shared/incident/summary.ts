import type { Instant } from '../kernel/instant.ts';
import type { IncidentStatus, Phase, PublicStatus } from '../lifecycle/lifecycle.ts';
import { type MetricRecord, projectMetricRecord } from '../lifecycle/metric-record.ts';
import { publicStatus } from '../lifecycle/public-status.ts';
import { currentSeverity, peakSeverity } from '../lifecycle/severity.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { EventId, IncidentId } from '../record/ids.ts';
import { isOpenAction } from '../review/open-actions.ts';
import type { ReviewStatus } from '../review/review-events.ts';
import type { Action } from '../review/review-state.ts';
import type { IncidentState } from './incident-state.ts';

/** A review action that is still open, with where it comes from. */
export type OpenAction = Pick<
  Action,
  'text' | 'owner' | 'due' | 'addedAt' | 'priority' | 'mustBeforeResolve' | 'state'
> & {
  readonly id: EventId;
};

/** What a list of incidents and the figures over many need, without opening any of them. */
export interface IncidentSummary {
  readonly id: IncidentId;
  readonly key?: string;
  readonly title: string;
  readonly drill: boolean;
  readonly severity?: string;
  readonly peakSeverity?: string;
  readonly services: readonly string[];
  readonly status: IncidentStatus;
  readonly phase: Phase;
  readonly publicStatus: PublicStatus;
  readonly declaredAt: Instant;
  readonly recordedAt: Instant;
  readonly commander?: string;
  readonly reviewStatus: ReviewStatus;
  readonly openActions: readonly OpenAction[];
  readonly events: number;
  readonly metrics: MetricRecord;
}

/** `undefined` while the incident's declaration is not among the commits that this device has. */
export const projectSummary = (state: IncidentState, playbook: Playbook): IncidentSummary | undefined => {
  const { lifecycle, review, roles } = state;
  if (!lifecycle.declared) return undefined;
  const severity = currentSeverity(lifecycle)?.severity;
  const peak = peakSeverity(lifecycle, playbook.severities);
  const metrics = projectMetricRecord(state.id, lifecycle);
  const commander = roles.tenures.find((tenure) => tenure.role === 'ic' && tenure.until === undefined)?.person;
  return {
    id: state.id,
    ...(lifecycle.key === undefined ? {} : { key: lifecycle.key }),
    title: lifecycle.title,
    drill: lifecycle.drill,
    ...(severity === undefined ? {} : { severity }),
    ...(peak === undefined ? {} : { peakSeverity: peak }),
    services: lifecycle.services,
    status: lifecycle.status,
    phase: lifecycle.phase,
    publicStatus: publicStatus(metrics),
    declaredAt: lifecycle.declared.occurredAt,
    recordedAt: lifecycle.recordedAt ?? lifecycle.declared.occurredAt,
    ...(commander === undefined ? {} : { commander }),
    reviewStatus: review.status,
    openActions: [...review.actions.values()].filter(isOpenAction).map(toOpenAction),
    events: state.log.length,
    metrics,
  };
};

const toOpenAction = ({ id, text, owner, due, addedAt, priority, mustBeforeResolve, state }: Action): OpenAction => ({
  id,
  text,
  addedAt,
  mustBeforeResolve,
  state,
  ...(owner === undefined ? {} : { owner }),
  ...(due === undefined ? {} : { due }),
  ...(priority === undefined ? {} : { priority }),
});
