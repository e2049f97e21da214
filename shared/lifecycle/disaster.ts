import { given } from '../kernel/given.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import { disasterInstants, impossibleRecovery, type RecoveryInstants } from './disaster-instants.ts';
import type { RecoveryInstant } from './lifecycle.ts';
import type { LifecycleState } from './lifecycle-state.ts';
import { invalid, type MetricResult, missing } from './metric-result.ts';

/** The disaster recovery track of one service or dataset: plain data (domain.md section 8). */
export interface DisasterRecord {
  readonly dataset: string;
  /** True once nothing more will be recovered: what is unknown then stays missing. */
  readonly isOver: boolean;
  readonly instants: RecoveryInstants;
  readonly rpoMs?: number;
  readonly rtoMs?: number;
  readonly mtpdMs?: number;
}

/** An objective that nobody set is never "met"; one whose actual is not known yet is open, or missed already. */
export type Verdict =
  | { readonly kind: 'met'; readonly byMs: number }
  | { readonly kind: 'missed'; readonly byMs: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'no-objective' };

export interface DisasterVerdict {
  readonly dataset: string;
  readonly dataLoss: MetricResult;
  readonly downtime: MetricResult;
  readonly rpo: Verdict;
  readonly rto: Verdict;
  /** Negative once overrun; null without an objective or a start. After recovery: what was to spare. */
  readonly rtoLeft: number | null;
  readonly rtoState: RtoState | null;
  /** What is lost if the best copy known is restored now. */
  readonly lossIfRestoredNow: MetricResult;
  /** Never reset by a later stop or freeze. */
  readonly sinceDisaster: MetricResult;
  readonly minService: MetricResult;
  /** From the disaster to declaring it: shown apart, for the clock does not wait for a declaration. */
  readonly declarationDelay: MetricResult;
  /** True once the stop is longer than anybody can tolerate; null where no limit is set. */
  readonly isIntolerable: boolean | null;
}

export type RtoState = 'green' | 'amber' | 'red';

export const projectDisasterRecords = (state: LifecycleState): readonly DisasterRecord[] =>
  [...state.recoveryTracks.values()].map(({ dataset, rpoMs, rtoMs, mtpdMs }) => ({
    dataset,
    isOver: state.status !== 'open' && state.status !== 'restored',
    instants: disasterInstants(state, dataset),
    ...given({ rpoMs, rtoMs, mtpdMs }),
  }));

/** Loss and stop of one dataset against its objectives. The RTO clock starts at the disaster, not at its declaration. */
export const drVerdict = (record: DisasterRecord, now: Instant): DisasterVerdict => {
  const { instants, rpoMs, rtoMs, mtpdMs } = record;
  const { disasterAt, recoveryPointAt, backupAsOf } = instants;
  const lossUntil = instants.lossUntil ?? disasterAt;
  const downFrom = instants.downFrom ?? disasterAt;
  const dataLoss = between(record, now, 'recoveryPointAt', recoveryPointAt, 'disasterAt', lossUntil);
  const downtime = upTo(record, now, 'disasterAt', downFrom, 'drRecoveredAt');
  const rtoLeft = rtoMs !== undefined && hasMs(downtime) ? rtoMs - downtime.ms : null;
  const best = recoveryPointAt ?? backupAsOf;
  return {
    dataset: record.dataset,
    dataLoss,
    downtime,
    rpo: verdict(dataLoss, rpoMs, record),
    rto: verdict(downtime, rtoMs, record),
    rtoLeft,
    rtoState: rtoLeft === null || rtoMs === undefined ? null : rtoState(rtoLeft, rtoMs),
    lossIfRestoredNow: between(
      record,
      now,
      recoveryPointAt ? 'recoveryPointAt' : 'backupAsOf',
      best,
      'disasterAt',
      lossUntil,
    ),
    sinceDisaster: upTo(record, now, 'disasterAt', disasterAt, 'drRecoveredAt'),
    minService: upTo(record, now, 'disasterAt', disasterAt, 'minServiceAt'),
    declarationDelay: upTo(record, now, 'disasterAt', disasterAt, 'declaredAt'),
    isIntolerable: mtpdMs === undefined || !hasMs(downtime) ? null : downtime.ms > mtpdMs,
  };
};

/** Green, amber with under a quarter of the objective left, red when overrun. */
export const rtoState = (leftMs: number, rtoMs: number): RtoState => {
  if (leftMs < 0) return 'red';
  return leftMs < rtoMs / 4 ? 'amber' : 'green';
};

const hasMs = (result: MetricResult) => result.kind === 'value' || result.kind === 'running';

const verdict = (actual: MetricResult, objectiveMs: number | undefined, { isOver }: DisasterRecord): Verdict => {
  if (objectiveMs === undefined) return { kind: 'no-objective' };
  if (actual.kind === 'value' || actual.kind === 'running') {
    const left = objectiveMs - actual.ms;
    if (left < 0) return { kind: 'missed', byMs: -left };
    return actual.kind === 'value' ? { kind: 'met', byMs: left } : { kind: 'open' };
  }
  return actual.kind === 'missing' && !isOver ? { kind: 'open' } : { kind: 'unknown' };
};

const between = (
  { instants }: DisasterRecord,
  now: Instant,
  startName: RecoveryInstant,
  start: Instant | undefined,
  stopName: RecoveryInstant,
  stop: Instant | undefined,
): MetricResult => {
  if (!start || !stop) return missing(...(start ? [] : [startName]), ...(stop ? [] : [stopName]));
  return measured(instants, now, start, stop);
};

const upTo = (
  { instants, isOver }: DisasterRecord,
  now: Instant,
  startName: RecoveryInstant,
  start: Instant | undefined,
  stopName: RecoveryInstant,
): MetricResult => {
  const stop = instants[stopName];
  if (!start) return missing(startName);
  if (stop) return measured(instants, now, start, stop);
  if (start > now) return inFuture;
  return isOver ? missing(stopName) : { kind: 'running', ms: elapsedMs(start, now), flags: [] };
};

const measured = (instants: RecoveryInstants, now: Instant, start: Instant, stop: Instant): MetricResult => {
  if (start > now || stop > now) return inFuture;
  if (stop >= start) return { kind: 'value', ms: elapsedMs(start, stop), flags: [] };
  return invalid(
    impossibleRecovery(instants)[0]?.sentence ?? 'It would end before it began. Correct one of the two times.',
  );
};

const inFuture = invalid('It lies in the future. Correct it.');
