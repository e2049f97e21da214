import type { MilestoneInstants } from './current-claim.ts';
import { type Milestone, milestoneWords } from './lifecycle.ts';

/** Two milestones of which `before` happened first although it cannot have, or did so out of the working order. */
export interface OrderPair {
  readonly before: Milestone;
  readonly after: Milestone;
}

// Detected and Alerted may lie before Failure: that is an early warning (domain.md 2.2).
const impossible: readonly OrderPair[] = [
  { before: 'acknowledged', after: 'alerted' },
  { before: 'identified', after: 'failure' },
  { before: 'fixed', after: 'failure' },
  { before: 'recovered', after: 'failure' },
  { before: 'resolved', after: 'failure' },
  { before: 'resolved', after: 'recovered' },
];

// A rollback may repair before anyone has diagnosed, and a service may heal by itself.
const unusual: readonly OrderPair[] = [
  { before: 'fixed', after: 'identified' },
  { before: 'recovered', after: 'identified' },
  { before: 'recovered', after: 'fixed' },
];

/** What cannot be: one of the two instants is wrong. */
export const impossiblePairs = (instants: MilestoneInstants): readonly OrderPair[] => happened(impossible, instants);

/** What happens, but out of the working order. */
export const unusualPairs = (instants: MilestoneInstants): readonly OrderPair[] => happened(unusual, instants);

export const pairSentence = ({ before, after }: OrderPair): string =>
  `${milestoneWords[before]} is before ${milestoneWords[after]}. Correct one of them.`;

const happened = (pairs: readonly OrderPair[], instants: MilestoneInstants) =>
  pairs.filter((pair) => {
    const [before, after] = [instants[pair.before], instants[pair.after]];
    return before !== undefined && after !== undefined && before < after;
  });
