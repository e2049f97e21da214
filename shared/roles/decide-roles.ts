import type { Result } from '../kernel/result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { toOccurrences } from '../record/occurrence.ts';
import type { Asking, Refusal } from '../record/rules.ts';
import { decideChecklist } from './decide-checklist.ts';
import { acceptHandoff, cancelHandoff, offerHandoff } from './decide-handoff.ts';
import { assignRole, joinRoster, leaveRoster } from './decide-people.ts';
import type { RolesCommand } from './roles-commands.ts';
import type { RolesEvent } from './roles-events.ts';
import type { RolesState } from './roles-state.ts';

/**
 * What a command about people and checklists adds to the record, or why not. An empty list means that everything is
 * already as asked: there is nothing to record. Who may hold what is never refused here, see `roleWarnings`.
 */
export const decideRoles = (
  command: RolesCommand,
  state: RolesState,
  asking: Asking,
  playbook: Playbook,
): Result<readonly RolesEvent[], Refusal> => {
  const occurrences = toOccurrences(command, asking);
  if (!occurrences.ok) return occurrences;
  const newBase = occurrences.value;
  switch (command.type) {
    case 'AssignRole':
      return assignRole(command, state, newBase, playbook);
    case 'OfferHandoff':
      return offerHandoff(command, state, newBase, playbook);
    case 'AcceptHandoff':
      return acceptHandoff(command, state, newBase);
    case 'CancelHandoff':
      return cancelHandoff(command, state, newBase);
    case 'JoinRoster':
      return joinRoster(command, state, newBase);
    case 'LeaveRoster':
      return leaveRoster(command, state, newBase);
    case 'TickChecklistItem':
    case 'SkipChecklistItem':
    case 'UntickChecklistItem':
      return decideChecklist(command, state, newBase, playbook);
  }
};
