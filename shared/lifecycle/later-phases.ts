import { isLaterPhase } from './evolve-phase.ts';
import { type Phase, phases } from './lifecycle.ts';

/** Where the work can be moved to by hand: forward, and never into the follow-up, which begins by restoring. */
export const laterPhases = (phase: Phase): readonly Phase[] =>
  phases.filter((each) => isLaterPhase(each, phase) && each !== 'resolve');
