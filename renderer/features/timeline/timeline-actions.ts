import type { RowKind } from '../../../shared/incident/row-kind.ts';
import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { isOnTimeline } from '../../state/on-console.ts';
import { openDialog, viewStore } from '../../state/view-store.ts';
import { kindWords, rowFilters } from './row-filter.ts';
import { setFilter, setKind, timelineView } from './timeline-view.ts';

export const timelineActions: readonly AppAction[] = [
  ...rowFilters.map(
    ({ id, label }): AppAction => ({
      id: `timeline.filter.${id}`,
      label: `Timeline: ${label.toLowerCase()}`,
      group: 'View',
      isAvailable: isOnTimeline,
      run: () => {
        setFilter(id);
        if (id === 'all') setKind(undefined);
      },
    }),
  ),
  {
    id: 'timeline.kind.every',
    label: 'Timeline: every kind of entries',
    group: 'View',
    isAvailable: () => isOnTimeline() && timelineView.getState().kind !== undefined,
    run: () => setKind(undefined),
  },
  ...(Object.keys(kindWords) as RowKind[]).map(
    (kind): AppAction => ({
      id: `timeline.kind.${kind}`,
      label: `Timeline, kind of entries: ${kindWords[kind]}`,
      group: 'View',
      isAvailable: () => isOnTimeline() && timelineView.getState().kind !== kind,
      run: () => setKind(kind),
    }),
  ),
  {
    id: 'timeline.conflicts',
    label: 'Settle conflicts',
    group: 'Record',
    // Wherever the status line counts them.
    isAvailable: () => viewStore.getState().screen !== 'library' && hasConflicts(),
    run: () => openDialog({ name: 'conflicts' }),
  },
];

const hasConflicts = (): boolean => {
  const { open } = incidentStore.getState();
  return open !== undefined && [...open.state.writes.values()].some((writes) => writes.length > 1);
};
