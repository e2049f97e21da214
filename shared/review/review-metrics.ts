import type { Instant } from '../kernel/instant.ts';
import { extraIds, type MetricId, metricWords, timeToIds } from '../lifecycle/metric-definitions.ts';
import { firstRecord, type MetricRecord, previousRecord, projectMetricRecord } from '../lifecycle/metric-record.ts';
import type { MetricResult } from '../lifecycle/metric-result.ts';
import { metric, metricInstants } from '../lifecycle/metrics.ts';
import type { PreviousFailure, ReviewSource } from './review-source.ts';

/** One line of the metrics table: the number is never without its two ends. */
export interface MetricRow {
  readonly id: MetricId | 'tbf' | 'ttf';
  readonly name: string;
  /** In words: what the start and the stop are. */
  readonly from: string;
  readonly to: string;
  readonly start?: Instant;
  readonly stop?: Instant;
  readonly result: MetricResult;
  /** With the first diagnosis, fix or recovery, where a later one counts. */
  readonly first?: MetricResult;
  /** Before the last correction of one of its ends. */
  readonly was?: MetricResult;
  /** Useful beside the standard measures, and none of them. */
  readonly added: boolean;
}

type MetricSource = Pick<ReviewSource, 'id' | 'lifecycle' | 'now' | 'previous' | 'playbook'>;

/** The seven, then Time Between Failures and Time to Fail per service where the library knows, then our additions. */
export const reviewMetrics = (source: MetricSource): readonly MetricRow[] => {
  const record = projectMetricRecord(source.id, source.lifecycle);
  const row = (id: MetricId, added: boolean) => metricRow(record, id, source, added);
  return [
    ...timeToIds.map((id) => row(id, false)),
    ...(source.previous ?? []).flatMap((previous) => betweenRows(previous, record)),
    ...extraIds.map((id) => row(id, true)),
  ];
};

const metricRow = (record: MetricRecord, id: MetricId, { now, playbook }: MetricSource, added: boolean): MetricRow => {
  const { name, from, to } = metricWords[id];
  const { resolveClock } = playbook.settings;
  const result = metric(record, id, now, resolveClock);
  const [first, was] = [firstRecord(record), previousRecord(record)].map((other) =>
    metric(other, id, now, resolveClock),
  );
  return {
    id,
    name,
    from,
    to,
    ...metricInstants(record, id, now),
    result,
    ...(first && isOtherValue(first, result) ? { first } : {}),
    ...(was && isOtherValue(was, result) ? { was } : {}),
    added,
  };
};

const isOtherValue = (other: MetricResult, result: MetricResult) =>
  other.kind === 'value' && (result.kind !== 'value' || result.ms !== other.ms);

const betweenRows = (previous: PreviousFailure, record: MetricRecord): readonly MetricRow[] => {
  const { service, incident, failureAt, recoveredAt, tbf, ttf } = previous;
  const failure = record.milestones.failure?.at;
  const stop = failure ? { stop: failure } : {};
  const to = 'this failure';
  return [
    {
      id: 'tbf',
      name: `Time Between Failures, ${service}`,
      from: `failure of ${incident}`,
      to,
      ...(failureAt ? { start: failureAt } : {}),
      ...stop,
      result: tbf,
      added: false,
    },
    {
      id: 'ttf',
      name: `Time to Fail, ${service}`,
      from: `recovery of ${incident}`,
      to,
      ...(recoveredAt ? { start: recoveredAt } : {}),
      ...stop,
      result: ttf,
      added: false,
    },
  ];
};
