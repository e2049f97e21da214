import { compareTexts } from '../kernel/by-text.ts';
import { type Instant, latest } from '../kernel/instant.ts';
import { isCounted } from './counted.ts';
import type { MetricRecord, MilestoneFact } from './metric-record.ts';
import { invalid, type MetricResult, missing, notApplicable, runningResult, spanResult } from './metric-result.ts';

/** Between one failure of a service and the one before it. */
export interface Gap {
  readonly incident: string;
  readonly previous: string;
  readonly result: MetricResult;
}

export interface Series {
  readonly failures: number;
  /** Time Between Failures: previous failure to this failure. n failures give n-1 gaps. */
  readonly tbf: readonly Gap[];
  /** Time To Fail: previous recovery to this failure. */
  readonly ttf: readonly Gap[];
  /** The present run without failure, as a censored Time To Fail; not applicable while the service is failing. */
  readonly openRun: MetricResult;
}

interface Failure {
  readonly id: string;
  readonly start: MilestoneFact;
  readonly end?: MilestoneFact;
  readonly isOpen: boolean;
}

/** One service at a time: pooled services would look as if they failed one another. */
export const series = (records: readonly MetricRecord[], service: string, now: Instant): Series => {
  const failures = records
    .flatMap((record) => toFailure(record, service))
    .filter(({ start }) => start.at <= now)
    .sort((a, b) => compareTexts(a.start.at, b.start.at) || compareTexts(a.id, b.id));
  const gaps = (between: (index: number, previous: Failure, failure: Failure) => MetricResult) =>
    failures.flatMap((failure, index) => {
      const previous = failures[index - 1];
      return previous
        ? [{ incident: failure.id, previous: previous.id, result: between(index, previous, failure) }]
        : [];
    });
  return {
    failures: failures.length,
    tbf: gaps((_, previous, failure) => spanResult(previous.start, failure.start)),
    ttf: gaps((index, previous, failure) => timeToFail(failures.slice(0, index), previous, failure)),
    openRun: openRun(failures, now),
  };
};

const timeToFail = (earlier: readonly Failure[], previous: Failure, failure: Failure): MetricResult => {
  if (isBackwards(previous)) return invalid('The recovery before it is earlier than its failure. Correct one of them.');
  if (earlier.some((other) => isStillDown(other, failure.start.at))) return notApplicable('overlap');
  return previous.end ? spanResult(previous.end, failure.start) : missing('recovered');
};

const openRun = (failures: readonly Failure[], now: Instant): MetricResult => {
  if (failures.length === 0) return notApplicable('no failure recorded');
  if (failures.some((failure) => isStillDown(failure, now))) return notApplicable('failing now');
  const ends = failures.flatMap((failure) => failure.end ?? []);
  const [first, ...rest] = ends;
  if (!first || ends.length < failures.length) return missing('recovered');
  return runningResult(
    rest.reduce((last, end) => (latest(last.at, end.at) === last.at ? last : end), first),
    now,
  );
};

const isBackwards = ({ start, end }: Failure) => end !== undefined && end.at < start.at;
const isStillDown = ({ end, isOpen }: Failure, at: Instant) => (end ? end.at > at : isOpen);

const toFailure = (record: MetricRecord, service: string): readonly Failure[] => {
  const failure = record.milestones.failure;
  if (!failure || !isCounted(record) || record.status === 'false-alarm') return [];
  const own = record.impact.filter((window) => window.service === service);
  if (!record.services.includes(service) && own.length === 0) return [];
  const recovered = record.milestones.recovered;
  const begins = own.map((window) => window.from).sort()[0];
  const isEnded = own.every((window) => window.to);
  const ends = own
    .flatMap((window) => window.to ?? [])
    .sort()
    .at(-1);
  // The service's own window is nearer to the truth than the incident as a whole.
  const start = begins ? { at: begins } : failure;
  const end = begins && isEnded && ends ? { at: ends } : recovered;
  const isOpen = record.status === 'open' || record.status === 'restored';
  return [{ id: record.id, start, isOpen, ...(end ? { end } : {}) }];
};
