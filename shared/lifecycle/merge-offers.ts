import { given } from '../kernel/given.ts';
import type { Instant } from '../kernel/instant.ts';
import type { InstantRange } from './lifecycle.ts';
import type { CorrectMilestone, ReachMilestone } from './lifecycle-commands.ts';
import type { MilestoneFacts } from './metric-record.ts';

/** The instants by which the harm and its noticing are measured: the earliest of both incidents is the true one. */
const offered = ['failure', 'alerted', 'detected'] as const;

/** An instant of a merged incident that lies before the one of its parent, or that the parent does not have. */
export interface MergeOffer {
  readonly milestone: (typeof offered)[number];
  readonly at: Instant;
  readonly range?: InstantRange;
  readonly estimated?: boolean;
  /** What the parent holds now. */
  readonly was?: Instant;
}

/** What the parent of a merged incident is offered (domain.md 2.2); nobody's record changes by itself. */
export const mergeOffers = (child: MilestoneFacts, parent: MilestoneFacts): readonly MergeOffer[] =>
  offered.flatMap((milestone): readonly MergeOffer[] => {
    const [mine, theirs] = [child[milestone], parent[milestone]];
    if (!mine || (theirs && theirs.at <= mine.at)) return [];
    const { at, range, estimated } = mine;
    return [{ milestone, at, ...given({ range, estimated: estimated || undefined, was: theirs?.at }) }];
  });

/** Takes an offer over in the parent; `child` is what people call the merged incident. */
export const takeOver = (offer: MergeOffer, child: string): ReachMilestone | CorrectMilestone => {
  const { milestone, at, range, estimated, was } = offer;
  return {
    type: was === undefined ? 'ReachMilestone' : 'CorrectMilestone',
    milestone,
    at,
    reason: `Earlier in ${child}, which is merged into this one`,
    ...given({ range, estimated }),
  };
};
