import { ok } from '../kernel/result.ts';
import { eventBase } from '../record/occurrence.ts';
import { type Asking, refuse } from '../record/rules.ts';
import { checkText } from './check-moment.ts';
import { currentClaim } from './current-claim.ts';
import type { Decided } from './decided.ts';
import { milestoneWords } from './lifecycle.ts';
import type { SkipMilestone } from './lifecycle-commands.ts';
import type { LifecycleState } from './lifecycle-state.ts';

/** Refuses what was reached or skipped already, the two milestones that the status hangs on, and no reason. */
export const decideSkip = (command: SkipMilestone, state: LifecycleState, asking: Asking): Decided => {
  const { milestone } = command;
  const word = milestoneWords[milestone];
  // The status of the whole incident hangs on these two; an unknown time can be estimated with a range.
  if (milestone === 'recovered' || milestone === 'resolved')
    return refuse('skip.not-possible', `${word} cannot be skipped: reach it, or close the incident.`, 'milestone');
  if (currentClaim(state, milestone))
    return refuse('skip.reached', `${word} was reached, so it cannot be skipped.`, 'milestone');
  if (state.skipped.has(milestone)) return refuse('skip.already', `${word} is marked as skipped already.`, 'milestone');
  const check = checkText(command.reason, 'skip.needs-reason', `Say in one line why ${word} is skipped.`, 'reason');
  if (!check.ok) return check;
  return ok([{ type: 'MilestoneSkipped', ...eventBase(command, asking), milestone, reason: command.reason.trim() }]);
};
