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
import { applied, at, happened } from './lifecycle-builders.ts';

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
