import { phaseWords } from '../../../shared/incident/words.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { metricWords } from '../../../shared/lifecycle/metric-definitions.ts';
import type { MilestoneNote } from '../../../shared/lifecycle/milestone-notes.ts';

/** `Fix to Recover · Time to Repair 1h 10m, Failure to Fixed`; undefined where the event closed nothing. */
export const noteWords = (note: MilestoneNote | undefined, zone: string): string | undefined => {
  if (!note) return undefined;
  const { moved, metrics, ended, correctedTo } = note;
  const parts = [
    ended && `No longer holds: ${ended.reason}`,
    correctedTo && `Corrected to ${formatClock(correctedTo, zone)}`,
    moved && `${phaseWords[moved.from]} to ${phaseWords[moved.to]}`,
    ...metrics.map(
      ({ id, ms }) => `${metricWords[id].name} ${formatDuration(ms)}, ${metricWords[id].from} to ${metricWords[id].to}`,
    ),
  ].filter((part): part is string => Boolean(part));
  return parts.length === 0 ? undefined : parts.join(' · ');
};
