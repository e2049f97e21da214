import { textsToChecklist } from './checklist-texts.ts';
import { afterChecklists } from './default-checklists-after.ts';
import { responseChecklists } from './default-checklists-response.ts';
import { type ChecklistItem, checklistPhases } from './playbook.ts';

/** The items of domain.md 3.1, and of section 8 for a disaster. */
export const defaultChecklists: readonly ChecklistItem[] = textsToChecklist(checklistPhases, {
  ...responseChecklists,
  ...afterChecklists,
});
