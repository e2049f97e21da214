import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog, viewStore } from '../../state/view-store.ts';

const isOnConsole = (): boolean =>
  incidentStore.getState().open !== undefined && viewStore.getState().screen === 'console';
const canRecord = (): boolean => isOnConsole() && incidentStore.getState().open?.readOnly === null;

export const peopleActions: readonly AppAction[] = [
  {
    id: 'task.give',
    label: 'Give a task',
    group: 'Command',
    keys: 'Alt+T',
    isAvailable: canRecord,
    run: () => openDialog({ name: 'task' }),
  },
  {
    id: 'people.roster',
    label: 'Show who is here',
    group: 'People',
    keys: 'Alt+P',
    isAvailable: isOnConsole,
    run: () => openDialog({ name: 'roster' }),
  },
  {
    id: 'people.commander',
    label: 'Name the Incident Commander',
    group: 'People',
    isAvailable: canRecord,
    run: () => openDialog({ name: 'role', role: 'ic' }),
  },
  {
    id: 'people.lead',
    label: 'Name the Resolution Lead',
    group: 'People',
    isAvailable: canRecord,
    run: () => openDialog({ name: 'role', role: 'lead' }),
  },
];
