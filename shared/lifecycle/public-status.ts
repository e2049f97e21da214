import type { ImpactLevel, PublicStatus } from './lifecycle.ts';
import type { MetricRecord } from './metric-record.ts';

/**
 * The word the public reads (domain.md 5.2), from the milestones that hold and never from the phase: a rollback that runs
 * while the cause is unknown is still Investigating. "Resolved" means service is normal, not that follow-up is done.
 */
export const publicStatus = ({ status, milestones }: Pick<MetricRecord, 'status' | 'milestones'>): PublicStatus => {
  if (status === 'false-alarm' || status === 'cancelled' || milestones.recovered) return 'Resolved';
  if (milestones.fixed) return 'Monitoring';
  return milestones.identified ? 'Identified' : 'Investigating';
};

export type ComponentStatus = 'operational' | 'degraded' | 'partial outage' | 'major outage';

/** Never "outage" for a degradation. */
export const componentStatus = (level: ImpactLevel): ComponentStatus => componentWords[level];

const componentWords: Readonly<Record<ImpactLevel, ComponentStatus>> = {
  none: 'operational',
  degraded: 'degraded',
  partial: 'partial outage',
  full: 'major outage',
};
