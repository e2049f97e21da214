import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import { compareTexts } from '../../../shared/kernel/by-text.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';

/** More would be a list to search in, not a question to answer. */
const mostOffered = 5;

/**
 * Incidents that a new one may be a relapse of: over, real beside real and drills beside drills, on one of these
 * services, newest first. What is chosen already stays offered, whatever is typed.
 */
export const earlierIncidents = (
  incidents: readonly IncidentSummary[],
  { services, drill, relapseOf }: { services: string; drill: boolean; relapseOf: IncidentId | null },
): readonly IncidentSummary[] => {
  const wanted = namesIn(services);
  const isMeant = (other: IncidentSummary) =>
    (other.status === 'restored' || other.status === 'resolved') &&
    other.drill === drill &&
    other.services.some((service) => wanted.includes(service.toLowerCase()));
  const chosen = incidents.filter(({ id }) => id === relapseOf);
  const others = incidents
    .filter((other) => other.id !== relapseOf && isMeant(other))
    .toSorted((a, b) => compareTexts(b.declaredAt, a.declaredAt));
  return [...chosen, ...others].slice(0, mostOffered);
};

const namesIn = (services: string): readonly string[] =>
  services
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
