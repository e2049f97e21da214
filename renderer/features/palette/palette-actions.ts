import type { AppAction } from '../../state/action.ts';
import { openDialog } from '../../state/view-store.ts';

export const paletteActions: readonly AppAction[] = [
  {
    id: 'view.commands',
    label: 'Find a command',
    group: 'View',
    keys: 'Ctrl+K',
    isAvailable: () => true,
    run: () => openDialog({ name: 'palette' }),
  },
  {
    id: 'view.keys',
    label: 'Show all keys',
    group: 'View',
    keys: 'Alt+/',
    alsoKeys: ['F1'],
    isAvailable: () => true,
    run: () => openDialog({ name: 'keys' }),
  },
  {
    id: 'view.global-keys',
    label: 'Global keys: change the keys over all programs',
    group: 'View',
    isAvailable: () => true,
    run: () => openDialog({ name: 'global-keys' }),
  },
];
