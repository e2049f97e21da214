import { formatDuration } from '../kernel/duration.ts';
import type { Instant } from '../kernel/instant.ts';
import { elapsedMs } from '../kernel/instant.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import { impactWindows } from '../lifecycle/current-impact.ts';
import { milestones, milestoneWords } from '../lifecycle/lifecycle.ts';
import { peakSeverity } from '../lifecycle/severity.ts';
import { drawPhaseChart, type PhaseChartInput } from './phase-chart.ts';
import { createPirContext, isSectionWritten, type PirContext, writtenBlocks } from './pir-context.ts';
import type { DocumentSection, ReviewBlock, ReviewDocument } from './review-document.ts';
import type { ReviewSection } from './review-events.ts';
import { sectionKinds } from './review-sections.ts';
import type { ReviewSource } from './review-source.ts';
import { incidentName, reviewStatusWords } from './review-words.ts';
import { appendixSection } from './section-appendix.ts';
import { decisionsSection } from './section-decisions.ts';
import { headerSection, outsideSection, summarySection } from './section-header.ts';
import { impactSection } from './section-impact.ts';
import { actionsSection, factorsSection, similarSection, surprisesSection } from './section-learning.ts';
import { metricsSection } from './section-metrics.ts';
import { responseSection } from './section-response.ts';
import { timelineSection } from './section-timeline.ts';

/** The post-incident review with all fifteen sections of domain.md 7.1, whatever has been recorded so far. */
export const pir = (source: ReviewSource): ReviewDocument => {
  const context = createPirContext(source);
  const { lifecycle } = source;
  const title = lifecycle.title.trim() || 'Incident without a title';
  return {
    title: lifecycle.drill ? `EXERCISE: ${title}` : title,
    subtitle: subtitle(context),
    drill: lifecycle.drill,
    generatedAt: source.now,
    head: source.head,
    chart: drawPhaseChart(toChartInput(context, title)),
    sections: sectionKinds.map(
      (kind): DocumentSection => ({
        ...kind,
        isWritten: isDone(source, kind.id),
        blocks: sectionBlocks[kind.id](context),
      }),
    ),
  };
};

const sectionBlocks: Readonly<Record<ReviewSection, (context: PirContext) => readonly ReviewBlock[]>> = {
  header: headerSection,
  summary: summarySection,
  impact: impactSection,
  metrics: metricsSection,
  'what-happened': (context) => writtenBlocks(context, 'what-happened'),
  timeline: timelineSection,
  'detection-and-response': responseSection,
  decisions: decisionsSection,
  factors: factorsSection,
  'went-well': (context) => writtenBlocks(context, 'went-well'),
  surprises: surprisesSection,
  actions: actionsSection,
  'similar-incidents': similarSection,
  'outside-summary': outsideSection,
  appendix: appendixSection,
};

const isDone = (source: ReviewSource, section: ReviewSection): boolean => {
  if (isSectionWritten(source, section)) return true;
  if (section === 'factors') return source.review.factors.size > 0;
  if (section === 'actions') return source.review.actions.size > 0;
  if (section === 'similar-incidents') return source.similar.length === 0;
  return section === 'header' || section === 'metrics' || section === 'appendix';
};

const subtitle = ({ source, words, start }: PirContext): string => {
  const { lifecycle, playbook, review } = source;
  const recovered = currentClaim(lifecycle, 'recovered')?.at;
  const span = recovered
    ? `${words.moment(start)} to ${words.clock(recovered)} ${words.zoneName}, ${formatDuration(Math.max(0, elapsedMs(start, recovered)))}`
    : `since ${words.moment(start)} ${words.zoneName}`;
  const parts = [
    lifecycle.drill && 'EXERCISE',
    `Post-incident review ${incidentName(source)}`,
    peakSeverity(lifecycle, playbook.severities),
    span,
    reviewStatusWords[review.status],
  ];
  return parts.filter(Boolean).join(' · ');
};

const toChartInput = ({ source }: PirContext, title: string): PhaseChartInput => {
  const { lifecycle, updates, playbook, now, zone } = source;
  const end = endOfStory(source);
  return {
    title,
    zone,
    now: end,
    phases: lifecycle.phaseVisits.map(({ phase, since, until }) => ({
      name: phase,
      since,
      ...(until ? { until } : {}),
    })),
    milestones: milestones.flatMap((milestone) => {
      const claim = currentClaim(lifecycle, milestone);
      return claim && claim.at <= now ? [{ name: milestoneWords[milestone], at: claim.at }] : [];
    }),
    windows: impactWindows(lifecycle).filter(({ service }) => !service),
    updates: [...updates.sent.values()].map(({ event }) => ({
      audience: playbook.audiences.find(({ id }) => id === event.audience)?.name ?? event.audience,
      at: event.occurredAt,
    })),
  };
};

const endOfStory = ({ lifecycle, now }: ReviewSource): Instant =>
  currentClaim(lifecycle, 'resolved')?.at ?? lifecycle.closure?.at ?? now;
