import { formatDuration, hoursToMs, minutesToMs } from '../kernel/duration.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import { findRoleName } from '../playbook/find-in-playbook.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { commandRole, leadRole, openTenure } from './role-holders.ts';
import type { RolesState } from './roles-state.ts';
import { type RosterMember, rosterNow } from './roster.ts';
import { isSamePerson } from './same-person.ts';

export interface RoleWarning {
  readonly code: 'no-commander' | 'no-lead' | 'one-person-both' | 'span' | 'long-shift' | 'idle';
  /** One sentence with the way out. */
  readonly message: string;
  /** True while somebody should be asked for a reason; it was never a ground to refuse. */
  readonly asksReason: boolean;
  readonly role?: string;
  readonly person?: string;
}

type WarningBook = Pick<Playbook, 'settings' | 'roles' | 'severities'>;

/** At these ranks and worse one person in both roles is asked why; below it is only said. */
const askUpToRank = 2;

/**
 * What is unwise about who does what. Rules about people warn and never refuse: one person alone must be able to run
 * the worst incident. `busy` names people who have work that the roster does not know of (open tasks).
 */
export const roleWarnings = (
  state: RolesState,
  severity: string | undefined,
  playbook: WarningBook,
  now: Instant,
  busy: readonly string[] = [],
): readonly RoleWarning[] => {
  const members = rosterNow(state, now);
  return [
    ...warnOfOpenRoles(state, playbook),
    ...warnOfOnePerson(state, severity, playbook),
    ...warnOfLongShifts(state, playbook, now),
    ...warnOfSpan(members, playbook),
    ...warnOfIdle(members, playbook, busy),
  ];
};

const warnOfOpenRoles = (state: RolesState, playbook: WarningBook): RoleWarning[] =>
  ([commandRole, leadRole] as const)
    .filter((role) => !openTenure(state, role))
    .map((role) => ({
      code: role === commandRole ? 'no-commander' : 'no-lead',
      message: `Nobody is ${findRoleName(playbook, role)}. Name one person.`,
      asksReason: false,
      role,
    }));

const warnOfOnePerson = (state: RolesState, severity: string | undefined, playbook: WarningBook): RoleWarning[] => {
  const commander = openTenure(state, commandRole);
  const lead = openTenure(state, leadRole);
  if (!commander || !lead || !isSamePerson(commander.person, lead.person)) return [];
  const rank = playbook.severities.find(({ id }) => id === severity)?.rank;
  const isGrave = rank !== undefined && rank <= askUpToRank;
  const both = `${commander.person} is ${findRoleName(playbook, commandRole)} and ${findRoleName(playbook, leadRole)}`;
  return [
    {
      code: 'one-person-both',
      message: isGrave ? `${both}. At ${severity} that should be two people.` : `${both}.`,
      asksReason: isGrave && !commander.reason && !lead.reason,
      person: commander.person,
    },
  ];
};

// Said as early as the brief needs: a hand-off takes time to prepare.
const warnOfLongShifts = (state: RolesState, playbook: WarningBook, now: Instant): RoleWarning[] => {
  const { handoffHours, handoffBriefMinutes } = playbook.settings;
  return [commandRole, leadRole].flatMap((role): RoleWarning[] => {
    const tenure = openTenure(state, role);
    if (!tenure) return [];
    const heldMs = elapsedMs(tenure.since, now);
    if (heldMs < hoursToMs(handoffHours) - minutesToMs(handoffBriefMinutes)) return [];
    const message = `${tenure.person} has been ${findRoleName(playbook, role)} for ${formatDuration(heldMs)}. Hand over at ${handoffHours} h.`;
    return [{ code: 'long-shift', message, asksReason: false, role, person: tenure.person }];
  });
};

const warnOfSpan = (members: readonly RosterMember[], { settings }: WarningBook): RoleWarning[] => {
  const team = members.filter(({ roles }) => roles.length === 0).length;
  if (team <= settings.spanLimit) return [];
  const message = `${team} people report to one lead, ${settings.spanLimit} is the limit. Form sub-teams or release people.`;
  return [{ code: 'span', message, asksReason: false, role: leadRole }];
};

const warnOfIdle = (members: readonly RosterMember[], { settings }: WarningBook, busy: readonly string[]) =>
  members
    .filter(({ roles, task }) => roles.length === 0 && !task)
    .filter(({ presentMs }) => presentMs >= minutesToMs(settings.idleReleaseMinutes))
    .filter(({ person }) => !busy.some((name) => isSamePerson(name, person)))
    .map(
      ({ person, presentMs }): RoleWarning => ({
        code: 'idle',
        message: `${person} came ${formatDuration(presentMs)} ago and has no task. Give one, or release with thanks.`,
        asksReason: false,
        person,
      }),
    );
