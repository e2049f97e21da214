import type { Instant } from '../kernel/instant.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import { checkRange } from './check-moment.ts';
import { currentClaim, heldInstants } from './current-claim.ts';
import { type InstantRange, type Milestone, milestones, milestoneWords } from './lifecycle.ts';
import type { LifecycleState } from './lifecycle-state.ts';
import { impossiblePairs, type OrderPair, pairSentence, unusualPairs } from './milestone-order.ts';

interface Claim {
  readonly milestone: Milestone;
  readonly at?: Instant;
  readonly range?: InstantRange;
  readonly reason?: string;
}

/**
 * Refuses a claim that cannot be (`milestone.impossible`), whose range does not hold it (`time.range`), or that leaves the
 * working order without a one-line reason (`milestone.needs-reason`). Only what this claim itself brings about counts.
 */
export const checkClaim = (claim: Claim, state: LifecycleState, asking: Asking): Result<undefined, Refusal> => {
  const at = claim.at ?? asking.now;
  const range = checkRange(claim.range, at, asking.now);
  if (!range.ok) return range;
  const instants = { ...heldInstants(state), [claim.milestone]: at };
  const concerns = ({ before, after }: OrderPair) => before === claim.milestone || after === claim.milestone;
  const [wrong] = impossiblePairs(instants).filter(concerns);
  if (wrong) return refuse('milestone.impossible', pairSentence(wrong), 'at');
  if (claim.reason?.trim()) return ok(undefined);
  const word = milestoneWords[claim.milestone];
  if (state.skipped.has(claim.milestone))
    return needsReason(`${word} was marked as skipped. Say why it is reached after all.`);
  const jumped = jumpedOver(claim.milestone, state);
  if (jumped)
    return needsReason(`${milestoneWords[jumped]} is not reached yet. Say in one line why ${word} comes first.`);
  const unusual = unusualPairs(instants).find((pair) => concerns(pair) && !isExplained(pair, state));
  return unusual
    ? needsReason(
        `${milestoneWords[unusual.before]} would be before ${milestoneWords[unusual.after]}. Say in one line why.`,
      )
    : ok(undefined);
};

const needsReason = (message: string) => refuse('milestone.needs-reason', message, 'reason');

/** The first open milestone between the furthest reached one and this; asked for once, not again at every later step. */
const jumpedOver = (milestone: Milestone, state: LifecycleState): Milestone | undefined => {
  const index = milestones.indexOf(milestone);
  // Asked once: what was jumped over together is caught up, and a better instant given, without another reason.
  if (milestones.slice(index).some((other) => hasReason(other, state))) return undefined;
  const upTo = milestones.slice(0, index);
  const furthest = upTo.findLastIndex((earlier) => currentClaim(state, earlier) ?? state.skipped.has(earlier));
  return upTo.slice(furthest + 1).find((earlier) => isExpected(earlier, state));
};

// Failure is often learnt late, and where nobody was paged there is nothing to acknowledge.
const isExpected = (milestone: Milestone, state: LifecycleState) =>
  milestones.indexOf(milestone) >= milestones.indexOf('triaged') ||
  (milestone === 'acknowledged' && currentClaim(state, 'alerted') !== undefined);

// Said once: at the one that overtook, at the overtaken one, or at one between them; a better instant keeps the reason.
const isExplained = ({ before, after }: OrderPair, state: LifecycleState) =>
  milestones
    .slice(milestones.indexOf(after), milestones.indexOf(before) + 1)
    .some((milestone) => hasReason(milestone, state));

const hasReason = (milestone: Milestone, state: LifecycleState): boolean =>
  state.claims.get(milestone)?.some(({ reason }) => reason?.trim()) ?? false;
