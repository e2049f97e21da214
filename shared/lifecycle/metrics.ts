import { given } from '../kernel/given.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import type { Calendar } from '../playbook/playbook.ts';
import { toBusinessTime } from './business-time.ts';
import type { MilestoneInstants } from './current-claim.ts';
import { impactTime } from './impact-time.ts';
import { type Milestone, milestoneWords } from './lifecycle.ts';
import { type ExtraId, type MetricId, type TimeToId, timeToEnds } from './metric-definitions.ts';
import type { MetricRecord } from './metric-record.ts';
import {
  estimatedFlag,
  invalid,
  type MetricFlag,
  type MetricResult,
  missing,
  notApplicable,
  runningResult,
  spanRange,
  spanResult,
} from './metric-result.ts';
import { impossiblePairs, pairSentence, unusualPairs } from './milestone-order.ts';

/**
 * One metric of one incident at `now` (domain.md 2.1 and 2.2), by the wall clock; `resolveClock` concerns Resolve alone. A drill has its numbers like any incident; it is the
 * statistics over many that leave it out (`isCounted`).
 */
export const metric = (
  record: MetricRecord,
  id: MetricId,
  now: Instant,
  resolveClock: Calendar = 'wall',
): MetricResult => {
  if (record.status === 'merged') return notApplicable('merged into another incident');
  if (record.status === 'cancelled') return notApplicable('cancelled');
  if (record.status === 'false-alarm' && id !== 'tta') return notApplicable('false alarm');
  if (isExtra(id)) return extra(record, id, now);
  const result = timeTo(record, id, now);
  const { failure, resolved } = record.milestones;
  return id === 'ttrResolve' && resolveClock === 'business'
    ? toBusinessTime(result, failure, resolved ?? { at: now })
    : result;
};

/** The two instants that `metric` subtracts, as far as they are known. */
export const metricInstants = (
  record: MetricRecord,
  id: MetricId,
  now: Instant,
): { readonly start?: Instant; readonly stop?: Instant } => {
  const at = (milestone: Milestone) => record.milestones[milestone]?.at;
  if (id === 'pageLag') return given({ start: at('detected'), stop: at('alerted') });
  if (id === 'mitigate') return given({ start: at('failure'), stop: wholeImpact(record, now).mitigatedAt });
  if (id === 'impacted') return {};
  const { start, stop } = timeToEnds[id];
  return given({ start: at(start), stop: at(stop) });
};

const timeTo = (record: MetricRecord, id: TimeToId, now: Instant): MetricResult => {
  const ends = timeToEnds[id];
  const [start, stop] = [record.milestones[ends.start], record.milestones[ends.stop]];
  const future = [ends.start, ends.stop].find((end) => isAfter(record.milestones[end]?.at, now));
  if (future) return invalid(`${milestoneWords[future]} lies in the future. Correct it.`);
  const instants = instantsOf(record);
  const wrong = impossiblePairs(instants).find((pair) => pair.before === ends.stop);
  if (wrong) return invalid(pairSentence(wrong));
  if (id === 'tta' && !start && !record.paged) return notApplicable('nobody was paged');
  if (id === 'ttrRespond' && isOverBeforeDetected(instants)) return notApplicable('over before detected');
  if (!start) return missing(ends.start, ...(stop || isOpen(record) ? [] : [ends.stop]));
  if (!stop)
    return isOpen(record) && !record.skipped.includes(ends.stop) ? runningResult(start, now) : missing(ends.stop);
  if (stop.at < start.at) {
    // Only Detected may come before Failure: the smoke was seen before the fire.
    const range = spanRange(start, stop);
    const flags: readonly MetricFlag[] = ['early-warning', ...estimatedFlag(start, stop)];
    return { kind: 'value', ms: 0, flags, leadMs: elapsedMs(stop.at, start.at), ...given({ range }) };
  }
  const late = unusualPairs(instants).some((pair) => pair.after === ends.stop);
  return spanResult(start, stop, late ? ['order'] : []);
};

const extra = (record: MetricRecord, id: ExtraId, now: Instant): MetricResult => {
  const { failure, detected, alerted } = record.milestones;
  const windows = wholeImpact(record, now);
  switch (id) {
    case 'pageLag':
      if (!detected) return missing('detected');
      if (!alerted) return record.paged ? missing('alerted') : notApplicable('nobody was paged');
      if (isAfter(alerted.at, now) || isAfter(detected.at, now)) return invalid('It lies in the future. Correct it.');
      return alerted.at < detected.at ? notApplicable('paged before it was detected') : spanResult(detected, alerted);
    case 'mitigate':
      if (!failure) return missing('failure');
      if (isAfter(failure.at, now)) return invalid('Failure lies in the future. Correct it.');
      if (windows.mitigatedAt) return spanResult(failure, { at: windows.mitigatedAt });
      return isOpen(record) ? runningResult(failure, now) : missing('impact');
    case 'impacted':
      if (!record.impact.some((window) => !window.service)) return missing('impact');
      if (!windows.goesOn) return { kind: 'value', ms: windows.impacted, flags: [] };
      return isOpen(record) ? { kind: 'running', ms: windows.impacted, flags: [] } : missing('impact');
  }
};

const isExtra = (id: MetricId): id is ExtraId => id === 'mitigate' || id === 'pageLag' || id === 'impacted';
const isOpen = (record: MetricRecord) => record.status === 'open' || record.status === 'restored';
const isAfter = (at: Instant | undefined, now: Instant) => at !== undefined && at > now;

const wholeImpact = (record: MetricRecord, now: Instant) =>
  impactTime(
    record.impact.filter((window) => !window.service),
    now,
    record.milestones.failure?.at,
  );

/** The bare instants of a record, by milestone. */
export const instantsOf = (record: Pick<MetricRecord, 'milestones'>): MilestoneInstants =>
  Object.fromEntries(Object.entries(record.milestones).map(([milestone, fact]) => [milestone, fact.at]));

// A recovery before the failure is a mistake of its own and says nothing of detection.
const isOverBeforeDetected = ({ failure, detected, fixed, recovered }: MilestoneInstants) =>
  detected !== undefined && [fixed, recovered].some((over) => over && over < detected && !(failure && over < failure));
