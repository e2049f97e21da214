import type { Settings } from './playbook.ts';

/**
 * Sourced from published practice: the span limit, the review dates of SEV1-2 and the action weeks. The rest are
 * starting values that an organisation is expected to tune.
 */
export const defaultSettings: Settings = {
  ackMinutes: 5,
  commandMinutes: 10,
  triageMinutes: { SEV1: 10, SEV2: 10, SEV3: 30 },
  identifyCheckMinutes: 30,
  fixCheckMinutes: 60,
  watchMinutes: { SEV1: 30, SEV2: 30, SEV3: 15, SEV4: 15 },
  drillWatchMinutes: 5,
  relapseHours: 24,
  milestoneUpdateMinutes: 10,
  longIncidentHours: 2,
  longIncidentFactor: 2,
  soonMinutes: 5,
  escalate: { l2: { minMinutes: 5, percent: 25 }, l3: { percent: 100 } },
  handoffHours: 4,
  handoffBriefMinutes: 30,
  spanLimit: 8,
  idleReleaseMinutes: 30,
  backdateFlagMinutes: 5,
  gapMinutes: 30,
  pirDue: {
    SEV1: { days: 3, calendar: 'wall' },
    SEV2: { days: 5, calendar: 'business' },
    SEV3: { days: 10, calendar: 'business' },
  },
  priorityActionWeeks: { P0: 4, P1: 8 },
  publicMaxChars: 600,
  resolveClock: 'wall',
  percentile: 'linear',
  smallSample: 30,
};
