import { given } from '../kernel/given.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import { currentClaim } from './current-claim.ts';
import { type Milestone, type Phase, phases } from './lifecycle.ts';
import type { LifecycleState } from './lifecycle-state.ts';
import { exits } from './next-milestone.ts';

/** One step of the way through an incident: the time before anyone noticed, then the six phases. */
export interface PhaseStep {
  readonly step: 'failure' | Phase;
  /** `missed`: the work moved on, or the time is over, without the milestone that ends this step. */
  readonly state: 'passed' | 'missed' | 'now' | 'ahead';
  /** The milestone that a missed step lacks, and whether somebody chose to skip it. */
  readonly lacks?: Milestone;
  readonly isSkipped?: boolean;
  /** Milliseconds spent in all its visits so far; absent for a step that was never entered, and for one without a start. */
  readonly ms?: number;
  /** Since when this visit runs; only of the step that is `now`. */
  readonly since?: Instant;
}

/** The steps in working order at `now`. Once the incident is over, none runs any more. */
export const phaseSteps = (state: LifecycleState, now: Instant): readonly PhaseStep[] => {
  const current = phases.indexOf(state.phase);
  const isOver = state.status !== 'open' && state.status !== 'restored';
  return [
    { step: 'failure', ...endedState(state, 'failure'), ...given({ ms: unnoticedMs(state) }) },
    ...phases.map((phase, index): PhaseStep => {
      const ms = spentMs(state, phase, now);
      if (index === current && !isOver)
        return { step: phase, state: 'now', ...given({ ms, since: state.phaseVisits.at(-1)?.since }) };
      return { step: phase, ...(index <= current ? endedState(state, phase) : { state: 'ahead' }), ...given({ ms }) };
    }),
  ];
};

const endedState = (
  state: LifecycleState,
  step: PhaseStep['step'],
): Pick<PhaseStep, 'state' | 'lacks' | 'isSkipped'> => {
  const milestone = step === 'failure' ? step : exits[step];
  if (currentClaim(state, milestone)) return { state: 'passed' };
  // Where nobody was paged there was nothing to acknowledge.
  if (milestone === 'acknowledged' && state.declared?.paged === false) return { state: 'passed' };
  return { state: 'missed', lacks: milestone, isSkipped: state.skipped.has(milestone) };
};

const unnoticedMs = (state: LifecycleState): number | undefined => {
  const [failure, detected] = [currentClaim(state, 'failure')?.at, currentClaim(state, 'detected')?.at];
  return failure && detected ? Math.max(0, elapsedMs(failure, detected)) : undefined;
};

// A visit that ends before it began was overtaken by a back-dated milestone: it took no time.
const spentMs = (state: LifecycleState, phase: Phase, now: Instant): number | undefined => {
  const visits = state.phaseVisits.filter((visit) => visit.phase === phase);
  if (visits.length === 0) return undefined;
  return visits.reduce((sum, { since, until }) => sum + Math.max(0, elapsedMs(since, until ?? now)), 0);
};
