import { ok, type Result } from '../kernel/result.ts';
import { findRoleName } from '../playbook/find-in-playbook.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { EventId } from '../record/ids.ts';
import type { NewBase } from '../record/occurrence.ts';
import { type Refusal, refuse } from '../record/rules.ts';
import { cancelOffers, joinIfAway, refuseRole } from './decide-people.ts';
import { dutyHolderOf, holderOf, teamRole } from './role-holders.ts';
import type { AcceptHandoff, CancelHandoff, OfferHandoff } from './roles-commands.ts';
import type { HandoffOffered, RolesEvent } from './roles-events.ts';
import type { RolesState } from './roles-state.ts';
import { isSamePerson, tidyName } from './same-person.ts';

type Decided = Result<readonly RolesEvent[], Refusal>;

/** Moves nothing yet. A newer offer of the same role cancels the older: two people must not both be waited for. */
export const offerHandoff = (
  command: OfferHandoff,
  state: RolesState,
  newBase: NewBase,
  playbook: Playbook,
): Decided => {
  const { role } = command;
  const to = tidyName(command.to);
  if (!playbook.roles.some(({ id }) => id === role)) return refuseRole(role, playbook);
  if (role === teamRole)
    return refuse('handoff.team', 'The team is not handed over: people join and leave it.', 'role');
  if (to === '') return refuse('handoff.no-name', 'Say who takes over.', 'to');
  const holder = holderOf(state, role);
  if (holder !== undefined && isSamePerson(holder, to))
    return refuse('handoff.holds-already', `${holder} is ${findRoleName(playbook, role)} already.`, 'to');
  return ok([
    ...cancelOffers(state, role, newBase),
    {
      ...newBase(),
      type: 'HandoffOffered',
      role,
      from: dutyHolderOf(state, playbook, role) ?? '',
      to,
      risks: command.risks ?? [],
    },
  ]);
};

/** The role changes hands in this one event, at one instant: no gap and no overlap. */
export const acceptHandoff = (command: AcceptHandoff, state: RolesState, newBase: NewBase): Decided => {
  const found = findWaitingOffer(state, command.offer);
  if (!found.ok) return found;
  const { id, role, to, occurredAt } = found.value;
  if (!isSamePerson(command.person, to))
    return refuse('handoff.other-person', `This was offered to ${to}: only ${to} can say "I have command".`, 'person');
  const base = newBase();
  if (base.occurredAt < occurredAt)
    return refuse('handoff.before-offer', 'It cannot be accepted before it was offered.', 'at');
  return ok([
    {
      ...base,
      type: 'HandoffAccepted',
      offer: id,
      role,
      // Who held it in between may be another than the one who offered.
      from: holderOf(state, role) ?? found.value.from,
      to,
      risksReadBack: command.risksReadBack ?? [],
    },
    ...joinIfAway(state, to, newBase),
  ]);
};

/** Refuses an offer that is not known, or was accepted or cancelled already. */
export const cancelHandoff = (command: CancelHandoff, state: RolesState, newBase: NewBase): Decided => {
  const found = findWaitingOffer(state, command.offer);
  if (!found.ok) return found;
  const { reason } = command;
  return ok([
    { ...newBase(), type: 'HandoffCancelled', offer: command.offer, ...(reason !== undefined && { reason }) },
  ]);
};

const findWaitingOffer = ({ offers }: RolesState, id: EventId): Result<HandoffOffered, Refusal> => {
  const offer = offers.get(id);
  if (!offer) return refuse('handoff.unknown', 'There is no such hand-off in this incident.', 'offer');
  if (offer.state === 'accepted')
    return refuse('handoff.accepted', `${offer.event.to} has accepted this hand-off already.`, 'offer');
  if (offer.state === 'cancelled')
    return refuse('handoff.cancelled', 'This hand-off was cancelled. Ask for a new one.', 'offer');
  return ok(offer.event);
};
