import { elapsedMs, type Instant } from '../kernel/instant.ts';
import { rolesHeldBy } from './role-holders.ts';
import type { RolesState, RosterSpan } from './roles-state.ts';
import { isSamePerson } from './same-person.ts';

export interface RosterMember {
  readonly person: string;
  readonly joinedAt: Instant;
  readonly presentMs: number;
  readonly task?: string;
  /** Ids of roles, empty for the team. */
  readonly roles: readonly string[];
}

/** Who is here now, in the order they came. */
export const rosterNow = (state: RolesState, now: Instant): readonly RosterMember[] =>
  state.roster
    .filter(({ leftAt }) => leftAt === undefined)
    .map(({ person, joinedAt, task }) => ({
      person,
      joinedAt,
      presentMs: elapsedMs(joinedAt, now),
      roles: rolesHeldBy(state, person),
      ...(task !== undefined && { task }),
    }));

/** Spans of people who are not here any more: the review thanks and asks them too. */
export const rosterLeft = (state: RolesState): readonly RosterSpan[] =>
  state.roster.filter(({ person, leftAt }) => leftAt !== undefined && !isOnRoster(state, person));

export const isOnRoster = (state: RolesState, person: string): boolean => openSpan(state, person) !== undefined;

export const openSpan = ({ roster }: RolesState, person: string): RosterSpan | undefined =>
  roster.find((span) => span.leftAt === undefined && isSamePerson(span.person, person));
