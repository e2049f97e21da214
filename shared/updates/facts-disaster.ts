import { formatDuration } from '../kernel/duration.ts';
import { type DisasterVerdict, projectDisasterRecords } from '../lifecycle/disaster.ts';
import { drHeadline } from '../lifecycle/disaster-headline.ts';
import type { MetricResult } from '../lifecycle/metric-result.ts';
import type { PlaceholderName } from '../playbook/placeholders.ts';
import { type Fact, factOf, say } from './fact.ts';
import { clockText, type FactContext } from './fact-context.ts';

/** The disaster track's headline: the dataset that is worst against its objective (domain.md section 8). */
export const disasterFacts = (context: FactContext): readonly Fact[] => {
  const { input, now } = context;
  const records = projectDisasterRecords(input.lifecycle);
  const headline = drHeadline(records, now);
  const recordOf = (verdict: DisasterVerdict | undefined) =>
    records.find(({ dataset }) => dataset === verdict?.dataset);
  const [loss, down] = [recordOf(headline?.worstLoss), recordOf(headline?.worstDowntime)];
  const left = headline?.worstDowntime.rtoLeft;
  const point = loss?.instants.recoveryPointAt;
  const fact = (name: PlaceholderName, value: string | undefined, otherwise = 'not known yet') =>
    factOf(name, value, 'disaster track', say(otherwise));
  return [
    fact('recoveryPointAt', point && clockText(point, context)),
    fact('dataLoss', durationOf(headline?.worstLoss.dataLoss)),
    fact('rpo', loss?.rpoMs === undefined ? undefined : formatObjective(loss.rpoMs), 'no objective set'),
    fact('rto', down?.rtoMs === undefined ? undefined : formatObjective(down.rtoMs), 'no objective set'),
    fact('rtoLeft', left === undefined || left === null ? undefined : formatDuration(left)),
    downtimeFact(headline?.worstDowntime.downtime),
  ];
};

const downtimeFact = (downtime: MetricResult | undefined): Fact => {
  const running = downtime?.kind === 'running' ? downtime.ms : undefined;
  const otherwise = running === undefined ? 'not known yet' : `still running, ${formatDuration(running)} so far,`;
  return factOf('drDowntime', durationOf(downtime), 'disaster track: downtime', say(otherwise));
};

const durationOf = (result: MetricResult | undefined): string | undefined =>
  result?.kind === 'value' ? formatDuration(result.ms) : undefined;

/** Objectives are round numbers: `4h`, not `4h 00m`. */
const formatObjective = (ms: number): string => formatDuration(ms).replace(/ 00[hms]$/, '');
