import type { Instant } from '../kernel/instant.ts';
import type { Playbook, Role } from '../playbook/playbook.ts';
import type { EventId } from '../record/ids.ts';
import type { RolesState, RoleTenure } from './roles-state.ts';
import { isSamePerson } from './same-person.ts';

/** The roles that rules speak of; every other id is the organisation's own. */
export const commandRole = 'ic';
export const leadRole = 'lead';
/** Many people at once: everyone on the roster without another role. */
export const teamRole = 'team';

export interface RoleHolder {
  readonly role: string;
  readonly name: string;
  /** 'fallback': open, the duties are held by whoever has not delegated them. */
  readonly how: 'held' | 'fallback' | 'open';
  /** Missing while nobody has the duties. */
  readonly person?: string;
  /** Since when the person holds this role, or for a fallback the role it falls back to. */
  readonly since?: Instant;
  /** For a fallback: the role whose holder has the duties. */
  readonly via?: string;
  /** A hand-off that waits for its acceptance. */
  readonly offer?: { readonly id: EventId; readonly to: string; readonly at: Instant };
}

/** Every role of the playbook but the team, in its order; then roles that are held and that it no longer knows. */
export const roleHolders = (state: RolesState, { roles }: Pick<Playbook, 'roles'>): readonly RoleHolder[] => {
  const listed = roles.filter(({ id }) => id !== teamRole);
  const gone = openTenures(state)
    .filter(({ role }) => !roles.some(({ id }) => id === role))
    .map(({ role }): Role => ({ id: role, name: role, duties: [] }));
  return [...listed, ...gone].map((role) => toHolder(state, roles, role));
};

/** Who holds the role itself, without fallback. */
export const holderOf = (state: RolesState, role: string): string | undefined => openTenure(state, role)?.person;

/** Who has the duties of a role: its holder, else the holder of the role that it falls back to. */
export const dutyHolderOf = (state: RolesState, { roles }: Pick<Playbook, 'roles'>, role: string): string | undefined =>
  findDuty(state, roles, role)?.person;

/** Ids of the roles that a person holds now; fallbacks do not count. */
export const rolesHeldBy = (state: RolesState, person: string): readonly string[] =>
  openTenures(state)
    .filter((tenure) => isSamePerson(tenure.person, person))
    .map(({ role }) => role);

/** The hand-offs that wait for their acceptance, oldest first. */
export const waitingOffers = ({ offers }: RolesState) =>
  [...offers.values()].filter(({ state }) => state === 'waiting');

export const openTenure = (state: RolesState, role: string): RoleTenure | undefined =>
  state.tenures.find((tenure) => tenure.role === role && tenure.until === undefined);

const openTenures = ({ tenures }: RolesState) => tenures.filter(({ until }) => until === undefined);

const toHolder = (state: RolesState, roles: readonly Role[], { id, name }: Role): RoleHolder => {
  const duty = findDuty(state, roles, id);
  const offer = waitingOffers(state).findLast(({ event }) => event.role === id)?.event;
  return {
    role: id,
    name,
    how: duty === undefined ? 'open' : duty.role === id ? 'held' : 'fallback',
    ...(duty && { person: duty.person, since: duty.since }),
    ...(duty && duty.role !== id && { via: duty.role }),
    ...(offer && { offer: { id: offer.id, to: offer.to, at: offer.occurredAt } }),
  };
};

const findDuty = (state: RolesState, roles: readonly Role[], role: string): RoleTenure | undefined => {
  // A playbook is edited by people: two roles that fall back to each other must not hang the board.
  const tried = new Set<string>();
  for (let id: string | undefined = role; id !== undefined && !tried.has(id); ) {
    const tenure = openTenure(state, id);
    if (tenure) return tenure;
    tried.add(id);
    id = roles.find((candidate) => candidate.id === id)?.fallback;
  }
  return undefined;
};
