import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog } from '../../state/view-store.ts';

export const verifyActions: readonly AppAction[] = [
  {
    id: 'record.verify',
    label: 'Verify the record',
    group: 'Library',
    isAvailable: () => incidentStore.getState().open !== undefined,
    run: () => openDialog({ name: 'verify' }),
  },
];
