import { type Published, toDraft } from '../kernel/published.ts';
import { evolveLifecycle } from '../lifecycle/evolve-lifecycle.ts';
import { initialLifecycle } from '../lifecycle/initial-lifecycle.ts';
import type { LifecycleDraft } from '../lifecycle/lifecycle-state.ts';
import { type CommitRef, hasSeen, type OrderedCommit, sawEverything } from '../record/commit.ts';
import type { StoredEvent } from '../record/event.ts';
import type { CommandId, EventId, IncidentId } from '../record/ids.ts';
import type { Applied } from '../record/rules.ts';
import { evolveReview } from '../review/evolve-review.ts';
import { initialReview } from '../review/initial-review.ts';
import type { ReviewDraft } from '../review/review-state.ts';
import { evolveRoles } from '../roles/evolve-roles.ts';
import { initialRoles } from '../roles/initial-roles.ts';
import type { RolesDraft } from '../roles/roles-state.ts';
import { type ClockTrailDraft, evolveClockTrail, initialClockTrail } from '../timeline/clock-trail.ts';
import { evolveTimeline } from '../timeline/evolve-timeline.ts';
import { initialTimeline } from '../timeline/initial-timeline.ts';
import type { TimelineDraft } from '../timeline/timeline-state.ts';
import { evolveUpdates } from '../updates/evolve-updates.ts';
import { initialUpdates } from '../updates/initial-updates.ts';
import type { UpdatesDraft } from '../updates/updates-state.ts';
import { fieldOfEvent } from './field-of-event.ts';
import { featureOfEvent, type IncidentEvent, isKnownEventType } from './incident-event.ts';
import type { FieldWrite, IncidentState, LoggedEvent } from './incident-state.ts';

interface IncidentDraft {
  lifecycle: LifecycleDraft;
  timeline: TimelineDraft;
  roles: RolesDraft;
  updates: UpdatesDraft;
  review: ReviewDraft;
  log: LoggedEvent[];
  logById: Map<EventId, LoggedEvent>;
  withdrawn: Set<EventId>;
  commands: Map<CommandId, CommitRef>;
  writes: Map<string, readonly FieldWrite[]>;
  clocks: ClockTrailDraft;
  playbook: string | undefined;
  head: string | undefined;
}

export const emptyIncident = (id: IncidentId): IncidentState => publish(id, emptyDraft());

/** The state after these commits, which must be in causal order. Total: whatever was recorded has a state. */
export const foldIncident = (id: IncidentId, commits: readonly OrderedCommit[]): IncidentState =>
  publish(id, draftOf(commits));

/** Digest of the playbook in force after these commits, without working out everything else. */
export const playbookInForce = (commits: readonly OrderedCommit[]): string | undefined => {
  const withdrawn = withdrawnEvents(commits);
  for (let index = commits.length - 1; index >= 0; index -= 1) {
    const bringing = commits[index]?.commit.events.findLast(
      (event) => bringsPlaybook(event as IncidentEvent) && !withdrawn.has(event.id),
    );
    if (bringing) return (bringing as BringsPlaybook).playbook;
  }
  return undefined;
};

/** An incident that grows in place: another commit costs the same however many there are. */
export interface GrowingIncident {
  /** For deciding at once. The next `add` changes it under whoever kept it. */
  now(): IncidentState;
  /** Works out up to so many more of the commits it was made with, which `now` else does at one go. True when all are. */
  workAhead(count: number): boolean;
  /** One more commit at the end of the order. False, and nothing changed, when it takes something back: grow anew. */
  add(ordered: OrderedCommit): boolean;
  /** A state that a reader may keep. Copies every container, so not for every commit. */
  snapshot(): IncidentState;
}

/** These commits, which must be in causal order, and what is added to them. */
export const growIncident = (id: IncidentId, commits: readonly OrderedCommit[]): GrowingIncident => {
  const draft = emptyDraft();
  draft.withdrawn = withdrawnEvents(commits);
  // The list may grow at its end; those come through `add`.
  const given = commits.length;
  let applied = 0;
  const workAhead = (count: number): boolean => {
    const end = Math.min(given, applied + count);
    for (; applied < end; applied += 1) {
      const ordered = commits[applied];
      if (ordered) applyTo(draft, ordered);
    }
    return applied === given;
  };
  return {
    workAhead,
    now: () => {
      workAhead(given);
      return { id, ...draft };
    },
    add: (ordered) => {
      if (takesBack(ordered)) return false;
      workAhead(given);
      applyTo(draft, ordered);
      return true;
    },
    snapshot: () => {
      workAhead(given);
      return publish(id, copyDraft(draft));
    },
  };
};

/**
 * The state after one more commit at the end of the order. `undefined` when it takes something back, since that
 * changes what came before: fold all commits anew then.
 */
export const applyCommit = (state: IncidentState, ordered: OrderedCommit): IncidentState | undefined => {
  if (takesBack(ordered)) return undefined;
  const draft = copyDraft(state);
  applyTo(draft, ordered);
  return publish(state.id, draft);
};

/**
 * As `applyCommit`, also for a commit that takes something back: the log is applied anew. For looking ahead only, since
 * a log does not tell which commit had seen which, and conflicts are not found in it.
 */
export const applyAnyCommit = (state: IncidentState, ordered: OrderedCommit): IncidentState =>
  applyCommit(state, ordered) ?? foldIncident(state.id, [...commitsOfLog(state), ordered]);

const commitsOfLog = ({ id, log, head = '' }: IncidentState): readonly OrderedCommit[] =>
  log.map(({ event, ref, by, recordedAt }, index) => ({
    sum: head,
    index,
    seen: sawEverything,
    commit: {
      v: 1,
      ...ref,
      incident: id,
      prev: '',
      heads: [],
      command: { id: '' as CommandId, type: '' },
      by,
      recordedAt,
      zone: 'UTC',
      boot: '',
      monoMs: 0,
      events: [event],
    },
  }));

