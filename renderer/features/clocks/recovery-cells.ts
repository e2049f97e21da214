import { formatDuration } from '../../../shared/kernel/duration.ts';
import type { DisasterVerdict } from '../../../shared/lifecycle/disaster.ts';
import type { MetricResult } from '../../../shared/lifecycle/metric-result.ts';

export interface RecoveryCell {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
  readonly kind: 'plain' | 'soon' | 'over' | 'missing';
  readonly isRunning: boolean;
  readonly full: string;
}

/** Recovery time: what is left of the objective, or how far it is overrun; without one only the downtime. */
export const rtoCell = (verdict: DisasterVerdict, rtoMs: number | undefined): RecoveryCell => {
  const { downtime, rtoLeft, rtoState, dataset } = verdict;
  const isRunning = downtime.kind === 'running';
  const full = `Recovery time objective of ${dataset}: downtime since the disaster`;
  const down = `down ${msWords(downtime)}`;
  if (rtoMs === undefined || rtoLeft === null)
    return {
      label: 'RTO, none set',
      value: msWords(downtime),
      detail: 'downtime',
      kind: plainOrMissing(downtime),
      isRunning,
      full,
    };
  if (rtoLeft < 0)
    return {
      label: `RTO ${short(rtoMs)}, over`,
      value: formatDuration(-rtoLeft),
      detail: down,
      kind: 'over',
      isRunning,
      full,
    };
  return {
    label: isRunning ? `RTO ${short(rtoMs)}, left` : `RTO ${short(rtoMs)}, met by`,
    value: formatDuration(rtoLeft),
    detail: down,
    kind: isRunning && rtoState === 'amber' ? 'soon' : 'plain',
    isRunning,
    full,
  };
};

/** Data loss: as it stands, or as it would be if the best copy known were restored now. */
export const rpoCell = (verdict: DisasterVerdict, rpoMs: number | undefined): RecoveryCell => {
  const { dataLoss, downtime, lossIfRestoredNow, dataset } = verdict;
  const isKnown = dataLoss.kind === 'value';
  const label = rpoMs === undefined ? 'RPO, none set' : `RPO ${short(rpoMs)}, loss`;
  const full = `Recovery point objective of ${dataset}: data lost, from the newest data that survives`;
  // Once service is back nothing is "restored now" any more: what was lost is a fact that somebody has to record.
  if (!isKnown && downtime.kind === 'value')
    return { label, value: 'not recorded', detail: 'no recovery point', kind: 'missing', isRunning: false, full };
  const loss = isKnown ? dataLoss : lossIfRestoredNow;
  const isMissed = rpoMs !== undefined && (loss.kind === 'value' || loss.kind === 'running') && loss.ms > rpoMs;
  return {
    label,
    value: msWords(loss),
    detail: isKnown ? (isMissed ? 'missed' : 'recovered') : 'if restored now',
    kind: isMissed ? 'over' : plainOrMissing(loss),
    isRunning: !isKnown,
    full,
  };
};

const msWords = (result: MetricResult): string =>
  result.kind === 'value' || result.kind === 'running' ? formatDuration(result.ms) : 'not known';

const plainOrMissing = (result: MetricResult): 'plain' | 'missing' =>
  result.kind === 'value' || result.kind === 'running' ? 'plain' : 'missing';

const short = (ms: number): string => formatDuration(ms).replace(/ 00[smh]$/, '');
