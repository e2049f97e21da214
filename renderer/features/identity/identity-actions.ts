import type { AppAction } from '../../state/action.ts';
import { openDialog } from '../../state/view-store.ts';

export const identityActions: readonly AppAction[] = [
  {
    id: 'identity.switch',
    label: 'Say who types',
    group: 'People',
    keys: 'Ctrl+U',
    isAvailable: () => true,
    run: () => openDialog({ name: 'identity' }),
  },
];
