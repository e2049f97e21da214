import { given } from '../kernel/given.ts';
import { eventBase } from '../record/occurrence.ts';
import { type Asking, refuse } from '../record/rules.ts';
import { milestoneWords } from './lifecycle.ts';
import type { ReachMilestone } from './lifecycle-commands.ts';
import type { MilestoneReached } from './lifecycle-events.ts';

/** Refuses a claim for a milestone that holds: two answers to "when" need a person to choose. */
export const alreadyReached = ({ milestone }: ReachMilestone) =>
  refuse(
    'milestone.reached',
    `${milestoneWords[milestone]} was reached already. Correct its time instead.`,
    'milestone',
  );

export const reachedEvent = (command: ReachMilestone, asking: Asking): MilestoneReached => ({
  type: 'MilestoneReached',
  ...eventBase(command, asking),
  milestone: command.milestone,
  ...given({
    range: command.range,
    estimated: command.estimated,
    evidence: command.evidence,
    // A waived review is the reason why the incident could be closed out without one.
    reason: command.reason?.trim() || command.waiveReview?.trim() || undefined,
    restoreFirst: command.restoreFirst,
    fix: command.fix,
  }),
});
