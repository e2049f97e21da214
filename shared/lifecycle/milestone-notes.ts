import type { Instant } from '../kernel/instant.ts';
import type { EventId } from '../record/ids.ts';
import { currentClaim } from './current-claim.ts';
import { type Milestone, milestones, type Phase } from './lifecycle.ts';
import type { LifecycleState, MilestoneClaim } from './lifecycle-state.ts';
import { type TimeToId, timeToEnds, timeToIds } from './metric-definitions.ts';
import { type MetricRecord, projectMetricRecord } from './metric-record.ts';
import { metric } from './metrics.ts';

/** What an event of the lifecycle closed, and whether it still holds. */
export interface MilestoneNote {
  /** The phase that ended and the one that began with it. */
  readonly moved?: { readonly from: Phase; readonly to: Phase };
  /** The times that stop at this milestone, as far as both ends are known, in ms. */
  readonly metrics: readonly { readonly id: TimeToId; readonly ms: number }[];
  /** Why this claim no longer counts. */
  readonly ended?: NonNullable<MilestoneClaim['ended']>;
  /** A later claim gave a better instant. */
  readonly correctedTo?: Instant;
}

/** Keyed by event. Only the claim that counts carries times; the others say what became of them. */
export const milestoneNotes = (
  incident: string,
  state: LifecycleState,
  now: Instant,
): ReadonlyMap<EventId, MilestoneNote> => {
  const notes = new Map<EventId, MilestoneNote>();
  const add = (event: EventId, note: Partial<MilestoneNote>) =>
    notes.set(event, { metrics: [], ...notes.get(event), ...note });
  for (const [index, visit] of state.phaseVisits.entries()) {
    const before = state.phaseVisits[index - 1];
    if (before && before.phase !== visit.phase) add(visit.event, { moved: { from: before.phase, to: visit.phase } });
  }
  const record = projectMetricRecord(incident, state);
  for (const milestone of milestones) {
    const current = currentClaim(state, milestone);
    if (current) add(current.event, { metrics: closedBy(milestone).flatMap((id) => spanOf(record, id, now)) });
    for (const claim of state.claims.get(milestone) ?? []) {
      if (claim.ended) add(claim.event, { ended: claim.ended });
      if (claim.replaces) add(claim.replaces, { correctedTo: claim.at });
    }
  }
  return notes;
};

const spanOf = (record: MetricRecord, id: TimeToId, now: Instant) => {
  const result = metric(record, id, now);
  return result.kind === 'value' ? [{ id, ms: result.ms }] : [];
};

const closedBy = (milestone: Milestone): readonly TimeToId[] =>
  timeToIds.filter((id) => timeToEnds[id].stop === milestone);
