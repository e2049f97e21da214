import { toString as nodeToText } from 'mdast-util-to-string';
import { featureOfEvent, type IncidentEvent } from '../../shared/incident/incident-event.ts';
import { byText } from '../../shared/kernel/by-text.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { evolveLifecycle } from '../../shared/lifecycle/evolve-lifecycle.ts';
import { initialLifecycle } from '../../shared/lifecycle/initial-lifecycle.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { evolveReview } from '../../shared/review/evolve-review.ts';
import { initialReview } from '../../shared/review/initial-review.ts';
import type { ReviewDocument } from '../../shared/review/review-document.ts';
import type { ReviewEvent } from '../../shared/review/review-events.ts';
import type { ReviewRow, ReviewSource } from '../../shared/review/review-source.ts';
import { evolveRoles } from '../../shared/roles/evolve-roles.ts';
import { initialRoles } from '../../shared/roles/initial-roles.ts';
import { formatEntryName } from '../../shared/timeline/entry-name.ts';
import { evolveTimeline } from '../../shared/timeline/evolve-timeline.ts';
import { initialTimeline } from '../../shared/timeline/initial-timeline.ts';
import { evolveUpdates } from '../../shared/updates/evolve-updates.ts';
import { initialUpdates } from '../../shared/updates/initial-updates.ts';
import { applied, at, declared, happened, reached } from './lifecycle-builders.ts';

export const reviewedIncident = '01JQ0000000000000000000214' as IncidentId;

/** Any event at a clock time, as `happened` but of every feature. */
export const occurred = (
  time: string,
  event: Readonly<Record<string, unknown>> & { readonly type: string },
  id?: string,
): IncidentEvent => happened(time, event as never, id) as IncidentEvent;

/** What a review is made from when these events were recorded as they happened. */
export const reviewSource = (
  events: readonly IncidentEvent[],
  now: string,
  given: Partial<ReviewSource> = {},
): ReviewSource => {
  const lifecycle = initialLifecycle();
  const timeline = initialTimeline();
  const roles = initialRoles();
  const updates = initialUpdates();
  const review = initialReview();
  for (const [index, event] of events.entries()) {
    const context = applied(index, event.occurredAt);
    const feature: string = featureOfEvent[event.type];
    if (feature === 'lifecycle') evolveLifecycle(lifecycle, event as never, context);
    else if (feature === 'timeline') evolveTimeline(timeline, event as never, context);
    else if (feature === 'roles') evolveRoles(roles, event as never, context);
    else if (feature === 'updates') evolveUpdates(updates, event as never, context);
    else if (feature === 'review') evolveReview(review, event as ReviewEvent, context);
  }
  return {
    id: reviewedIncident,
    now: at(now),
    head: '9f3ca17e',
    zone: 'UTC',
    lifecycle,
    timeline,
    roles,
    updates,
    review,
    playbook: defaultPlaybook,
    rows: events.map(toRow).sort(byText(({ occurredAt }) => occurredAt)),
    similar: [],
    ...given,
  };
};

export const reviewRow = (time: string, text: string, given: Partial<ReviewRow> = {}): ReviewRow => ({
  id: `row-${time}` as never,
  occurredAt: at(time),
  recordedAt: at(time),
  kind: 'Note',
  text,
  who: 'Ann Lee',
  key: false,
  restricted: false,
  evidence: [],
  corrections: [],
  clock: [],
  ...given,
});

const toRow = (event: IncidentEvent): ReviewRow => {
  const said = event as { readonly text?: unknown; readonly name?: { tag: string; n: number }; readonly key?: boolean };
  return {
    id: event.id,
    occurredAt: event.occurredAt as Instant,
    recordedAt: event.occurredAt,
    kind: event.type,
    text: typeof said.text === 'string' ? said.text : event.type,
    who: 'Ann Lee',
    key: said.key ?? false,
    restricted: false,
    evidence: [],
    corrections: [],
    clock: [],
    ...(said.name && { name: formatEntryName(said.name) }),
  };
};

