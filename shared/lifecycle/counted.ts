import type { Instant } from '../kernel/instant.ts';
import type { MetricRecord } from './metric-record.ts';

/** Whether an incident belongs in figures over many: no drill, maintenance or near miss, nothing merged or cancelled. */
export const isCounted = (record: MetricRecord): boolean =>
  !record.drill &&
  !record.maintenance &&
  record.status !== 'merged' &&
  record.status !== 'cancelled' &&
  !isNearMiss(record);

/** Noticed, and it hurt nobody: no failure, and the impact was never anything but none. */
export const isNearMiss = (record: MetricRecord): boolean => !record.milestones.failure && record.harmless;

export interface Selection {
  readonly service?: string;
  readonly severity?: string;
  /** From this moment on. */
  readonly from?: Instant;
  /** Up to, not including, this moment. */
  readonly to?: Instant;
}

/** The counted incidents of a selection; an incident belongs to the period of its failure, else of its detection. */
export const selectRecords = (records: readonly MetricRecord[], selection: Selection): readonly MetricRecord[] =>
  records.filter((record) => isCounted(record) && isSelected(record, selection));

const isSelected = (record: MetricRecord, { service, severity, from, to }: Selection) => {
  const at = record.milestones.failure?.at ?? record.milestones.detected?.at;
  return (
    (service === undefined || record.services.includes(service)) &&
    (severity === undefined || record.severity === severity) &&
    (from === undefined || (at !== undefined && at >= from)) &&
    (to === undefined || (at !== undefined && at < to))
  );
};

/** Shares that say how good detection is, each as a count over a count. */
export interface DetectionQuality {
  /** Alert precision: paged incidents that were real, of all that paged somebody. */
  readonly precision: { readonly real: number; readonly paged: number };
  /** Real incidents with a known source that we noticed before anybody outside told us. */
  readonly foundByUs: { readonly us: number; readonly known: number };
}

/** Over the incidents that count; those whose source nobody recorded are left out of the second share. */
export const detectionQuality = (records: readonly MetricRecord[]): DetectionQuality => {
  const counted = records.filter(isCounted);
  const paged = counted.filter((record) => record.paged);
  const real = (record: MetricRecord) => record.status !== 'false-alarm';
  const known = counted.filter((record) => real(record) && record.source !== undefined);
  return {
    precision: { real: paged.filter(real).length, paged: paged.length },
    foundByUs: {
      us: known.filter(({ source }) => source !== 'customer' && source !== 'partner').length,
      known: known.length,
    },
  };
};
