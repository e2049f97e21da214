import { appStore } from './app-store.ts';
import { incidentStore, openIncident } from './incident-store.ts';
import { type LastPlace, placeToResume } from './last-place.ts';
import { focusEntryLine, showScreen, viewStore } from './view-store.ts';

/** What this start goes back to, once the library is checked. Nothing when the person has begun something meanwhile. */
export const findPlaceToResume = (): LastPlace | undefined => {
  const { incidents, info } = appStore.getState();
  const { open, loading } = incidentStore.getState();
  return open || loading || !isAtStart() ? undefined : placeToResume(incidents ?? [], info?.last ?? null);
};

const isAtStart = (): boolean => {
  const { screen, dialog } = viewStore.getState();
  return screen === 'library' && dialog === undefined;
};

/** Goes back to where one was, most of all after a crash. What the person has begun meanwhile stays in front. */
export const resumePlace = async ({ incident, screen }: LastPlace): Promise<void> => {
  if (!(await openIncident(incident)) || !isAtStart()) return;
  showScreen(screen);
  if (screen === 'console') focusEntryLine();
};
