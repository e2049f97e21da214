import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog } from '../../state/view-store.ts';

export const residueActions: readonly AppAction[] = [
  {
    id: 'record.residue',
    label: 'Files that still hold redacted text',
    group: 'Library',
    isAvailable: () => incidentStore.getState().open !== undefined,
    run: () => openDialog({ name: 'residue' }),
  },
];
