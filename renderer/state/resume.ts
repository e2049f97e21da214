import { appStore } from './app-store.ts';
import { openIncident } from './incident-store.ts';
import { type LastPlace, placeToResume } from './last-place.ts';
import { focusEntryLine, showScreen } from './view-store.ts';

/** What this start goes back to, once the library is read. */
export const findPlaceToResume = (): LastPlace | undefined => {
  const { incidents, info } = appStore.getState();
  return placeToResume(incidents ?? [], info?.last ?? null);
};

/** Goes back to where one was, most of all after a crash. */
export const resumePlace = async ({ incident, screen }: LastPlace): Promise<void> => {
  if (!(await openIncident(incident))) return;
  showScreen(screen);
  if (screen === 'console') focusEntryLine();
};
