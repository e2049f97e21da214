import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog, viewStore } from '../../state/view-store.ts';
import { rowFilters } from './row-filter.ts';
import { setFilter, setKind } from './timeline-view.ts';

const isShown = (): boolean => {
  const { screen, workspace } = viewStore.getState();
  return incidentStore.getState().open !== undefined && screen === 'console' && workspace.name === 'timeline';
};

export const timelineActions: readonly AppAction[] = [
  ...rowFilters.map(
    ({ id, label }): AppAction => ({
      id: `timeline.filter.${id}`,
      label: `Timeline: ${label.toLowerCase()}`,
      group: 'View',
      isAvailable: isShown,
      run: () => {
        setFilter(id);
        if (id === 'all') setKind(undefined);
      },
    }),
  ),
  {
    id: 'timeline.conflicts',
    label: 'Settle conflicts',
    group: 'Record',
    isAvailable: () => isShown() && hasConflicts(),
    run: () => openDialog({ name: 'conflicts' }),
  },
];

const hasConflicts = (): boolean => {
  const { open } = incidentStore.getState();
  return open !== undefined && [...open.state.writes.values()].some((writes) => writes.length > 1);
};
