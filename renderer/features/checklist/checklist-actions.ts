import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { showSidePanel, viewStore } from '../../state/view-store.ts';

export const checklistActions: readonly AppAction[] = [
  {
    id: 'checklist.focus',
    label: 'Go to my checklist',
    group: 'Command',
    keys: 'Alt+C',
    isAvailable: () =>
      incidentStore.getState().open !== undefined &&
      viewStore.getState().screen === 'console' &&
      viewStore.getState().workspace.name === 'timeline',
    run: () => {
      showSidePanel('checklist');
      // After the folded panel has opened: what is not shown cannot take the focus.
      requestAnimationFrame(focusFirstOpenLine);
    },
  },
];

const focusFirstOpenLine = (): void => {
  const region = document.querySelector<HTMLElement>('section[aria-label="Checklist"]');
  const boxes = [...(region?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
  (boxes.find(({ checked }) => !checked) ?? boxes[0] ?? region)?.focus();
};
