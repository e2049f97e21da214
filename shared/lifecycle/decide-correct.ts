import { given } from '../kernel/given.ts';
import { ok } from '../kernel/result.ts';
import { eventBase } from '../record/occurrence.ts';
import { type Asking, refuse } from '../record/rules.ts';
import { checkClaim } from './check-claim.ts';
import { currentClaim } from './current-claim.ts';
import type { Decided } from './decided.ts';
import { milestoneWords } from './lifecycle.ts';
import type { CorrectMilestone } from './lifecycle-commands.ts';
import type { LifecycleState } from './lifecycle-state.ts';

/** A new instant is a new claim: range and certainty of the old one do not carry over, its evidence does. */
export const decideCorrect = (command: CorrectMilestone, state: LifecycleState, asking: Asking): Decided => {
  const { milestone } = command;
  const current = currentClaim(state, milestone);
  if (!current)
    return refuse(
      'milestone.not-reached',
      `${milestoneWords[milestone]} is not reached, so there is nothing to correct.`,
    );
  const moved = command.at !== undefined && command.at !== current.at;
  const range = command.range ?? (moved || command.estimated === false ? undefined : current.range);
  const estimated = command.estimated ?? (range !== undefined || (!moved && current.estimated));
  const evidence = command.evidence ?? current.evidence;
  if (!moved && range === current.range && estimated === current.estimated && evidence === current.evidence)
    return refuse('milestone.unchanged', 'Nothing was changed.', 'at');
  const claim = { ...command, at: command.at ?? current.at, ...given({ range }) };
  const check = checkClaim(claim, state, asking);
  if (!check.ok) return check;
  return ok([
    {
      type: 'MilestoneCorrected',
      ...eventBase(claim, asking),
      milestone,
      replaces: current.event,
      estimated,
      evidence,
      ...given({ range, reason: command.reason?.trim() || undefined }),
    },
  ]);
};
