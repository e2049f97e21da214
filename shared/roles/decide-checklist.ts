import { ok, type Result } from '../kernel/result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { NewBase } from '../record/occurrence.ts';
import { type Refusal, refuse } from '../record/rules.ts';
import type { SkipChecklistItem, TickChecklistItem, UntickChecklistItem } from './roles-commands.ts';
import type { RolesEvent } from './roles-events.ts';
import type { RolesState } from './roles-state.ts';

/** Refuses an item that neither the playbook nor an earlier mark knows, and skipping without a reason. */
export const decideChecklist = (
  command: TickChecklistItem | SkipChecklistItem | UntickChecklistItem,
  state: RolesState,
  newBase: NewBase,
  { checklists }: Playbook,
): Result<readonly RolesEvent[], Refusal> => {
  const { item } = command;
  const mark = state.marks.get(item);
  // The mark's words serve when a newer playbook has dropped the item: it can still be unticked.
  const text = checklists.find(({ id }) => id === item)?.text ?? mark?.text;
  if (text === undefined) return refuse('checklist.unknown', `There is no checklist item "${item}".`, 'item');
  switch (command.type) {
    case 'TickChecklistItem':
      return ok(mark?.state === 'done' ? [] : [{ ...newBase(), type: 'ChecklistItemDone', item, text }]);
    case 'SkipChecklistItem': {
      const reason = command.reason.trim();
      if (reason === '') return refuse('checklist.no-reason', 'Say in a few words why this is skipped.', 'reason');
      return ok(mark?.state === 'skipped' ? [] : [{ ...newBase(), type: 'ChecklistItemSkipped', item, text, reason }]);
    }
    case 'UntickChecklistItem':
      return ok(mark ? [{ ...newBase(), type: 'ChecklistItemUndone', item, text: mark.text }] : []);
  }
};
