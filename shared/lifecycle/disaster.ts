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
  const endOf = (name: RecoveryInstant): SpanEnd => ({ name, at: instants[name] });
  const disaster = endOf('disasterAt');
  const lossUntil = { ...disaster, at: instants.lossUntil ?? disaster.at };
  const downFrom = { ...disaster, at: instants.downFrom ?? disaster.at };
  const restorePoint = endOf(instants.recoveryPointAt ? 'recoveryPointAt' : 'backupAsOf');
  const dataLoss = between(record, now, endOf('recoveryPointAt'), lossUntil);
  const downtime = upTo(record, now, downFrom, 'drRecoveredAt');
  const rtoLeft = rtoMs !== undefined && hasMs(downtime) ? rtoMs - downtime.ms : null;
  return {
    dataset: record.dataset,
    dataLoss,
    downtime,
    rpo: verdict(dataLoss, rpoMs, record),
    rto: verdict(downtime, rtoMs, record),
    rtoLeft,
    rtoState: rtoLeft === null || rtoMs === undefined ? null : rtoState(rtoLeft, rtoMs),
    lossIfRestoredNow: between(record, now, restorePoint, lossUntil),
    sinceDisaster: upTo(record, now, disaster, 'drRecoveredAt'),
    minService: upTo(record, now, disaster, 'minServiceAt'),
    declarationDelay: upTo(record, now, disaster, 'declaredAt'),
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

/** One end of a span: where it has no instant, `name` says what has to be recorded. */
interface SpanEnd {
  readonly name: RecoveryInstant;
  readonly at: Instant | undefined;
}

const between = ({ instants }: DisasterRecord, now: Instant, start: SpanEnd, stop: SpanEnd): MetricResult =>
  start.at && stop.at
    ? measured(instants, now, start.at, stop.at)
    : missing(...[start, stop].filter(({ at }) => !at).map(({ name }) => name));

/** As `between`; without its stop the span runs on while the incident does. */
const upTo = (
  { instants, isOver }: DisasterRecord,
  now: Instant,
  start: SpanEnd,
  stopName: RecoveryInstant,
): MetricResult => {
  const stop = instants[stopName];
  if (!start.at) return missing(start.name);
  if (stop) return measured(instants, now, start.at, stop);
  if (start.at > now) return inFuture;
  return isOver ? missing(stopName) : { kind: 'running', ms: elapsedMs(start.at, now), flags: [] };
};

const measured = (instants: RecoveryInstants, now: Instant, start: Instant, stop: Instant): MetricResult => {
  if (start > now || stop > now) return inFuture;
  if (stop >= start) return { kind: 'value', ms: elapsedMs(start, stop), flags: [] };
  return invalid(
    impossibleRecovery(instants)[0]?.sentence ?? 'It would end before it began. Correct one of the two times.',
  );
};

const inFuture = invalid('It lies in the future. Correct it.');
