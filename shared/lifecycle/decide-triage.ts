import { given } from '../kernel/given.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { eventBase } from '../record/occurrence.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import { checkClaim } from './check-claim.ts';
import { firstRefusal } from './check-moment.ts';
import { currentClaim } from './current-claim.ts';
import { impactText } from './current-impact.ts';
import { checkKnownSeverity, decideImpact } from './decide-assess.ts';
import type { Decided } from './decided.ts';
import type { ReachMilestone } from './lifecycle-commands.ts';
import type { LifecycleEvent } from './lifecycle-events.ts';
import type { LifecycleState } from './lifecycle-state.ts';
import { alreadyReached, reachedEvent } from './reached-event.ts';
import { currentSeverity } from './severity.ts';

/** Severity and impact belong to the assessment: known before, or given and recorded in the same breath. */
export const decideTriage = (
  command: ReachMilestone,
  state: LifecycleState,
  asking: Asking,
  playbook: Playbook,
): Decided => {
  const again = currentClaim(state, 'triaged') !== undefined;
  if (again && !isTriagedAgain(state)) return alreadyReached(command);
  const check = firstRefusal(
    checkSeverity(command, state, playbook),
    checkImpact(command, state),
    again ? ok(undefined) : checkClaim(command, state, asking),
  );
  if (!check.ok) return check;
  const impact = command.impact ? decideImpact(impactCommand(command, command.impact), state, asking) : ok([]);
  if (!impact.ok) return impact;
  return ok([
    ...severityEvents(command, state, asking),
    ...impact.value,
    again ? phaseEvent(command, asking) : reachedEvent(command, asking),
  ]);
};

// After a relapse the work starts again at triage, but the metrics keep the first assessment.
const isTriagedAgain = (state: LifecycleState) => state.reopenings.length > 0 && state.phase === 'triage';

const phaseEvent = (command: ReachMilestone, asking: Asking): LifecycleEvent => ({
  type: 'PhaseMoved',
  ...eventBase(command, asking),
  phase: command.restoreFirst ? 'fix' : 'identify',
  reason: command.reason?.trim() || 'Assessed again after the relapse',
});

const severityEvents = (command: ReachMilestone, state: LifecycleState, asking: Asking): readonly LifecycleEvent[] => {
  const current = currentSeverity(state);
  const severity = command.severity ?? current?.severity;
  if (severity === undefined || (severity === current?.severity && !current.provisional)) return [];
  const reason = command.reason?.trim() || 'Assessed at triage';
  return [{ type: 'SeverityChanged', ...eventBase(command, asking), severity, reason }];
};

const impactCommand = (command: ReachMilestone, impact: NonNullable<ReachMilestone['impact']>) => ({
  type: 'ChangeImpact' as const,
  ...impact,
  ...given({ at: command.at, typed: command.typed }),
});

const checkSeverity = (
  { severity }: ReachMilestone,
  state: LifecycleState,
  playbook: Playbook,
): Result<undefined, Refusal> => {
  if (severity !== undefined) return checkKnownSeverity(severity, playbook);
  return currentSeverity(state)
    ? ok(undefined)
    : refuse('triage.needs-severity', 'Choose a severity. Unsure? Take the more severe one.', 'severity');
};

const checkImpact = ({ impact }: ReachMilestone, state: LifecycleState): Result<undefined, Refusal> =>
  impact?.text.trim() || impactText(state)
    ? ok(undefined)
    : refuse('triage.needs-impact', 'Say in one line what users feel.', 'impact');
