import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog, viewStore } from '../../state/view-store.ts';

export const hypothesesActions: readonly AppAction[] = [
  {
    id: 'hypothesis.add',
    label: 'Add a hypothesis',
    group: 'Command',
    keys: 'Alt+Y',
    isAvailable: () => incidentStore.getState().open?.readOnly === null && viewStore.getState().screen === 'console',
    run: () => openDialog({ name: 'hypothesis' }),
  },
];