/** E1 of domain.md 2.4: the plain incident. */
export const exampleOne = (): readonly IncidentEvent[] =>
  [
    declared('09:04', { title: 'Checkout: payments spin, then fail', services: ['checkout'] } as object),
    reached('failure', '09:00'),
    reached('alerted', '09:04'),
    reached('detected', '09:04'),
    reached('acknowledged', '09:07:30'),
    reached('triaged', '09:15'),
    reached('identified', '09:32'),
    reached('fixed', '10:10'),
    reached('recovered', '10:25'),
    reached('resolved', '2026-03-12T16:00:00'),
  ] as readonly IncidentEvent[];

/** E2: found by a customer, start corrected, rolled back first. */
export const exampleTwo = (): readonly IncidentEvent[] =>
  [
    declared('2026-04-10T00:12:00', { paged: false, detection: { source: 'customer' } } as object),
    reached('failure', '2026-04-09T23:50:00', {}, 'failure-2'),
    reached('detected', '2026-04-10T00:12:00'),
    reached('alerted', '2026-04-10T00:20:00'),
    reached('acknowledged', '2026-04-10T00:22:00'),
    reached('fixed', '2026-04-10T00:50:00', { reason: 'rolled back first' }),
    reached('recovered', '2026-04-10T01:05:00'),
    reached('identified', '2026-04-10T02:30:00'),
    occurred('2026-04-09T23:20:00', {
      type: 'MilestoneCorrected',
      milestone: 'failure',
      replaces: 'failure-2',
      estimated: true,
      range: { earliest: at('2026-04-09T23:10:00'), latest: at('2026-04-09T23:30:00') },
    }),
  ] as readonly IncidentEvent[];

/** E3: partial recovery and relapse. */
export const exampleThree = (): readonly IncidentEvent[] => {
  const day = (time: string) => `2026-06-03T${time}:00`;
  return [
    declared(day('12:02')),
    reached('failure', day('12:00')),
    reached('alerted', day('12:02')),
    reached('detected', day('12:02')),
    reached('acknowledged', day('12:03')),
    occurred(day('12:00'), { type: 'ImpactChanged', level: 'full' }),
    reached('identified', day('12:20')),
    occurred(day('12:30'), { type: 'ImpactChanged', level: 'degraded' }),
    occurred(day('12:35'), {
      type: 'MilestoneWithdrawn',
      milestone: 'identified',
      how: 'withdraw-diagnosis',
      reason: 'the index was there',
    }),
    reached('fixed', day('12:40')),
    occurred(day('12:50'), { type: 'ImpactChanged', level: 'none' }),
    reached('recovered', day('12:50')),
    occurred(day('14:10'), { type: 'IncidentReopened', level: 'full', reason: 'back' }),
    reached('identified', day('14:18')),
    reached('fixed', day('14:22')),
    occurred(day('14:25'), { type: 'ImpactChanged', level: 'degraded' }),
    occurred(day('14:30'), { type: 'ImpactChanged', level: 'none' }),
    reached('recovered', day('14:30')),
  ] as readonly IncidentEvent[];
};

/** What a section says, without its looks. */
export const sectionText = (review: ReviewDocument, id: string): string =>
  review.sections
    .find((section) => section.id === id)
    ?.blocks.map((block) => (block.type === 'phase-chart' ? '' : nodeToText(block)))
    .join('\n') ?? '';

/** Rows of the first table of a section, as texts. */
export const tableRows = (review: ReviewDocument, id: string): readonly (readonly string[])[] => {
  const table = review.sections.find((section) => section.id === id)?.blocks.find((block) => block.type === 'table');
  return table?.type === 'table'
    ? table.children.slice(1).map((row) => row.children.map((cell) => nodeToText(cell)))
    : [];
};
