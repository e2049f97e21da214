import type { AppAction } from '../../state/action.ts';
import { canRecordOnConsole, isOnConsole } from '../../state/on-console.ts';
import { openDialog } from '../../state/view-store.ts';

export const peopleActions: readonly AppAction[] = [
  {
    id: 'task.give',
    label: 'Give a task',
    group: 'Command',
    keys: 'Alt+T',
    isAvailable: canRecordOnConsole,
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
    isAvailable: canRecordOnConsole,
    run: () => openDialog({ name: 'role', role: 'ic' }),
  },
  {
    id: 'people.lead',
    label: 'Name the Resolution Lead',
    group: 'People',
    isAvailable: canRecordOnConsole,
    run: () => openDialog({ name: 'role', role: 'lead' }),
  },
];
