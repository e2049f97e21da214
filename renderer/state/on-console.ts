import { incidentStore } from './incident-store.ts';
import { viewStore } from './view-store.ts';

/** True while an incident is open and the console shows it: most actions of the palette belong there. */
export const isOnConsole = (): boolean =>
  incidentStore.getState().open !== undefined && viewStore.getState().screen === 'console';

/** As `isOnConsole`, with the timeline in the middle: no draft, no hand-off. */
export const isOnTimeline = (): boolean => isOnConsole() && viewStore.getState().workspace.name === 'timeline';

/** As `isOnConsole`, where the incident also takes what is recorded. */
export const canRecordOnConsole = (): boolean => isOnConsole() && incidentStore.getState().open?.readOnly === null;
