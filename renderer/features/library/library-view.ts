import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { IncidentFilter } from './list-incidents.ts';

/** What the list shows of itself; kept while other screens are open. */
interface LibraryView {
  readonly filter: IncidentFilter;
}

const libraryView = createStore<LibraryView>(() => ({ filter: 'all' }));
export const useIncidentFilter = (): IncidentFilter => useStore(libraryView, ({ filter }) => filter);
export const setIncidentFilter = (filter: IncidentFilter): void => libraryView.setState({ filter });

export const filterNames: Readonly<Record<IncidentFilter, string>> = {
  all: 'All',
  open: 'Open',
  'in-review': 'In review',
  drills: 'Drills',
};
