import type { Instant } from '../kernel/instant.ts';
import { type Milestone, milestones } from './lifecycle.ts';
import type { LifecycleState, MilestoneClaim } from './lifecycle-state.ts';

/** The claim that counts: the last one that has not ended. */
export const currentClaim = (state: LifecycleState, milestone: Milestone): MilestoneClaim | undefined =>
  state.claims.get(milestone)?.findLast((claim) => !claim.ended);

/**
 * The first instant that was believed before a diagnosis, a fix or a recovery turned out not to hold
 * (`firstIdentifiedAt` and its like), as last corrected; undefined where nothing ever ended.
 */
export const firstClaim = (state: LifecycleState, milestone: Milestone): MilestoneClaim | undefined => {
  const claims = state.claims.get(milestone) ?? [];
  const corrected = new Set(claims.map((claim) => claim.replaces));
  return claims.find((claim) => claim.ended && !corrected.has(claim.event));
};

export type MilestoneInstants = Readonly<Partial<Record<Milestone, Instant>>>;

/** The instants that hold now. */
export const heldInstants = (state: LifecycleState): MilestoneInstants =>
  Object.fromEntries(
    milestones.flatMap((milestone) => {
      const claim = currentClaim(state, milestone);
      return claim ? [[milestone, claim.at]] : [];
    }),
  );
