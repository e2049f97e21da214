import type { AppAction } from '../state/action.ts';
import { isOnTimeline } from '../state/on-console.ts';
import { type SidePanel, showSidePanel } from '../state/view-store.ts';
import { focusNextRegion, focusRegion } from './region-keys.ts';

const panels: Readonly<Record<SidePanel, string>> = {
  roles: 'Roles',
  tasks: 'Tasks',
  checklist: 'Checklist',
  updates: 'Updates',
  decisions: 'Decisions',
  hypotheses: 'Hypotheses',
};

/** A panel by its name; in a narrow window it opens over the timeline. */
const panelActions: readonly AppAction[] = (Object.keys(panels) as SidePanel[]).map((panel) => ({
  id: `view.panel.${panel}`,
  label: `Go to the panel: ${panels[panel]}`,
  group: 'View',
  isAvailable: isOnTimeline,
  run: () => {
    showSidePanel(panel);
    // After the folded panel has opened: what is not shown cannot take the focus.
    requestAnimationFrame(() => focusRegion(panels[panel]));
  },
}));

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
  ...panelActions,
];
