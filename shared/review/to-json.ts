import { isoDuration } from '../kernel/duration.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import { impactWindows } from '../lifecycle/current-impact.ts';
import { drVerdict, projectDisasterRecords } from '../lifecycle/disaster.ts';
import { milestones } from '../lifecycle/lifecycle.ts';
import type { MetricResult } from '../lifecycle/metric-result.ts';
import { peakSeverity, timeInSeverity } from '../lifecycle/severity.ts';
import { redactedText } from '../record/event.ts';
import { type MetricRow, reviewMetrics } from './review-metrics.ts';
import { sectionKinds } from './review-sections.ts';
import type { ReviewSource } from './review-source.ts';

/** Rises when a key is renamed, taken away or means something else; new keys may come at any time. */
const formatVersion = 1;

/** The review as data with stable keys: instants RFC 3339 in UTC, durations integer ms beside ISO 8601. */
export const reviewToJson = (source: ReviewSource): string => `${JSON.stringify(reviewData(source), undefined, 2)}\n`;

const reviewData = (source: ReviewSource) => {
  const { lifecycle, review, playbook, now } = source;
  return {
    format: 'holdfast-review',
    version: formatVersion,
    id: source.id,
    key: lifecycle.key ?? null,
    title: lifecycle.title,
    drill: lifecycle.drill,
    now,
    zone: source.zone,
    head: source.head,
    status: lifecycle.status,
    phase: lifecycle.phase,
    services: lifecycle.services,
    severity: lifecycle.severitySteps.at(-1)?.severity ?? null,
    peakSeverity: peakSeverity(lifecycle, playbook.severities) ?? null,
    timeInSeverityMs: Object.fromEntries(timeInSeverity(lifecycle, now)),
    milestones: milestoneData(source),
    metrics: Object.fromEntries(
      reviewMetrics(source)
        .filter(({ id }) => id !== 'tbf' && id !== 'ttf')
        .map((row) => [row.id, metricData(row)]),
    ),
    betweenFailures: (source.previous ?? []).map(({ service, incident, tbf, ttf }) => ({
      service,
      previous: incident,
      tbf: resultData(tbf),
      ttf: resultData(ttf),
    })),
    impact: impactWindows(lifecycle).map(({ from, to, level, service }) => ({
      from,
      to: to ?? null,
      level,
      service: service ?? null,
    })),
    disaster: projectDisasterRecords(lifecycle).map((record) => disasterData(drVerdict(record, now))),
    dataStatement: source.updates.dataStatement?.event ?? null,
    review: {
      status: review.status,
      owner: review.owner ?? null,
      meetingDate: review.meetingDate ?? null,
      sections: Object.fromEntries(sectionKinds.map(({ id }) => [id, review.sections.get(id)?.markdown ?? ''])),
    },
    factors: [...review.factors.values()],
    actions: [...review.actions.values()],
    decisions: [...source.timeline.decisions.values()].map(({ event }) => event),
    hypotheses: [...source.timeline.hypotheses.values()].map(({ event, state, result }) => ({
      ...event,
      state,
      result: result ?? null,
    })),
    updates: [...source.updates.sent.values()].map(({ event, by, correctedBy, retractedBy }) => ({
      ...event,
      by,
      correctedBy: correctedBy ?? null,
      retractedBy: retractedBy ?? null,
    })),
    roles: source.roles.tenures,
    roster: source.roles.roster,
    clockErrors: [...source.timeline.clockErrors.values()].map(({ event, by }) => ({ ...event, by })),
    timeline: timelineData(source),
    similar: source.similar,
  };
};

// What was redacted is gone from the rows as well, whoever made them.
const timelineData = ({ rows, edition }: ReviewSource) =>
  rows
    .filter(({ restricted }) => edition !== 'shared' || !restricted)
    .map((row) => (row.redacted ? { ...row, text: redactedText, corrections: [] } : row));

const milestoneData = ({ lifecycle }: ReviewSource) =>
  Object.fromEntries(
    milestones.map((milestone) => {
      const claim = currentClaim(lifecycle, milestone);
      const skipped = lifecycle.skipped.get(milestone);
      if (!claim) return [milestone, skipped ? { skipped: skipped.reason } : null];
      const { at, range, estimated, evidence } = claim;
      return [milestone, { at, estimated, evidence, ...(range ? { range } : {}) }];
    }),
  );

/** As the command line's `metrics ID --json` gives it. */
export const metricData = ({ result, from, to, start, stop }: MetricRow) => ({
  ...resultData(result),
  from,
  to,
  ...(start ? { start } : {}),
  ...(stop ? { stop } : {}),
});

/** A figure with its span in both forms. */
export const resultData = (result: MetricResult) =>
  result.kind === 'value' || result.kind === 'running'
    ? { ...result, iso: isoDuration(result.ms) }
    : { ...result, flags: [] as readonly string[] };

const disasterData = ({
  dataset,
  dataLoss,
  downtime,
  rpo,
  rto,
  minService,
  sinceDisaster,
}: ReturnType<typeof drVerdict>) => ({
  dataset,
  dataLoss: resultData(dataLoss),
  downtime: resultData(downtime),
  rpo,
  rto,
  minService: resultData(minService),
  sinceDisaster: resultData(sinceDisaster),
});
