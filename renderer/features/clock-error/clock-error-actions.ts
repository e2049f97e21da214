import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog } from '../../state/view-store.ts';

export const clockErrorActions: readonly AppAction[] = [
  {
    id: 'record.clock-error',
    label: "State this device's clock error",
    group: 'Record',
    isAvailable: () => incidentStore.getState().open !== undefined,
    run: () => openDialog({ name: 'clock-error' }),
  },
];
