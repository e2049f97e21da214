import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import type { MeantIncident } from '../../state/capture.ts';

/**
 * Where a captured line goes: the incident that the console has open, else the only one that is running. With several
 * running and none open nothing is guessed.
 */
export const incidentMeant = (
  meant: MeantIncident | undefined,
  incidents: readonly IncidentSummary[],
): IncidentSummary | undefined => {
  if (meant?.incident) return incidents.find(({ id }) => id === meant.incident);
  const running = incidents.filter(({ status }) => status === 'open');
  return running.length === 1 ? running[0] : undefined;
};
