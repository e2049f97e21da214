import { given } from '../kernel/given.ts';
import type { Instant } from '../kernel/instant.ts';
import { currentClaim, firstClaim } from './current-claim.ts';
import { impactWindows } from './current-impact.ts';
import type { ImpactWindow } from './impact-time.ts';
import {
  type DetectionSource,
  type IncidentStatus,
  type InstantRange,
  type Milestone,
  milestones,
} from './lifecycle.ts';
import type { LifecycleState, MilestoneClaim } from './lifecycle-state.ts';
import { currentSeverity } from './severity.ts';

export interface MilestoneFact {
  readonly at: Instant;
  readonly range?: InstantRange;
  readonly estimated?: boolean;
  /** The first instant that was believed, when a later one counts after a withdrawal, a failed fix or a relapse. */
  readonly first?: Instant;
  /** What the claim that counts replaced. */
  readonly was?: Instant;
}

export type MilestoneFacts = Readonly<Partial<Record<Milestone, MilestoneFact>>>;

/** All that metrics need to know of one incident: plain data, so that an import or a test can write it down. */
export interface MetricRecord {
  readonly id: string;
  readonly status: IncidentStatus;
  readonly drill: boolean;
  readonly maintenance: boolean;
  /** False where nobody was paged: then there is no time to acknowledge. */
  readonly paged: boolean;
  readonly source?: DetectionSource;
  readonly services: readonly string[];
  readonly severity?: string;
  readonly milestones: MilestoneFacts;
  readonly skipped: readonly Milestone[];
  readonly impact: readonly ImpactWindow[];
  /** Somebody recorded an impact and it never hurt anyone: with no failure, a near miss. */
  readonly harmless: boolean;
  readonly reopenCount: number;
}

/** What stands now: of each milestone the claim that counts. `id` is the incident's, to name it among others. */
export const projectMetricRecord = (id: string, state: LifecycleState): MetricRecord => {
  const impact = impactWindows(state);
  const source = state.detection?.source;
  return {
    id,
    status: state.status,
    drill: state.drill,
    maintenance: state.declared?.maintenance ?? false,
    paged: Boolean(state.declared?.paged) || source === 'alert' || currentClaim(state, 'alerted') !== undefined,
    services: state.services,
    milestones: Object.fromEntries(
      milestones.flatMap((milestone) => {
        const claim = currentClaim(state, milestone);
        return claim ? [[milestone, toFact(claim, state, milestone)]] : [];
      }),
    ),
    skipped: [...state.skipped.keys()],
    impact,
    harmless: state.impactSteps.length > 0 && impact.length === 0,
    reopenCount: state.reopenings.length,
    ...given({ source, severity: currentSeverity(state)?.severity }),
  };
};

/** The record as it looked when the first diagnosis, fix and recovery were still believed ("first 20m"). */
export const firstRecord = (record: MetricRecord): MetricRecord => withInstants(record, (fact) => fact.first);

/** The record before the last correction of each milestone ("was 22m"). */
export const previousRecord = (record: MetricRecord): MetricRecord => withInstants(record, (fact) => fact.was);

const toFact = (claim: MilestoneClaim, state: LifecycleState, milestone: Milestone): MilestoneFact => ({
  at: claim.at,
  estimated: claim.estimated,
  ...given({
    range: claim.range,
    first: firstClaim(state, milestone)?.at,
    was: state.claims.get(milestone)?.find(({ event }) => event === claim.replaces)?.at,
  }),
});

const withInstants = (record: MetricRecord, choose: (fact: MilestoneFact) => Instant | undefined): MetricRecord => ({
  ...record,
  milestones: Object.fromEntries(
    Object.entries(record.milestones).map(([milestone, fact]) => {
      const at = choose(fact);
      return [milestone, at ? { at } : fact];
    }),
  ),
});
