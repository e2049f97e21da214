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
 */
export const placeToResume = (
  incidents: readonly Pick<IncidentSummary, 'id' | 'status'>[],
  last: LastPlace | null,
): LastPlace | undefined => {
  const running = incidents.filter(({ status }) => status === 'open');
  const [only] = running;
  if (only) {
    if (running.length > 1) return undefined;
    return { incident: only.id, screen: last?.incident === only.id && last.screen === 'review' ? 'review' : 'console' };
  }
  const isOpenStill = incidents.some(({ id, status }) => id === last?.incident && status === 'restored');
  return last && isOpenStill && (last.screen === 'console' || last.screen === 'review') ? last : undefined;
};

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
