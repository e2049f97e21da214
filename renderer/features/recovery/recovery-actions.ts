import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog, viewStore } from '../../state/view-store.ts';

export const recoveryActions: readonly AppAction[] = [
  {
    id: 'recovery.record',
    label: 'Record objectives and restore times (RPO, RTO)',
    group: 'Command',
    isAvailable: () => incidentStore.getState().open !== undefined && viewStore.getState().screen === 'console',
    run: () => openDialog({ name: 'recovery-track' }),
  },
  {
    id: 'recovery.progress',
    label: 'Note how far a restore is',
    group: 'Command',
    isAvailable: () => incidentStore.getState().open?.readOnly === null && viewStore.getState().screen === 'console',
    run: () => openDialog({ name: 'restore-progress' }),
  },
];
