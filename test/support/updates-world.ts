import type { Instant } from '../../shared/kernel/instant.ts';
import { evolveLifecycle } from '../../shared/lifecycle/evolve-lifecycle.ts';
import { initialLifecycle } from '../../shared/lifecycle/initial-lifecycle.ts';
import type { Milestone } from '../../shared/lifecycle/lifecycle.ts';
import type { LifecycleEvent } from '../../shared/lifecycle/lifecycle-events.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import type { EventId, WriterId } from '../../shared/record/ids.ts';
import { evolveRoles } from '../../shared/roles/evolve-roles.ts';
import { initialRoles } from '../../shared/roles/initial-roles.ts';
import type { RolesEvent } from '../../shared/roles/roles-events.ts';
import { evolveTimeline } from '../../shared/timeline/evolve-timeline.ts';
import { initialTimeline } from '../../shared/timeline/initial-timeline.ts';
import type { TimelineEvent } from '../../shared/timeline/timeline-events.ts';
import { due } from '../../shared/updates/due.ts';
import { evolveUpdates } from '../../shared/updates/evolve-updates.ts';
import { initialUpdates } from '../../shared/updates/initial-updates.ts';
import type { UpdatesEvent } from '../../shared/updates/updates-events.ts';
import type { UpdatesInput } from '../../shared/updates/updates-input.ts';

type AnyEvent = LifecycleEvent | TimelineEvent | RolesEvent | UpdatesEvent;
/** An event without what the builder fills in; `at` is when it happened, by default when it was recorded. */
export type Happened<Event extends AnyEvent = AnyEvent> = Event extends AnyEvent
  ? Omit<Event, 'id' | 'occurredAt'> & { readonly at?: string; readonly id?: string }
  : never;

/** `09:04` and `09:04:30` are of the day of the stories, 2 March 2026 in UTC; anything longer is taken as it is. */
export const time = (clock: string): Instant =>
  (clock.length > 8 ? clock : `2026-03-02T${clock.length === 5 ? `${clock}:00` : clock}.000Z`) as Instant;

export const testPlaybook: Playbook = {
  ...defaultPlaybook,
  org: 'Shop',
  services: [
    { id: 'checkout', name: 'Checkout', publicName: 'Checkout' },
    { id: 'orders', name: 'orders-core', publicName: 'Orders' },
  ],
};

/** One thing that was recorded, and when. */
export type Step = readonly [recordedAt: string, ...events: readonly Happened[]];

/** The states after these steps, in this order. Events have the ids `e1`, `e2` ... unless they name their own. */
export const world = (steps: readonly Step[], playbook: Playbook = testPlaybook): UpdatesInput => {
  const lifecycle = initialLifecycle();
  const timeline = initialTimeline();
  const roles = initialRoles();
  const updates = initialUpdates();
  let index = 0;
  for (const [recordedAt, ...events] of steps) {
    for (const { at, id, ...rest } of events) {
      const event = { ...rest, id: id ?? `e${index + 1}`, occurredAt: time(at ?? recordedAt) } as AnyEvent;
      const applied = {
        ref: { writer: 'w' as WriterId, seq: index + 1 },
        recordedAt: time(recordedAt),
        by: { person: 'Ann Lee', device: 'ann' },
        index: index++,
        hasSeen: () => true,
      };
      if (isIn(updateTypes, event)) evolveUpdates(updates, event as UpdatesEvent, applied);
      else if (isIn(roleTypes, event)) evolveRoles(roles, event as RolesEvent, applied);
      else if (isIn(timelineTypes, event)) evolveTimeline(timeline, event as TimelineEvent, applied);
      else evolveLifecycle(lifecycle, event as LifecycleEvent, applied);
    }
  }
  return { playbook, lifecycle, timeline, roles, updates, id: 'INC-214' };
};

const updateTypes = ['SituationChanged', 'DataStatementMade', 'UpdateSent', 'UpdatePromised'];
const roleTypes = ['RoleAssigned', 'PersonJoined', 'PersonLeft'];
const timelineTypes = [
  'EntryRecorded',
  'DecisionAsked',
  'DecisionMade',
  'HypothesisProposed',
  'HypothesisJudged',
  'TaskGiven',
];
const isIn = (types: readonly string[], { type }: AnyEvent) => types.includes(type);

/** Declared and noticed at 09:04 as SEV1 on Checkout; an empty severity was not chosen yet. */
export const declared = (
  level = 'SEV1',
  {
    at = '09:04',
    recordedAt = at,
    services = ['checkout'],
  }: { readonly at?: string; readonly recordedAt?: string; readonly services?: readonly string[] } = {},
): Step => [
  recordedAt,
  { type: 'IncidentDeclared', at, title: 'Payments fail', services, paged: true, drill: false, playbook: 'p' },
  { type: 'MilestoneReached', at, milestone: 'detected', id: 'detected-1' },
  ...(level
    ? [{ type: 'SeverityChanged', severity: level, reason: 'at declaration', provisional: true } as const]
    : []),
];

export const reached = (milestone: Milestone, recordedAt: string, at = recordedAt): Step => [
  recordedAt,
  { type: 'MilestoneReached', milestone, at },
];

export const severity = (recordedAt: string, level: string): Step => [
  recordedAt,
  { type: 'SeverityChanged', severity: level, reason: 'it grew' },
];

export const sent = (
  audience: string,
  at: string,
  more: {
    readonly promise?: string;
    readonly recordedAt?: string;
    readonly situation?: string;
    readonly text?: string;
    readonly closing?: boolean;
    readonly id?: string;
    readonly n?: number;
  } = {},
): Step => [
  more.recordedAt ?? at,
  {
    type: 'UpdateSent',
    at,
    audience,
    n: more.n ?? 1,
    text: more.text ?? 'Text as sent.',
    situation: more.situation ?? 'detected',
    ...(more.promise && { promisedAt: time(more.promise) }),
    ...(more.closing && { closing: true }),
    ...(more.id && { id: more.id }),
  },
];

export const impact = (recordedAt: string, level: 'full' | 'partial' | 'degraded' | 'none', at = recordedAt): Step => [
  recordedAt,
  { type: 'ImpactChanged', level, at },
];

export const decision = (
  recordedAt: string,
  more: { readonly userEffect?: string; readonly cadenceFactor?: number },
): Step => [
  recordedAt,
  {
    type: 'DecisionMade',
    name: { tag: 'ann', n: 1 },
    question: 'What now?',
    options: [],
    chosen: 'go on',
    decidedBy: 'Ann Lee',
    ...more,
  },
];

export const eventId = (id: string): EventId => id as EventId;

/** The clock of an audience at `now`, after what stands in `steps`. */
export const clockAfter = (steps: readonly Step[], audience: string, now = '09:06') =>
  due(world(steps), audience, time(now));

/** When its next update is due; why there is none, where no clock runs. */
export const dueAt = (steps: readonly Step[], audience: string) => {
  const found = clockAfter(steps, audience);
  return found.kind === 'clock' ? found.at : found.why;
};

/** State and level of its clock at `now`. */
export const urgencyAt = (steps: readonly Step[], audience: string, now: string) => {
  const found = clockAfter(steps, audience, now);
  return found.kind === 'clock' ? [found.state, found.level] : found;
};
