import type { Instant } from '../kernel/instant.ts';
import type { EventBase } from '../record/event.ts';
import { type Milestone, type Phase, phases } from './lifecycle.ts';
import type { LifecycleDraft } from './lifecycle-state.ts';

/** The phase whose work begins when `milestone` is reached or skipped; undefined where it begins none. */
export const effectOf = (milestone: Milestone, restoreFirst = false): Phase | undefined =>
  milestone === 'triaged' && restoreFirst ? 'fix' : effects[milestone];

const effects: Partial<Record<Milestone, Phase>> = {
  acknowledged: 'triage',
  triaged: 'identify',
  identified: 'fix',
  fixed: 'recover',
  recovered: 'resolve',
  resolved: 'resolve',
};

export const isLaterPhase = (phase: Phase, than: Phase): boolean => phases.indexOf(phase) > phases.indexOf(than);

/** To the later of the present phase and `phase`: a milestone that is learnt late never moves the work back. */
export const advancePhase = (draft: LifecycleDraft, phase: Phase | undefined, event: EventBase): void => {
  if (phase && isLaterPhase(phase, draft.phase)) enterPhase(draft, phase, event);
};

/** A phase may be re-entered; each visit is its own interval, so durations are summed. A closed incident has no work. */
export const enterPhase = (draft: LifecycleDraft, phase: Phase, event: EventBase): void => {
  if (draft.closure) return;
  endVisit(draft, event.occurredAt);
  draft.phase = phase;
  draft.phaseVisits.push({ phase, event: event.id, since: event.occurredAt });
};

export const endVisit = (draft: LifecycleDraft, at: Instant): void => {
  const last = draft.phaseVisits.pop();
  if (last) draft.phaseVisits.push({ ...last, until: at });
};

/** The work began when somebody noticed, not when somebody typed. */
export const startFirstVisit = (draft: LifecycleDraft, event: EventBase): void => {
  const [first] = draft.phaseVisits;
  if (first) draft.phaseVisits[0] = { ...first, event: event.id, since: event.occurredAt };
};

/** Moves the visit that `replaced` began, and the end of the one before it, to the instant of `event`. */
export const moveVisit = (draft: LifecycleDraft, replaced: string, event: EventBase): void => {
  const index = draft.phaseVisits.findIndex((visit) => visit.event === replaced);
  const visit = draft.phaseVisits[index];
  if (!visit) return;
  draft.phaseVisits[index] = { ...visit, event: event.id, since: event.occurredAt };
  const before = draft.phaseVisits[index - 1];
  if (before) draft.phaseVisits[index - 1] = { ...before, until: event.occurredAt };
};
