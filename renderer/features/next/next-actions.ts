import type { AppAction } from '../../state/action.ts';
import { isOnConsole } from '../../state/on-console.ts';

export const nextActions: readonly AppAction[] = [
  {
    id: 'next.jump',
    label: 'Jump to Next',
    group: 'View',
    keys: 'Alt+N',
    isAvailable: isOnConsole,
    // Without a button nothing is due, and the bar itself says so.
    run: () => {
      const bar = document.querySelector<HTMLElement>('section[aria-label="Next"]');
      (bar?.querySelector<HTMLElement>('[data-next-action] button') ?? bar)?.focus();
    },
  },
];
