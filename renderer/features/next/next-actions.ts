import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { viewStore } from '../../state/view-store.ts';

export const nextActions: readonly AppAction[] = [
  {
    id: 'next.jump',
    label: 'Jump to Next',
    group: 'View',
    keys: 'Alt+N',
    isAvailable: () => incidentStore.getState().open !== undefined && viewStore.getState().screen === 'console',
    // Without a button nothing is due, and the bar itself says so.
    run: () => {
      const bar = document.querySelector<HTMLElement>('section[aria-label="Next"]');
      (bar?.querySelector<HTMLElement>('[data-next-action] button') ?? bar)?.focus();
    },
  },
];
