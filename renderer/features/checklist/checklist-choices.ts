import { authorName } from '../../../shared/record/rules.ts';
import type { AppAction } from '../../state/action.ts';
import { previewAsking } from '../../state/asking.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog, viewStore } from '../../state/view-store.ts';
import { listChoices } from './checklist-lists.ts';

/** One action an open line of my own lists. */
export const checklistChoices = (): readonly AppAction[] => {
  const { open } = incidentStore.getState();
  if (open?.readOnly !== null || viewStore.getState().screen !== 'console') return [];
  const { roles, lifecycle } = open.state;
  return listChoices(roles, open.playbook, authorName(previewAsking().by), lifecycle.phase)
    .filter(({ isMine }) => isMine)
    .flatMap(({ lines }) => lines.filter(({ mark }) => mark === undefined))
    .map(({ item, text }) => ({
      id: `checklist.skip.${item}`,
      label: `Skip on my checklist: ${text}`,
      group: 'Command',
      isAvailable: () => true,
      run: () => openDialog({ name: 'skip-item', item }),
    }));
};
