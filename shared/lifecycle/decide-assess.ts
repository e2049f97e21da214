import { given } from '../kernel/given.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { eventBase } from '../record/occurrence.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import { checkText, firstRefusal } from './check-moment.ts';
import { currentClaim } from './current-claim.ts';
import type { Decided } from './decided.ts';
import type { ChangeImpact, ChangeSeverity } from './lifecycle-commands.ts';
import type { LifecycleState } from './lifecycle-state.ts';
import { currentSeverity } from './severity.ts';

/** Anyone may raise and only the IC lowers; who asked is recorded, and roles warn, they never refuse. */
export const decideSeverity = (
  command: ChangeSeverity,
  state: LifecycleState,
  asking: Asking,
  playbook: Playbook,
): Decided => {
  const check = firstRefusal(
    checkKnownSeverity(command.severity, playbook),
    checkText(command.reason, 'severity.needs-reason', 'Say in one line why the severity changes.', 'reason'),
  );
  if (!check.ok) return check;
  const current = currentSeverity(state);
  // A back-dated change may repeat a level that holds now: it then says since when.
  if (!command.at && current?.severity === command.severity && !current.provisional)
    return refuse('severity.unchanged', `The severity is ${command.severity} already.`, 'severity');
  return ok([
    {
      type: 'SeverityChanged',
      ...eventBase(command, asking),
      severity: command.severity,
      reason: command.reason.trim(),
    },
  ]);
};

/**
 * From when on the impact is at this level. Refuses harm at or after a recovery that holds: that is a relapse, or a
 * new incident.
 */
export const decideImpact = (command: ChangeImpact, state: LifecycleState, asking: Asking): Decided => {
  const recovered = currentClaim(state, 'recovered');
  if (recovered && command.level !== 'none' && (command.at ?? asking.now) >= recovered.at)
    return state.status === 'resolved'
      ? refuse('impact.resolved', 'This incident is closed out. Declare a new one as a relapse of it.', 'level')
      : refuse('impact.restored', 'Normal operations were declared. Report a relapse if the harm is back.', 'level');
  const { level, text, scope, service } = command;
  return ok([
    {
      type: 'ImpactChanged',
      ...eventBase(command, asking),
      level,
      ...given({ text: text?.trim() || undefined, scope: scope?.trim() || undefined, service }),
    },
  ]);
};

/** Refuses (`severity.unknown`) a level that the playbook does not list. */
export const checkKnownSeverity = (severity: string, playbook: Playbook): Result<undefined, Refusal> => {
  if (playbook.severities.some(({ id }) => id === severity)) return ok(undefined);
  const known = playbook.severities.map(({ id }) => id).join(', ');
  return refuse(
    'severity.unknown',
    `"${severity}" is no severity of this playbook. Choose one of ${known}.`,
    'severity',
  );
};
