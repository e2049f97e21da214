import type { Instant } from '../kernel/instant.ts';
import { type DisasterRecord, type DisasterVerdict, drVerdict, type Verdict } from './disaster.ts';

export interface DisasterHeadline {
  /** The dataset whose loss is worst against its objective. */
  readonly worstLoss: DisasterVerdict;
  /** The dataset whose stop is worst against its objective. */
  readonly worstDowntime: DisasterVerdict;
  readonly datasets: readonly DisasterVerdict[];
}

/** Several datasets: the worst is the headline, and all are listed. Undefined where there is no disaster track. */
export const drHeadline = (records: readonly DisasterRecord[], now: Instant): DisasterHeadline | undefined => {
  const datasets = records.map((record) => drVerdict(record, now));
  const worstLoss = worst(datasets, 'rpo', 'dataLoss');
  const worstDowntime = worst(datasets, 'rto', 'downtime');
  return worstLoss && worstDowntime && { worstLoss, worstDowntime, datasets };
};

const worst = (datasets: readonly DisasterVerdict[], objective: 'rpo' | 'rto', actual: 'dataLoss' | 'downtime') =>
  datasets.toSorted(
    (a, b) =>
      rank(b[objective]) - rank(a[objective]) ||
      margin(b[objective]) - margin(a[objective]) ||
      actualMs(b[actual]) - actualMs(a[actual]),
  )[0];

// What is not known yet outranks what was met: a headline must not reassure while one dataset is open.
const ranks: Readonly<Record<Verdict['kind'], number>> = { missed: 4, unknown: 3, open: 2, met: 1, 'no-objective': 0 };
const rank = ({ kind }: Verdict) => ranks[kind];

const margin = (verdict: Verdict) => {
  if (verdict.kind === 'missed') return verdict.byMs;
  return verdict.kind === 'met' ? -verdict.byMs : 0;
};

const actualMs = (result: DisasterVerdict['dataLoss']) =>
  result.kind === 'value' || result.kind === 'running' ? result.ms : 0;
