import type { IncidentSummary } from '../../shared/incident/summary.ts';
import { type MergeOffer, mergeOffers } from '../../shared/lifecycle/merge-offers.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { ReadIncident } from './find-incident.ts';

export interface MergedInto {
  readonly into: IncidentId;
  /** What that incident could still take over; empty too when it is not in this library. */
  readonly offers: readonly MergeOffer[];
}

/** Where a merged incident went; undefined of any other. */
export const mergedInto = (
  { metrics }: IncidentSummary,
  { state }: ReadIncident,
  all: readonly IncidentSummary[],
): MergedInto | undefined => {
  const into = state.lifecycle.closure?.parent;
  if (into === undefined) return undefined;
  const parent = all.find(({ id }) => id === into);
  return { into, offers: parent ? mergeOffers(metrics.milestones, parent.metrics.milestones) : [] };
};
