import { given } from '../kernel/given.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import { checkClaim } from './check-claim.ts';
import { firstRefusal } from './check-moment.ts';
import { currentClaim } from './current-claim.ts';
import { goodSince } from './current-impact.ts';
import { checkRestore } from './decide-restore.ts';
import { decideTriage } from './decide-triage.ts';
import type { Decided } from './decided.ts';
import type { ReachMilestone } from './lifecycle-commands.ts';
import type { LifecycleState } from './lifecycle-state.ts';
import { alreadyReached, reachedEvent } from './reached-event.ts';

/**
 * Refuses a milestone that holds already, one whose guard of domain.md section 1 is not met, and a claim that cannot
 * be.
 */
export const decideReach = (
  command: ReachMilestone,
  state: LifecycleState,
  asking: Asking,
  playbook: Playbook,
): Decided => {
  const { milestone } = command;
  if (milestone === 'triaged') return decideTriage(command, state, asking, playbook);
  if (currentClaim(state, milestone)) return alreadyReached(command);
  const claim = withInstant(command, state);
  const check = firstRefusal(checkGuard(claim, state, asking, playbook), checkClaim(claim, state, asking));
  return check.ok ? ok([reachedEvent(claim, asking)]) : check;
};

const checkFix = (fix: ReachMilestone['fix']): Result<undefined, Refusal> => {
  if (!fix?.change.trim())
    return refuse('fix.needs-change', 'Say what was changed and how its direct effect was checked.', 'fix');
  return fix.check.trim()
    ? ok(undefined)
    : refuse('fix.needs-check', 'Say how the direct effect of the change was checked.', 'check');
};

const withInstant = (command: ReachMilestone, state: LifecycleState): ReachMilestone =>
  command.milestone === 'recovered' ? { ...command, ...given({ at: command.at ?? goodSince(state) }) } : command;

const checkGuard = (
  command: ReachMilestone,
  state: LifecycleState,
  asking: Asking,
  playbook: Playbook,
): Result<undefined, Refusal> => {
  switch (command.milestone) {
    case 'acknowledged':
      return currentClaim(state, 'alerted') || currentClaim(state, 'detected')
        ? ok(undefined)
        : refuse('ack.nothing', 'There is no page and no report to acknowledge. Record when the alert came first.');
    case 'fixed':
      return checkFix(command.fix);
    case 'recovered':
      return checkRestore(command, state, asking, playbook.settings);
    case 'resolved':
      return currentClaim(state, 'recovered')
        ? ok(undefined)
        : refuse('resolve.not-recovered', 'Service is not declared normal yet. Restore first, then close out.');
    default:
      return ok(undefined);
  }
};
