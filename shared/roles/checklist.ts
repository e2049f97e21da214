import { findChecklist, findRoleName } from '../playbook/find-in-playbook.ts';
import type { ChecklistPhase, Playbook } from '../playbook/playbook.ts';
import { dutyHolderOf, rolesHeldBy, teamRole } from './role-holders.ts';
import type { ChecklistMark, RolesState } from './roles-state.ts';
import { isOnRoster } from './roster.ts';
import { isSamePerson } from './same-person.ts';

export interface ChecklistLine {
  readonly item: string;
  /** As it read when it was marked, else as the playbook has it now. */
  readonly text: string;
  readonly mark?: ChecklistMark;
}

export interface Checklist {
  readonly role: string;
  readonly name: string;
  readonly lines: readonly ChecklistLine[];
  /** Ticked or skipped: what needs no more thought. */
  readonly settled: number;
  readonly total: number;
  /** The first line without a mark: what to ask this role next. */
  readonly next?: ChecklistLine;
}

type ChecklistBook = Pick<Playbook, 'checklists' | 'roles'>;

/** The list of one role in one phase; empty where it has nothing to do there. */
export const checklistOf = (
  state: RolesState,
  playbook: ChecklistBook,
  role: string,
  phase: ChecklistPhase,
): Checklist => {
  const lines = findChecklist(playbook, role, phase).map(({ id, text }): ChecklistLine => {
    const mark = state.marks.get(id);
    return mark ? { item: id, text: mark.text, mark } : { item: id, text };
  });
  const next = lines.find(({ mark }) => !mark);
  return {
    role,
    name: findRoleName(playbook, role),
    lines,
    settled: lines.filter(({ mark }) => mark).length,
    total: lines.length,
    ...(next && { next }),
  };
};

/** The lists that are `person`'s to work through, those of unfilled roles that fall back to them included. */
export const checklistsFor = (
  state: RolesState,
  playbook: ChecklistBook,
  person: string,
  phase: ChecklistPhase,
): readonly Checklist[] => listsWhere(state, playbook, phase, (role) => hasDuty(state, playbook, role, person));

/** Everybody else's lists, also those of roles that nobody has: how far they are. */
export const otherChecklists = (
  state: RolesState,
  playbook: ChecklistBook,
  person: string,
  phase: ChecklistPhase,
): readonly Checklist[] => listsWhere(state, playbook, phase, (role) => !hasDuty(state, playbook, role, person));

const hasDuty = (state: RolesState, playbook: ChecklistBook, role: string, person: string): boolean => {
  if (role === teamRole) return isOnRoster(state, person) && rolesHeldBy(state, person).length === 0;
  const holder = dutyHolderOf(state, playbook, role);
  return holder !== undefined && isSamePerson(holder, person);
};

const listsWhere = (
  state: RolesState,
  playbook: ChecklistBook,
  phase: ChecklistPhase,
  fits: (role: string) => boolean,
) =>
  playbook.roles
    .filter(({ id }) => fits(id))
    .map(({ id }) => checklistOf(state, playbook, id, phase))
    .filter(({ total }) => total > 0);
