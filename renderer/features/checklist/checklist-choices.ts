import { authorName } from '../../../shared/record/rules.ts';
import type { ChecklistLine } from '../../../shared/roles/checklist.ts';
import type { AppAction } from '../../state/action.ts';
import { previewAsking } from '../../state/asking.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog, viewStore } from '../../state/view-store.ts';
import { type ListChoice, listChoices, shownList } from './checklist-lists.ts';
import { checklistView, pickList } from './checklist-view.ts';
import { tickItem } from './tick-item.ts';

/** Each line of my own lists and of the one on screen, and the lists of everybody else. */
export const checklistChoices = (): readonly AppAction[] => {
  const { open } = incidentStore.getState();
  if (!open || viewStore.getState().screen !== 'console') return [];
  const { roles, lifecycle } = open.state;
  const lists = listChoices(roles, open.playbook, authorName(previewAsking().by), lifecycle.phase);
  const shown = shownList(lists, checklistView.getState().picked);
  return [
    ...(open.readOnly === null ? lists.filter((list) => list.isMine || list === shown).flatMap(lineChoices) : []),
    ...lists
      .filter((list) => list !== shown)
      .map(({ role, name, isMine }) =>
        choice(`show.${role}`, `Show the checklist: ${isMine ? `${name}, also yours` : name}`, () => pickList(role)),
      ),
  ];
};

const lineChoices = ({ isMine, name, lines }: ListChoice): readonly AppAction[] => {
  const whose = isMine ? 'on my checklist' : `on the checklist of ${name}`;
  return lines.flatMap((line) => [
    choice(`tick.${line.item}`, `${line.mark ? 'Untick' : 'Tick'} ${whose}: ${line.text}`, () => void tickItem(line)),
    ...(line.mark ? [] : [skipChoice(line, whose)]),
  ]);
};

const skipChoice = ({ item, text }: ChecklistLine, whose: string): AppAction =>
  choice(`skip.${item}`, `Skip ${whose}: ${text}`, () => openDialog({ name: 'skip-item', item }));

const choice = (id: string, label: string, run: () => void): AppAction => ({
  id: `checklist.${id}`,
  label,
  group: 'Command',
  isAvailable: () => true,
  run,
});
