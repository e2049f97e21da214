import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog } from '../../state/view-store.ts';

export const residueActions: readonly AppAction[] = [
  {
    id: 'record.residue',
    label: 'Look for redacted text in files',
    group: 'Library',
    isAvailable: () => incidentStore.getState().open !== undefined,
    run: () => openDialog({ name: 'residue' }),
  },
];
