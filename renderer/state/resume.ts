import { appStore, shownIncidents } from './app-store.ts';
import { incidentStore, openIncident } from './incident-store.ts';
import { type LastPlace, placeToResume } from './last-place.ts';
import { focusEntryLine, showScreen, viewStore } from './view-store.ts';

let hasReached = false;

/** Keys and presses count as something begun as soon as there are rows to reach for. */
export const watchForReaching = (): void => {
  const note = (event: Event) => {
    const isModifierAlone = 'key' in event && modifiers.has(event.key);
    hasReached ||= !isModifierAlone && shownIncidents(appStore.getState()) !== undefined;
  };
  // Before whoever takes the event for itself.
  for (const name of ['keydown', 'pointerdown']) document.addEventListener(name, note, true);
};
/** What a window gets when it is only switched to. */
const modifiers: ReadonlySet<unknown> = new Set(['Alt', 'Control', 'Meta', 'Shift']);

/** What this start goes back to, once the library is checked. Nothing when the person has begun something meanwhile. */
export const findPlaceToResume = (): LastPlace | undefined => {
  const { incidents, info } = appStore.getState();
  return isIncidentBegun() || isElseBegun()
    ? undefined
    : placeToResume(incidents ?? [], info?.last ?? null, isReloaded());
};

/** Nobody reloads this page but main, when its process has died. */
const isReloaded = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');

/** Goes back to where one was, most of all after a crash. What the person has begun meanwhile stays in front. */
export const resumePlace = async ({ incident, screen }: LastPlace): Promise<void> => {
  // Between the finding and this the console was fetched.
  if (isIncidentBegun() || isElseBegun()) return;
  if (!(await openIncident(incident)) || isElseBegun()) return;
  showScreen(screen);
  if (screen === 'console') focusEntryLine();
};

const isIncidentBegun = (): boolean => {
  const { open, loading } = incidentStore.getState();
  return open !== undefined || loading !== undefined;
};

const isElseBegun = (): boolean => {
  const { screen, dialog } = viewStore.getState();
  return screen !== 'library' || dialog !== undefined || hasReached || isTyping();
};

/** Words of a search may have been typed before there were rows. */
const isTyping = (): boolean => {
  const focused = document.activeElement;
  return focused !== null && 'value' in focused && focused.value !== '';
};
