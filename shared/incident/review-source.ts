import { compareTexts } from '../kernel/by-text.ts';
import { formatDuration } from '../kernel/duration.ts';
import type { Instant } from '../kernel/instant.ts';
import { metricWords } from '../lifecycle/metric-definitions.ts';
import { type MetricRecord, projectMetricRecord } from '../lifecycle/metric-record.ts';
import { type MilestoneNote, milestoneNotes } from '../lifecycle/milestone-notes.ts';
import { series } from '../lifecycle/series.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type {
  PreviousFailure,
  ReviewRow,
  ReviewSource,
  RowCorrection,
  SimilarIncident,
} from '../review/review-source.ts';
import type { EarlierVersion } from '../timeline/effective-entry.ts';
import type { IncidentState } from './incident-state.ts';
import type { IncidentSummary } from './summary.ts';
import { projectRows, type TimelineRow } from './timeline-row.ts';
import { phaseWords } from './words.ts';

export interface ReviewSourceOptions {
  readonly now: Instant;
  /** IANA zone of the times in the document. */
  readonly zone: string;
  /** Every incident of the library; left out where nobody looked, and then nothing is said about earlier ones. */
  readonly incidents?: readonly IncidentSummary[] | undefined;
  /** `shared` leaves restricted entries out. */
  readonly edition?: ReviewSource['edition'];
  /** The rows of this state, where a window has them already. */
  readonly rows?: readonly TimelineRow[];
}

/** How many earlier incidents a review names: the newest ones, since a table of hundreds is read by nobody. */
const mostSimilar = 20;

/** What the review is made from: the same for the screen, the exports and the command line. */
export const toReviewSource = (
  state: IncidentState,
  playbook: Playbook,
  { now, zone, incidents, edition, rows = projectRows(state, playbook) }: ReviewSourceOptions,
): ReviewSource => {
  const { id, lifecycle, timeline, roles, updates, review } = state;
  const notes = milestoneNotes(id, lifecycle, now);
  return {
    id,
    now,
    zone,
    head: state.head ?? '',
    lifecycle,
    timeline,
    roles,
    updates,
    review,
    playbook,
    rows: rows.map((row) => toReviewRow(row, state, notes.get(row.id))),
    similar: similarIncidents(state, incidents ?? []),
    ...(incidents ? { previous: previousFailures(state, incidents, now) } : {}),
    ...(edition === undefined ? {} : { edition }),
  };
};

const toReviewRow = (row: TimelineRow, state: IncidentState, note: MilestoneNote | undefined): ReviewRow => {
  const { id, name, at, recordedAt, word, text, who, key, isRestricted, earlier, redacted, withdrawn } = row;
  const { corrected, clock } = row;
  return {
    id,
    ...(name === undefined ? {} : { name }),
    occurredAt: at,
    recordedAt,
    kind: word,
    text: storyOf(text, note),
    who,
    key,
    restricted: isRestricted,
    evidence: state.timeline.entries.get(id)?.evidence ?? [],
    corrections: earlier.map(toRowCorrection),
    ...(corrected
      ? { corrected: { recordedAt: corrected.recordedAt, ...(corrected.at ? { at: corrected.at } : {}) } }
      : {}),
    clock,
    ...(redacted ? { redacted } : {}),
    ...(withdrawn ? { withdrawn: { reason: withdrawn.reason, by: withdrawn.by, at: withdrawn.at } } : {}),
  };
};

/** A milestone's row tells first whether it still holds and what it closed: its own words may be none. */
const storyOf = (text: string, note: MilestoneNote | undefined): string =>
  [
    note?.ended && `No longer holds: ${note.ended.reason}`,
    note?.moved && `${phaseWords[note.moved.from]} to ${phaseWords[note.moved.to]}`,
    ...(note?.metrics.map(({ id, ms }) => `${metricWords[id].name} ${formatDuration(ms)}`) ?? []),
    text,
  ]
    .filter(Boolean)
    .join(' · ');

