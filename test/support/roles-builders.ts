import type { Result } from '../../shared/kernel/result.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import type { Asking, Refusal } from '../../shared/record/rules.ts';
import { decideRoles } from '../../shared/roles/decide-roles.ts';
import { evolveRoles } from '../../shared/roles/evolve-roles.ts';
import { initialRoles } from '../../shared/roles/initial-roles.ts';
import type { RolesCommand } from '../../shared/roles/roles-commands.ts';
import type { HandoffOffered, PersonJoined, RoleAssigned, RolesEvent } from '../../shared/roles/roles-events.ts';
import type { RolesState } from '../../shared/roles/roles-state.ts';
import { applied, asking, at, id } from './timeline-builders.ts';

export const givenRoles = (...events: readonly RolesEvent[]): RolesState => {
  const draft = initialRoles();
  for (const event of events) evolveRoles(draft, event, applied({ recordedAt: event.occurredAt }));
  return draft;
};

export const whenRoles = (
  state: RolesState,
  command: RolesCommand,
  given: Partial<Asking> = {},
  playbook: Playbook = defaultPlaybook,
): Result<readonly RolesEvent[], Refusal> => decideRoles(command, state, asking(given), playbook);

/** The decided events. Throws with the refusal where there are none. */
export const decided = <Event>(result: Result<readonly Event[], Refusal>): readonly Event[] => {
  if (!result.ok) throw new Error(`refused: ${result.error.code}: ${result.error.message}`);
  return result.value;
};

export const assigned = (role: string, person: string, clock = '09:05', reason?: string): RoleAssigned => ({
  type: 'RoleAssigned',
  id: id(`${role}-${person}-${clock}`),
  occurredAt: at(clock),
  role,
  person,
  ...(reason !== undefined && { reason }),
});

export const joined = (person: string, clock = '09:05', task?: string): PersonJoined => ({
  type: 'PersonJoined',
  id: id(`join-${person}-${clock}`),
  occurredAt: at(clock),
  person,
  ...(task !== undefined && { task }),
});

export const offered = (given: Partial<HandoffOffered> = {}): HandoffOffered => ({
  type: 'HandoffOffered',
  id: id('offer'),
  occurredAt: at('10:20'),
  role: 'ic',
  from: 'Ann Lee',
  to: 'Bob Ray',
  risks: [],
  ...given,
});