const takesBack = ({ commit }: OrderedCommit): boolean => commit.events.some(isWithdrawal);

const draftOf = (commits: readonly OrderedCommit[]): IncidentDraft => {
  const draft = emptyDraft();
  draft.withdrawn = withdrawnEvents(commits);
  for (const ordered of commits) applyTo(draft, ordered);
  return draft;
};

const copyDraft = (state: Omit<IncidentState, 'id'>): IncidentDraft => ({
  ...toDraft<Omit<IncidentDraft, 'lifecycle' | 'timeline' | 'roles' | 'updates' | 'review' | 'clocks'>>(state),
  lifecycle: toDraft<LifecycleDraft>(state.lifecycle),
  timeline: toDraft<TimelineDraft>(state.timeline),
  roles: toDraft<RolesDraft>(state.roles),
  updates: toDraft<UpdatesDraft>(state.updates),
  review: toDraft<ReviewDraft>(state.review),
  clocks: toDraft<ClockTrailDraft>(state.clocks),
});

const applyTo = (draft: IncidentDraft, ordered: OrderedCommit): void => {
  const { commit, sum } = ordered;
  const ref = { writer: commit.writer, seq: commit.seq };
  const seen = (other: CommitRef) => hasSeen(ordered, other);
  draft.commands.set(commit.command.id, ref);
  draft.head = sum;
  evolveClockTrail(draft.clocks, commit, draft.log.length, seen);
  for (const event of commit.events) {
    const index = draft.log.length;
    const logged = { event, ref, by: commit.by, recordedAt: commit.recordedAt, index };
    draft.log.push(logged);
    draft.logById.set(event.id, logged);
    if (!isKnownEventType(event.type)) continue;
    const known = event as IncidentEvent;
    keepNumber(draft.timeline, known);
    if (draft.withdrawn.has(event.id)) continue;
    evolve(draft, known, { ref, recordedAt: commit.recordedAt, by: commit.by, index, hasSeen: seen });
    noteWrite(draft, known, ref, seen);
  }
};

const evolve = (draft: IncidentDraft, event: IncidentEvent, applied: Applied): void => {
  const feature = featureOfEvent[event.type];
  if (bringsPlaybook(event)) draft.playbook = event.playbook;
  if (feature === 'incident') return;
  const apply = evolveByFeature[feature] as (draft: object, event: IncidentEvent, applied: Applied) => void;
  apply(draft[feature], event, applied);
};

type BringsPlaybook = Extract<IncidentEvent, { readonly type: 'PlaybookAdopted' | 'IncidentDeclared' }>;
const bringsPlaybook = (event: IncidentEvent): event is BringsPlaybook =>
  event.type === 'PlaybookAdopted' || event.type === 'IncidentDeclared';

const evolveByFeature = {
  lifecycle: evolveLifecycle,
  timeline: evolveTimeline,
  roles: evolveRoles,
  updates: evolveUpdates,
  review: evolveReview,
};

// A withdrawn entry keeps its number for ever: people have said it aloud.
const keepNumber = (timeline: TimelineDraft, event: IncidentEvent): void => {
  if (!('name' in event)) return;
  const { tag, n } = event.name;
  timeline.highestNumbers.set(tag, Math.max(n, timeline.highestNumbers.get(tag) ?? 0));
};

const noteWrite = (draft: IncidentDraft, event: IncidentEvent, ref: CommitRef, seen: (other: CommitRef) => boolean) => {
  const field = fieldOfEvent(event);
  if (field === undefined) return;
  const unseen = (draft.writes.get(field) ?? []).filter((write) => !isSameRef(write.ref, ref) && !seen(write.ref));
  draft.writes.set(field, [...unseen, { event: event.id, ref }]);
};

/** Later withdrawals first: one that was itself taken back withdraws nothing. */
const withdrawnEvents = (commits: readonly OrderedCommit[]): Set<EventId> => {
  const withdrawals: WithdrawnEvent[] = [];
  for (const { commit } of commits) for (const event of commit.events) if (isWithdrawal(event)) withdrawals.push(event);
  const withdrawn = new Set<EventId>();
  for (const withdrawal of withdrawals.reverse()) if (!withdrawn.has(withdrawal.id)) withdrawn.add(withdrawal.event);
  return withdrawn;
};

type WithdrawnEvent = Extract<IncidentEvent, { readonly type: 'EventWithdrawn' }>;
const isWithdrawal = (event: StoredEvent): event is WithdrawnEvent => event.type === 'EventWithdrawn';
const isSameRef = (a: CommitRef, b: CommitRef) => a.writer === b.writer && a.seq === b.seq;

const emptyDraft = (): IncidentDraft => ({
  lifecycle: initialLifecycle(),
  timeline: initialTimeline(),
  roles: initialRoles(),
  updates: initialUpdates(),
  review: initialReview(),
  log: [],
  logById: new Map(),
  withdrawn: new Set(),
  commands: new Map(),
  writes: new Map(),
  clocks: initialClockTrail(),
  playbook: undefined,
  head: undefined,
});

const publish = (id: IncidentId, draft: IncidentDraft): IncidentState =>
  Object.freeze({
    id,
    ...draft,
    lifecycle: freeze(draft.lifecycle),
    timeline: freeze(draft.timeline),
    roles: freeze(draft.roles),
    updates: freeze(draft.updates),
    review: freeze(draft.review),
    clocks: freeze(draft.clocks),
  });

const freeze = <Draft extends object>(draft: Draft): Published<Draft> => Object.freeze(draft) as Published<Draft>;
