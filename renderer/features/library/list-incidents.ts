import type { IncidentSummary, OpenAction } from '../../../shared/incident/summary.ts';
import { byText, compareTexts } from '../../../shared/kernel/by-text.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { formatClock, formatDate } from '../../../shared/kernel/zone.ts';
import { metricWords } from '../../../shared/lifecycle/metric-definitions.ts';
import { metric } from '../../../shared/lifecycle/metrics.ts';
import { daysBetween } from '../../../shared/review/review-due.ts';
import { ageInDays } from '../../../shared/review/review-words.ts';
import type { AppState } from '../../state/app-store.ts';

export const incidentFilters = ['all', 'open', 'in-review', 'drills'] as const;
export type IncidentFilter = (typeof incidentFilters)[number];

/** Newest first. Every word of the search must occur in the title, the id, a service or the severity. */
export const listIncidents = (
  incidents: readonly IncidentSummary[],
  filter: IncidentFilter,
  search: string,
): readonly IncidentSummary[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return incidents
    .filter((incident) => passes[filter](incident))
    .filter((incident) => {
      const text = [incident.title, incident.key, incident.severity, incident.id, ...incident.services]
        .join(' ')
        .toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => compareTexts(startOf(b), startOf(a)));
};

/** What the library screen has to say of a list that was not checked against the journals. */
type ListDoubt = Pick<AppState, 'incidents' | 'lastSeen' | 'listing' | 'failure'>;

/**
 * Where rows would be and none is: `Reading the library: 412 of 1,000`, or why the list is empty. A library that could
 * not be read says so elsewhere, and nothing is claimed here.
 */
export const noRowsText = (
  { incidents, lastSeen, listing, failure }: ListDoubt,
  isFiltered: boolean,
): string | undefined => {
  if (incidents || lastSeen)
    return isFiltered ? 'No incident fits.' : 'None yet. Press Ctrl N to declare the first one.';
  return failure ? undefined : `Reading the library${howFar(listing)}`;
};

/** On a list that is shown before it is checked: `As last seen; checking: 412 of 1,000` */
export const doubtText = ({ incidents, lastSeen, listing, failure }: ListDoubt): string | undefined => {
  if (incidents || !lastSeen) return undefined;
  return failure ? 'As last seen; it could not be checked.' : `As last seen; checking${howFar(listing)}`;
};

/** Beside the search: `12 of 40 incidents`. Nothing before a list is there; how far its check is stands elsewhere. */
export const countText = ({ incidents, lastSeen }: ListDoubt, shown: number): string => {
  const all = (incidents ?? lastSeen)?.length;
  if (all === undefined) return '';
  const noun = all === 1 ? 'incident' : 'incidents';
  const count = shown === all ? `${all} ${noun}` : `${shown} of ${all} ${noun}`;
  return incidents ? count : `${count}, as last seen`;
};

const howFar = (listing: ListDoubt['listing']): string =>
  listing === undefined ? '.' : `: ${listing.done.toLocaleString('en')} of ${listing.of.toLocaleString('en')}`;

const passes: Readonly<Record<IncidentFilter, (incident: IncidentSummary) => boolean>> = {
  all: () => true,
  open: ({ status }) => status === 'open',
  'in-review': ({ status }) => status === 'restored',
  drills: ({ drill }) => drill,
};

/** Failure, where it is known, else detection: the moment that a list is ordered by. */
export const startOf = ({ metrics, declaredAt }: IncidentSummary): Instant =>
  metrics.milestones.failure?.at ?? metrics.milestones.detected?.at ?? declaredAt;

/** `2 Mar 2026 09:00` */
export const startText = (incident: IncidentSummary, zone: string): string => {
  const start = startOf(incident);
  return `${formatDate(start, zone)} ${formatClock(start, zone)}`;
};

/** Time to Recover as the list shows it; what is no value is said in words. */
export const recoverText = ({ metrics }: IncidentSummary, now: Instant): string => {
  const result = metric(metrics, 'ttrRecover', now);
  switch (result.kind) {
    case 'value':
      return formatDuration(result.ms);
    case 'running':
      return `${formatDuration(result.ms)} so far`;
    case 'missing':
      return 'not recorded';
    case 'na':
      return 'does not apply';
    case 'invalid':
      return 'check the times';
  }
};

/**
 * What the figure counts, with both instants as far as they are known: `Failure 2 Mar 2026 09:00 to
 * Recovered not recorded`.
 */
export const recoverEnds = ({ metrics: { milestones } }: IncidentSummary, zone: string): string => {
  const end = (at: Instant | undefined) =>
    at === undefined ? 'not recorded' : `${formatDate(at, zone)} ${formatClock(at, zone)}`;
  const { from, to } = metricWords.ttrRecover;
  return `${from} ${end(milestones.failure?.at)} to ${to} ${end(milestones.recovered?.at)}`;
};

export const stateText = ({ status, reviewStatus }: IncidentSummary): string => {
  const review = { draft: 'review not written', 'in-review': 'in review', reviewed: 'reviewed', closed: 'reviewed' };
  switch (status) {
    case 'open':
      return 'Running';
    case 'restored':
      return `Restored, ${review[reviewStatus]}`;
    case 'resolved':
      return 'Closed out';
    case 'false-alarm':
      return 'False alarm';
    case 'merged':
      return 'Merged';
    case 'cancelled':
      return 'Cancelled';
  }
};

export interface ListedAction extends OpenAction {
  readonly incident: IncidentSummary;
  readonly ageDays: number;
  /** Whole days past its due date; negative while there is time. */
  readonly lateDays: number | undefined;
}

/** Open actions of real incidents, oldest first: what is left to rot must be the first thing in sight (#bugszero). */
export const listActions = (incidents: readonly IncidentSummary[], now: Instant): readonly ListedAction[] => {
  const today = now.slice(0, 10);
  return incidents
    .filter(({ drill, status }) => !drill && status !== 'cancelled')
    .flatMap((incident) =>
      incident.openActions.map((action) => ({
        ...action,
        incident,
        ageDays: ageInDays(action.addedAt, now),
        lateDays: action.due === undefined ? undefined : daysBetween(action.due, today),
      })),
    )
    .sort(byText(({ addedAt }) => addedAt));
};
