import type { AppAction } from '../../state/action.ts';
import { canRecordOnConsole } from '../../state/on-console.ts';
import { openDialog } from '../../state/view-store.ts';

export const hypothesesActions: readonly AppAction[] = [
  {
    id: 'hypothesis.add',
    label: 'Add a hypothesis',
    group: 'Command',
    keys: 'Alt+Y',
    isAvailable: canRecordOnConsole,
    run: () => openDialog({ name: 'hypothesis' }),
  },
];
