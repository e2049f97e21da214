import { ok, type Result } from '../kernel/result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import { checkNotFuture } from './check-moment.ts';
import { decideImpact, decideSeverity } from './decide-assess.ts';
import { decideClose } from './decide-close.ts';
import { decideCorrect } from './decide-correct.ts';
import { decideDeclare, decideDetails } from './decide-declare.ts';
import { decideFixFailed, decideMovePhase, decideReopen, decideWithdrawDiagnosis } from './decide-direction.ts';
import { decideInstant, decideObjectives, decideProgress, decideRegulator } from './decide-disaster.ts';
import { decideReach } from './decide-reach.ts';
import { decideSkip } from './decide-skip.ts';
import type { Decided } from './decided.ts';
import type { LifecycleCommand } from './lifecycle-commands.ts';
import type { LifecycleState } from './lifecycle-state.ts';

/**
 * The guards of domain.md section 1 that concern the lifecycle alone; a refusal carries a code and a sentence.
 * Guards that need another feature stand in `shared/incident`: a confirmed hypothesis at `identified` (`cause`), the
 * review and its must-actions at `resolved`, the roles named at declaration, the parent that is not the incident itself.
 */
export const decideLifecycle = (
  command: LifecycleCommand,
  state: LifecycleState,
  asking: Asking,
  playbook: Playbook,
): Decided => {
  const future = checkNotFuture(command.at, asking.now);
  if (!future.ok) return future;
  const open = checkGoesOn(command, state);
  if (!open.ok) return open;
  switch (command.type) {
    case 'DeclareIncident':
      return decideDeclare(command, state, asking, playbook);
    case 'ChangeDetails':
      return decideDetails(command, asking);
    case 'ReachMilestone':
      return decideReach(command, state, asking, playbook);
    case 'CorrectMilestone':
      return decideCorrect(command, state, asking);
    case 'WithdrawDiagnosis':
      return decideWithdrawDiagnosis(command, state, asking);
    case 'ReportFixFailed':
      return decideFixFailed(command, state, asking);
    case 'SkipMilestone':
      return decideSkip(command, state, asking);
    case 'MovePhase':
      return decideMovePhase(command, state, asking);
    case 'ChangeSeverity':
      return decideSeverity(command, state, asking, playbook);
    case 'ChangeImpact':
      return decideImpact(command, state, asking);
    case 'ReopenIncident':
      return decideReopen(command, state, asking, playbook.settings);
    case 'CloseIncident':
      return decideClose(command, state, asking);
    case 'SetObjectives':
      return decideObjectives(command, state, asking);
    case 'RecordRecoveryInstant':
      return decideInstant(command, state, asking);
    case 'NoteRestoreProgress':
      return decideProgress(command, asking);
    case 'RecordRegulatorInstant':
      return decideRegulator(command, asking);
  }
};

const checkGoesOn = (command: LifecycleCommand, state: LifecycleState): Result<undefined, Refusal> => {
  if (!state.declared && command.type !== 'DeclareIncident')
    return refuse('incident.not-declared', 'Declare the incident first.');
  if (state.closure && !afterClosure.has(command.type))
    return refuse('incident.closed', 'This incident is closed. Withdraw the closing first if it was a mistake.');
  return ok(undefined);
};

// What was seen may be put right after closing; what is being done is over.
const afterClosure: ReadonlySet<LifecycleCommand['type']> = new Set([
  'DeclareIncident',
  'ChangeDetails',
  'CorrectMilestone',
  'RecordRegulatorInstant',
]);
