import type { Milestone } from './lifecycle.ts';

/** The seven metrics per incident, in the order of the working phases. */
export const timeToIds = ['ttd', 'tta', 'tti', 'ttrRepair', 'ttrRespond', 'ttrRecover', 'ttrResolve'] as const;
export type TimeToId = (typeof timeToIds)[number];

/** Useful beside them, and shown as additions of ours. */
export const extraIds = ['mitigate', 'pageLag', 'impacted'] as const;
export type ExtraId = (typeof extraIds)[number];

export const metricIds = [...timeToIds, ...extraIds] as const;
export type MetricId = (typeof metricIds)[number];

/** `from` and `to` in words stand beside every number: four of these are called "MTTR" elsewhere. */
export interface MetricWords {
  readonly name: string;
  /** As a mean over several incidents. */
  readonly meanName: string;
  readonly from: string;
  readonly to: string;
}

export const timeToEnds: Readonly<Record<TimeToId, { readonly start: Milestone; readonly stop: Milestone }>> = {
  ttd: { start: 'failure', stop: 'detected' },
  tta: { start: 'alerted', stop: 'acknowledged' },
  tti: { start: 'failure', stop: 'identified' },
  ttrRepair: { start: 'failure', stop: 'fixed' },
  ttrRespond: { start: 'detected', stop: 'fixed' },
  ttrRecover: { start: 'failure', stop: 'recovered' },
  ttrResolve: { start: 'failure', stop: 'resolved' },
};

export const metricWords: Readonly<Record<MetricId, MetricWords>> = {
  ttd: { name: 'Time to Detect', meanName: 'Mean Time to Detect', from: 'Failure', to: 'Detected' },
  tta: { name: 'Time to Acknowledge', meanName: 'Mean Time to Acknowledge', from: 'Alerted', to: 'Acknowledged' },
  tti: { name: 'Time to Identify', meanName: 'Mean Time to Identify', from: 'Failure', to: 'Identified' },
  ttrRepair: { name: 'Time to Repair', meanName: 'Mean Time to Repair', from: 'Failure', to: 'Fixed' },
  ttrRespond: { name: 'Time to Respond', meanName: 'Mean Time to Respond', from: 'Detected', to: 'Fixed' },
  ttrRecover: { name: 'Time to Recover', meanName: 'Mean Time to Recover', from: 'Failure', to: 'Recovered' },
  ttrResolve: { name: 'Time to Resolve', meanName: 'Mean Time to Resolve', from: 'Failure', to: 'Resolved' },
  mitigate: {
    name: 'Time to Mitigate',
    meanName: 'Mean Time to Mitigate',
    from: 'Failure',
    to: 'First drop in impact',
  },
  pageLag: { name: 'Page lag', meanName: 'Mean page lag', from: 'Detected', to: 'Alerted' },
  impacted: { name: 'Impacted time', meanName: 'Mean impacted time', from: 'Impact begins', to: 'Impact ends' },
};
