import type { AppAction } from '../state/action.ts';
import { focusNextRegion } from './region-keys.ts';

export const regionActions: readonly AppAction[] = [
  {
    id: 'view.next-region',
    label: 'Go to the next region',
    group: 'View',
    keys: 'F6',
    isAvailable: () => true,
    run: () => focusNextRegion(1),
  },
  {
    id: 'view.previous-region',
    label: 'Go to the region before',
    group: 'View',
    keys: 'Shift+F6',
    isAvailable: () => true,
    run: () => focusNextRegion(-1),
  },
];
