import type { Instant } from '../kernel/instant.ts';

/** Milestones: the instants of an incident, in working order (domain.md section 1). */
export const milestones = [
  'failure',
  'alerted',
  'detected',
  'acknowledged',
  'triaged',
  'identified',
  'fixed',
  'recovered',
  'resolved',
] as const;
export type Milestone = (typeof milestones)[number];

/** As on screen and in refusals. */
export const milestoneWords: Readonly<Record<Milestone, string>> = {
  failure: 'Failure',
  alerted: 'Alerted',
  detected: 'Detected',
  acknowledged: 'Acknowledged',
  triaged: 'Triaged',
  identified: 'Identified',
  fixed: 'Fixed',
  recovered: 'Recovered',
  resolved: 'Resolved',
};

/** Phases: the work going on between two milestones, in working order. */
export const phases = ['detect', 'triage', 'identify', 'fix', 'recover', 'resolve'] as const;
export type Phase = (typeof phases)[number];

export type IncidentStatus = 'open' | 'restored' | 'resolved' | 'false-alarm' | 'merged' | 'cancelled';
/** Worst first. */
export const impactLevels = ['full', 'partial', 'degraded', 'none'] as const;
export type ImpactLevel = (typeof impactLevels)[number];
export type DetectionSource = 'alert' | 'staff' | 'customer' | 'partner' | 'security';
/** Public status words (domain.md 5.2); "Resolved" is said at recovery, not at the end of the follow-up. */
export type PublicStatus = 'Investigating' | 'Identified' | 'Monitoring' | 'Resolved';

/** The earliest and the latest moment that a milestone can have been. */
export interface InstantRange {
  readonly earliest: Instant;
  readonly latest: Instant;
}

/** Instants of the disaster recovery track (domain.md section 8); `failure` and `recovered` are milestones. */
export const recoveryInstants = [
  'backupAsOf',
  'backupVerifiedAt',
  'disasterAt',
  'declaredAt',
  'restoreStartedAt',
  'recoveryPointAt',
  'minServiceAt',
  'drRecoveredAt',
  'lossUntil',
  'downFrom',
] as const;
export type RecoveryInstant = (typeof recoveryInstants)[number];