const toRowCorrection = ({ text, happenedAt, replacedBy }: EarlierVersion): RowCorrection => ({
  ...(replacedBy.text === undefined ? {} : { oldText: text }),
  ...(replacedBy.happenedAt === undefined || replacedBy.happenedAt === happenedAt ? {} : { oldOccurredAt: happenedAt }),
  correctedAt: replacedBy.at,
  by: replacedBy.by,
  ...(replacedBy.reason === undefined ? {} : { reason: replacedBy.reason }),
});

/** Earlier incidents of a service of this one, and the one it is a relapse of; drills only beside drills. */
const similarIncidents = (state: IncidentState, incidents: readonly IncidentSummary[]): readonly SimilarIncident[] => {
  const { lifecycle } = state;
  const relapseOf = lifecycle.declared?.relapseOf;
  const start = beganAt(projectMetricRecord(state.id, lifecycle)) ?? lifecycle.declared?.occurredAt;
  return incidents
    .filter((other) => other.id !== state.id)
    .flatMap((other) => {
      const because = other.id === relapseOf ? 'this one is its relapse' : sameServices(other, state);
      return because === undefined || (start !== undefined && startOf(other) > start) ? [] : [{ other, because }];
    })
    .sort((a, b) => compareTexts(startOf(b.other), startOf(a.other)))
    .slice(0, mostSimilar)
    .map(({ other, because }) => toSimilar(other, because));
};

const sameServices = (other: IncidentSummary, { lifecycle }: IncidentState): string | undefined => {
  const isOne = other.status !== 'cancelled' && other.status !== 'merged' && other.drill === lifecycle.drill;
  const shared = isOne ? other.services.filter((service) => lifecycle.services.includes(service)) : [];
  return shared.length === 0 ? undefined : `same service: ${shared.join(', ')}`;
};

const toSimilar = (other: IncidentSummary, because: string): SimilarIncident => {
  const { id, title, severity, peakSeverity, metrics, openActions } = other;
  const worst = peakSeverity ?? severity;
  const failureAt = metrics.milestones.failure?.at;
  return {
    id,
    name: summaryName(other),
    title,
    ...(worst === undefined ? {} : { severity: worst }),
    ...(failureAt === undefined ? {} : { failureAt }),
    because,
    openActions: openActions.map(({ text, owner, due }) => ({
      text,
      ...(owner === undefined ? {} : { owner }),
      ...(due === undefined ? {} : { due }),
    })),
  };
};

const previousFailures = (
  state: IncidentState,
  incidents: readonly IncidentSummary[],
  now: Instant,
): readonly PreviousFailure[] => {
  const own = projectMetricRecord(state.id, state.lifecycle);
  // The library's own summary of this incident may be older than the state at hand.
  const records = [...incidents.filter(({ id }) => id !== state.id).map(({ metrics }) => metrics), own];
  return [...new Set(state.lifecycle.services)].flatMap((service) => {
    const { tbf, ttf } = series(records, service, now);
    const [between, toFail] = [tbf, ttf].map((gaps) => gaps.find(({ incident }) => incident === state.id));
    const before = incidents.find(({ id }) => id === between?.previous);
    if (!between || !toFail || !before) return [];
    return [
      {
        service,
        incident: summaryName(before),
        ...instantsOf(before.metrics, service),
        tbf: between.result,
        ttf: toFail.result,
      },
    ];
  });
};

// A service with impact windows of its own failed and recovered by those: the milestones would name other instants than
// the ones that the figure was computed from.
const instantsOf = (record: MetricRecord, service: string): Pick<PreviousFailure, 'failureAt' | 'recoveredAt'> => {
  if (record.impact.some((window) => window.service === service)) return {};
  const { failure, recovered } = record.milestones;
  return { ...(failure ? { failureAt: failure.at } : {}), ...(recovered ? { recoveredAt: recovered.at } : {}) };
};

const beganAt = ({ milestones }: MetricRecord): Instant | undefined =>
  milestones.failure?.at ?? milestones.detected?.at;
const startOf = ({ metrics, declaredAt }: IncidentSummary): Instant => beganAt(metrics) ?? declaredAt;
// As `incidentName` says it of an incident that is open.
const summaryName = ({ id, key }: IncidentSummary): string => key ?? id.slice(-6);
