import type { ChecklistPhase, Playbook } from '../../../shared/playbook/playbook.ts';
import { type Checklist, checklistsFor, otherChecklists } from '../../../shared/roles/checklist.ts';
import type { RolesState } from '../../../shared/roles/roles-state.ts';

export interface ListChoice extends Checklist {
  readonly isMine: boolean;
}

/** Every list of this phase: mine first, those that fell back to me behind it, then everybody else's. */
export const listChoices = (
  roles: RolesState,
  playbook: Pick<Playbook, 'checklists' | 'roles'>,
  person: string,
  phase: ChecklistPhase,
): readonly ListChoice[] => [
  ...checklistsFor(roles, playbook, person, phase).map((list) => ({ ...list, isMine: true })),
  ...otherChecklists(roles, playbook, person, phase).map((list) => ({ ...list, isMine: false })),
];

/** The list shown: the one that was picked while it exists, else the first with something left of mine, else the first. */
export const shownList = (lists: readonly ListChoice[], picked: string | undefined): ListChoice | undefined =>
  lists.find(({ role }) => role === picked) ?? lists.find(({ isMine }) => isMine) ?? lists[0];
