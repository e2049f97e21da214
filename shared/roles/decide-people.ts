import { ok, type Result } from '../kernel/result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { NewBase } from '../record/occurrence.ts';
import { type Refusal, refuse } from '../record/rules.ts';
import { openTenure, rolesHeldBy, teamRole, waitingOffers } from './role-holders.ts';
import type { AssignRole, JoinRoster, LeaveRoster } from './roles-commands.ts';
import type { RolesEvent } from './roles-events.ts';
import type { RolesState } from './roles-state.ts';
import { isOnRoster, openSpan } from './roster.ts';
import { isSamePerson, tidyName } from './same-person.ts';

type Decided = Result<readonly RolesEvent[], Refusal>;

/**
 * An empty person lets the role fall open. Whoever gets a role joins the roster; a hand-off of the role that waits is
 * cancelled, because its giver no longer has it.
 */
export const assignRole = (command: AssignRole, state: RolesState, newBase: NewBase, playbook: Playbook): Decided => {
  const { role, reason } = command;
  const person = tidyName(command.person);
  if (!playbook.roles.some(({ id }) => id === role)) return refuseRole(role, playbook);
  // The team is everyone on the roster: it has no single holder that a second name could push out.
  if (role === teamRole) return person === '' ? ok([]) : ok(joinIfAway(state, person, newBase));
  if (isSamePerson(openTenure(state, role)?.person ?? '', person)) return ok([]);
  return ok([
    ...cancelOffers(state, role, newBase),
    { ...newBase(), type: 'RoleAssigned', role, person, ...(reason !== undefined && { reason }) },
    ...joinIfAway(state, person, newBase),
  ]);
};

/** Refuses no name; somebody who is here with this task already is accepted without an event. */
export const joinRoster = (command: JoinRoster, state: RolesState, newBase: NewBase): Decided => {
  const person = tidyName(command.person);
  if (person === '') return refuse('roster.no-name', 'Say who joins.', 'person');
  const span = openSpan(state, person);
  if (span && (command.task === undefined || command.task === span.task)) return ok([]);
  return ok([
    { ...newBase(), type: 'PersonJoined', person, ...(command.task !== undefined && { task: command.task }) },
  ]);
};

/** Who leaves takes no role along: each of theirs falls open in the same breath, for all to see. */
export const leaveRoster = (command: LeaveRoster, state: RolesState, newBase: NewBase): Decided => {
  const span = openSpan(state, command.person);
  if (!span)
    return refuse('roster.not-here', `${tidyName(command.person) || 'Nobody'} is not on the roster.`, 'person');
  const { person } = span;
  const { reason } = command;
  return ok([
    ...rolesHeldBy(state, person).flatMap((role): RolesEvent[] => [
      ...cancelOffers(state, role, newBase),
      { ...newBase(), type: 'RoleAssigned', role, person: '' },
    ]),
    { ...newBase(), type: 'PersonLeft', person, ...(reason !== undefined && { reason }) },
  ]);
};

/** The event that brings somebody to the roster; none for who is here, and for nobody. */
export const joinIfAway = (state: RolesState, person: string, newBase: NewBase): RolesEvent[] =>
  person === '' || isOnRoster(state, person) ? [] : [{ ...newBase(), type: 'PersonJoined', person }];

/** The ends of all offers of this role that still wait. */
export const cancelOffers = (state: RolesState, role: string, newBase: NewBase): RolesEvent[] =>
  waitingOffers(state)
    .filter(({ event }) => event.role === role)
    .map(({ event }) => ({ ...newBase(), type: 'HandoffCancelled', offer: event.id }));

export const refuseRole = (role: string, { roles }: Playbook) =>
  refuse('role.unknown', `There is no role "${role}". There are ${roles.map(({ id }) => id).join(', ')}.`, 'role');
