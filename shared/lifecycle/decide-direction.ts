import { hoursToMs } from '../kernel/duration.ts';
import { elapsedMs } from '../kernel/instant.ts';
import { ok } from '../kernel/result.ts';
import type { Settings } from '../playbook/playbook.ts';
import { eventBase } from '../record/occurrence.ts';
import { type Asking, refuse } from '../record/rules.ts';
import { checkText } from './check-moment.ts';
import { currentClaim } from './current-claim.ts';
import { lastHarm } from './current-impact.ts';
import type { Decided } from './decided.ts';
import { isLaterPhase } from './evolve-phase.ts';
import type { MovePhase, ReopenIncident, ReportFixFailed, WithdrawDiagnosis } from './lifecycle-commands.ts';
import type { LifecycleState } from './lifecycle-state.ts';

/** Refuses where nothing is identified, a moment before the diagnosis, and no reason. */
export const decideWithdrawDiagnosis = (command: WithdrawDiagnosis, state: LifecycleState, asking: Asking): Decided => {
  const claim = currentClaim(state, 'identified');
  if (!claim) return refuse('diagnosis.not-identified', 'Nothing is identified, so there is no diagnosis to withdraw.');
  if ((command.at ?? asking.now) < claim.at)
    return refuse('diagnosis.too-early', 'That is before the diagnosis was made.', 'at');
  const check = checkText(
    command.reason,
    'diagnosis.needs-reason',
    'Say in one line what refutes the diagnosis.',
    'reason',
  );
  if (!check.ok) return check;
  return ok([
    {
      type: 'MilestoneWithdrawn',
      ...eventBase(command, asking),
      milestone: 'identified',
      how: 'withdraw-diagnosis',
      reason: command.reason.trim(),
    },
  ]);
};

/** Refuses where no fix is in place or service was declared normal since, a moment before the fix, and no reason. */
export const decideFixFailed = (command: ReportFixFailed, state: LifecycleState, asking: Asking): Decided => {
  const claim = currentClaim(state, 'fixed');
  if (!claim) return refuse('fix.not-fixed', 'No fix is in place, so none can have failed.');
  if (currentClaim(state, 'recovered'))
    return refuse('fix.recovered', 'Normal operations were declared. Report a relapse instead.');
  if ((command.at ?? asking.now) < claim.at)
    return refuse('fix.too-early', 'That is before the fix was in place.', 'at');
  const check = checkText(command.reason, 'fix.needs-reason', 'Say in one line how you know that it failed.', 'reason');
  if (!check.ok) return check;
  return ok([
    {
      type: 'MilestoneWithdrawn',
      ...eventBase(command, asking),
      milestone: 'fixed',
      how: 'fix-failed',
      reason: command.reason.trim(),
    },
  ]);
};

/** Forward only: going back is a withdrawn diagnosis, a failed fix or a relapse, each with its own meaning. */
export const decideMovePhase = (command: MovePhase, state: LifecycleState, asking: Asking): Decided => {
  const { phase } = command;
  if (!isLaterPhase(phase, state.phase))
    return refuse(
      'phase.not-forward',
      'The phase moves only forward. Withdraw the diagnosis, report the fix as failed, or report a relapse.',
      'phase',
    );
  if (phase === 'resolve')
    return refuse('phase.not-restored', 'Follow-up begins when service is normal. Restore first.', 'phase');
  const check = checkText(command.reason, 'phase.needs-reason', 'Say in one line why the phase moves on.', 'reason');
  if (!check.ok) return check;
  return ok([{ type: 'PhaseMoved', ...eventBase(command, asking), phase, reason: command.reason.trim() }]);
};

/**
 * The harm is back. Refuses where the incident is not restored or closed out, a moment before the recovery or more than the
 * playbook's `relapseHours` after it, the level none, and no reason. Without a level it is that of the last harm.
 */
export const decideReopen = (
  command: ReopenIncident,
  state: LifecycleState,
  asking: Asking,
  settings: Settings,
): Decided => {
  const anew = 'Declare a new incident as a relapse of this one.';
  if (state.status === 'resolved') return refuse('relapse.resolved', `This incident is closed out. ${anew}`);
  const recovered = currentClaim(state, 'recovered');
  if (state.status !== 'restored' || !recovered)
    return refuse('relapse.not-restored', 'The incident is not restored, so the harm cannot have come back.');
  const at = command.at ?? asking.now;
  if (at < recovered.at)
    return refuse('relapse.before-recovered', 'That is before the recovery. Correct it instead.', 'at');
  if (elapsedMs(recovered.at, at) > hoursToMs(settings.relapseHours))
    return refuse(
      'relapse.too-late',
      `More than ${settings.relapseHours} hours have passed since recovery. ${anew}`,
      'at',
    );
  const level = command.level ?? lastHarm(state) ?? 'degraded';
  if (level === 'none')
    return refuse('relapse.needs-harm', 'A relapse hurts somebody: choose an impact level other than none.', 'level');
  const check = checkText(command.reason, 'relapse.needs-reason', 'Say in one line what came back.', 'reason');
  if (!check.ok) return check;
  return ok([{ type: 'IncidentReopened', ...eventBase(command, asking), reason: command.reason.trim(), level }]);
};
