import type { IncidentSummary } from '../../shared/incident/summary.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { request } from '../bridge/bridge.ts';
import { type IncidentStoreState, incidentStore } from './incident-store.ts';
import { type Screen, viewStore } from './view-store.ts';

/** Where a person was when the window closed. */
export interface LastPlace {
  readonly incident: IncidentId;
  readonly screen: Screen;
}

/**
 * What the next start opens. A running incident goes before everything; with several, the library asks which. Without
 * one it is what was open last, as long as it is not closed out.
 * @param isReloaded the page has died and was loaded again under somebody's eyes: where one was needs no asking
 */
export const placeToResume = (
  incidents: readonly Pick<IncidentSummary, 'id' | 'status'>[],
  last: LastPlace | null,
  isReloaded: boolean,
): LastPlace | undefined => {
  if (isReloaded) return incidents.some(({ id }) => id === last?.incident) ? inIncident(last) : undefined;
  const running = incidents.filter(({ status }) => status === 'open');
  const [only] = running;
  if (only) {
    if (running.length > 1) return undefined;
    return (last?.incident === only.id && inIncident(last)) || { incident: only.id, screen: 'console' };
  }
  const isOpenStill = incidents.some(({ id, status }) => id === last?.incident && status === 'restored');
  return isOpenStill ? inIncident(last) : undefined;
};

/** A screen that lies over the console begins with what is under it. */
const inIncident = (last: LastPlace | null): LastPlace | undefined =>
  last === null || last.screen === 'library'
    ? undefined
    : { incident: last.incident, screen: last.screen === 'review' ? 'review' : 'console' };

/**
 * Keeps the last place from now on; call once. That of the last run stays until an incident is open: before, a window
 * has been nowhere.
 */
export const rememberPlaces = (): void => {
  let said = JSON.stringify(null);
  const remember = (): void => {
    const { open }: IncidentStoreState = incidentStore.getState();
    const place = open ? { incident: open.id, screen: viewStore.getState().screen } : null;
    const text = JSON.stringify(place);
    if (text === said) return;
    said = text;
    void request('place:remember', place);
  };
  incidentStore.subscribe(remember);
  viewStore.subscribe(remember);
};
