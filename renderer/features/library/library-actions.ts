import type { AppAction } from '../../state/action.ts';
import { appStore, globalKeyOf, shownIncidents } from '../../state/app-store.ts';
import { closeIncident, incidentStore, openIncident } from '../../state/incident-store.ts';
import { openDialog, showScreen, viewStore } from '../../state/view-store.ts';
import { filterNames, setIncidentFilter } from './library-view.ts';
import { incidentFilters, listIncidents } from './list-incidents.ts';

export const libraryActions: readonly AppAction[] = [
  {
    id: 'library.declare',
    label: 'Declare incident',
    group: 'Library',
    keys: 'Ctrl+N',
    // Global: here for desktops that refuse global keys.
    get alsoKeys() {
      return [globalKeyOf('declare')].filter((keys) => keys !== '');
    },
    isAvailable: () => appStore.getState().info?.library.readOnly === null,
    run: () => openDialog({ name: 'declare' }),
  },
  {
    id: 'library.show',
    label: 'Show the library',
    group: 'Library',
    keys: 'Ctrl+L',
    isAvailable: () => viewStore.getState().screen !== 'library',
    run: () => showScreen('library'),
  },
  {
    id: 'library.resume',
    label: 'Back to the incident',
    group: 'Library',
    isAvailable: () => incidentStore.getState().open !== undefined && viewStore.getState().screen !== 'console',
    run: () => showScreen('console'),
  },
  {
    id: 'library.close',
    label: 'Leave this incident',
    group: 'Library',
    isAvailable: () => incidentStore.getState().open !== undefined,
    run: () => {
      closeIncident();
      showScreen('library');
    },
  },
  {
    id: 'library.search',
    label: 'Search the library',
    group: 'Library',
    isAvailable: () => true,
    run: () => {
      showScreen('library');
      // After the screen is drawn.
      requestAnimationFrame(() => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus());
    },
  },
  ...incidentFilters.map(
    (filter): AppAction => ({
      id: `library.filter.${filter}`,
      label: `Library: ${filterNames[filter].toLowerCase()} incidents`,
      group: 'Library',
      isAvailable: () => viewStore.getState().screen === 'library',
      run: () => setIncidentFilter(filter),
    }),
  ),
];

const mostIncidents = 20;

/** The newest incidents by their titles, marked while they are not checked; the rest are found in the library. */
export const libraryChoices = (): readonly AppAction[] => {
  const app = appStore.getState();
  const mark = app.incidents ? '' : ' (as last seen)';
  return listIncidents(shownIncidents(app) ?? [], 'all', '')
    .slice(0, mostIncidents)
    .map(({ id, key, title }) => ({
      id: `library.open.${id}`,
      label: `Open ${key === undefined ? title : `${key}, ${title}`}${mark}`,
      group: 'Library',
      isAvailable: () => true,
      run: () => {
        void openIncident(id).then((isOpen) => {
          if (isOpen) showScreen('console');
        });
      },
    }));
};
