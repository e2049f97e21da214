import { given } from '../kernel/given.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import type { MilestoneFact } from './metric-record.ts';

/**
 * `order`: out of the working order. `early-warning`: noticed before it failed. `estimated`: an end is a best guess.
 * `business-days`: Saturdays and Sundays are left out.
 */
export type MetricFlag = 'order' | 'early-warning' | 'estimated' | 'business-days';

/** A span of time, or in words why there is none. All `ms` are integers. */
export type MetricResult =
  | {
      readonly kind: 'value';
      readonly ms: number;
      readonly flags: readonly MetricFlag[];
      /** The shortest and the longest that the uncertain ends allow. */
      readonly range?: MsRange;
      /** With `early-warning`: how long before the failure it was noticed. */
      readonly leadMs?: number;
    }
  | { readonly kind: 'running'; readonly ms: number; readonly flags: readonly MetricFlag[] }
  | { readonly kind: 'missing'; readonly needs: readonly string[] }
  | { readonly kind: 'na'; readonly why: string }
  | { readonly kind: 'invalid'; readonly why: string };

export interface MsRange {
  readonly minMs: number;
  readonly maxMs: number;
}

export const notApplicable = (why: string): MetricResult => ({ kind: 'na', why });
export const invalid = (why: string): MetricResult => ({ kind: 'invalid', why });
export const missing = (...needs: readonly string[]): MetricResult => ({ kind: 'missing', needs });

/** From `start` to `stop`; a stop before the start is for the caller to judge. */
export const spanResult = (
  start: MilestoneFact,
  stop: MilestoneFact,
  flags: readonly MetricFlag[] = [],
): MetricResult => ({
  kind: 'value',
  ms: elapsedMs(start.at, stop.at),
  flags: [...flags, ...estimatedFlag(start, stop)],
  ...given({ range: spanRange(start, stop) }),
});

/** From `start` until now, for as long as the stop is not reached. */
export const runningResult = (start: MilestoneFact, now: Instant): MetricResult => ({
  kind: 'running',
  ms: elapsedMs(start.at, now),
  flags: estimatedFlag(start),
});

/** A "time to" is never below zero, however wide the uncertainty. */
export const spanRange = (start: MilestoneFact, stop: MilestoneFact): MsRange | undefined => {
  if (!start.range && !stop.range) return undefined;
  const minMs = elapsedMs(start.range?.latest ?? start.at, stop.range?.earliest ?? stop.at);
  const maxMs = elapsedMs(start.range?.earliest ?? start.at, stop.range?.latest ?? stop.at);
  return { minMs: Math.max(0, minMs), maxMs: Math.max(0, maxMs) };
};

export const estimatedFlag = (...facts: readonly MilestoneFact[]): readonly MetricFlag[] =>
  facts.some((fact) => fact.estimated || fact.range) ? ['estimated'] : [];
