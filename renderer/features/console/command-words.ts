import { commandRole, holderOf, waitingOffers } from '../../../shared/roles/role-holders.ts';
import type { RolesState } from '../../../shared/roles/roles-state.ts';
import { isSamePerson } from '../../../shared/roles/same-person.ts';

interface CommandWords {
  readonly shown: string;
  /** What a press does, where the shown words do not say it. */
  readonly deed?: string;
}

/**
 * The way to a hand-off of command, as whoever types reads it: somebody who has just handed over is told who has it now.
 *
 * @param typer empty: nobody has said who types
 */
export const commandWords = (roles: RolesState, typer: string): CommandWords => {
  const offer = waitingOffers(roles).find(({ event }) => event.role === commandRole);
  if (offer) return { shown: `Hand-off to ${offer.event.to} waits`, deed: 'Show it' };
  const holder = holderOf(roles, commandRole);
  const isElse = holder !== undefined && typer !== '' && !isSamePerson(holder, typer);
  return isElse ? { shown: `${holder} has command`, deed: 'Hand off command' } : { shown: 'Hand off command' };
};
