import { formatDuration } from '../kernel/duration.ts';
import { kaplanMeierMedian, type notReached } from './kaplan-meier.ts';
import type { MetricResult } from './metric-result.ts';

/** Over many incidents. Null means no data; keys are stable for scripts. Spans are whole ms, rounded to the nearest. */
export interface Aggregate {
  /** Finished spans; the mean, median, p90, min and max are over these alone. */
  readonly n: number;
  readonly running: number;
  readonly longestRunning: number | null;
  /** Missing, not applicable or invalid. */
  readonly excluded: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Counts the running ones too, as "at least this long": leaving them out makes things look faster. */
  readonly kmMedian: number | typeof notReached | null;
}

/** One measure over many incidents: the results of the same metric, one an incident. */
export const aggregate = (results: readonly MetricResult[]): Aggregate => {
  const done = results.flatMap((result) => (result.kind === 'value' ? result.ms : [])).sort((a, b) => a - b);
  const running = results.flatMap((result) => (result.kind === 'running' ? result.ms : []));
  return {
    n: done.length,
    running: running.length,
    longestRunning: running.length > 0 ? Math.max(...running) : null,
    excluded: results.length - done.length - running.length,
    mean: done.length > 0 ? Math.round(done.reduce((sum, ms) => sum + ms, 0) / done.length) : null,
    median: percentile(done, 50),
    p90: percentile(done, 90),
    min: done[0] ?? null,
    max: done.at(-1) ?? null,
    kmMedian: kaplanMeierMedian(done, running),
  };
};

/** Always beside the figures: "10 done, 1 running, longest 5h 00m". */
export const aggregateWords = ({ n, running, longestRunning }: Aggregate): string => {
  if (n + running === 0) return 'no data';
  const longest = longestRunning === null ? '' : `, longest ${formatDuration(longestRunning)}`;
  return `${n} done, ${running} running${longest}`;
};

/** Linear interpolation at rank p(n-1) of sorted values, in whole percents so that no float shifts the rank. */
const percentile = (sorted: readonly number[], percent: number): number | null => {
  const rank = percent * (sorted.length - 1);
  const low = sorted[Math.floor(rank / 100)];
  const high = sorted[Math.ceil(rank / 100)];
  return low === undefined || high === undefined ? null : Math.round(low + ((high - low) * (rank % 100)) / 100);
};
