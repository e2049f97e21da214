import { useSyncExternalStore } from 'react';
import type { IncidentId } from '../../shared/record/ids.ts';
import { request, subscribe } from '../bridge/bridge.ts';

/** The incident that the console has open, as the main process tells it. */
export interface MeantIncident {
  readonly incident: IncidentId | null;
  readonly title: string;
}

let meant: MeantIncident | undefined;
const listeners = new Set<() => void>();

/** Call once where a capture window starts. */
export const listenForIncident = (): (() => void) => {
  const stop = subscribe('window:incident', (told) => {
    meant = told;
    for (const listener of listeners) listener();
  });
  // The window opened after the console had said it.
  void request('window:incident', null);
  return stop;
};

/** Missing until the main process has said anything. */
export const useMeantIncident = (): MeantIncident | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => meant,
  );

/** Says which incident this window has open, so that capture and the title name it. */
export const tellIncident = (incident: IncidentId | null, title: string): void => {
  void request('window:incident', { incident, title });
};

/** Hides the capture window; the focus goes back to where it was. */
export const hideCapture = (): void => {
  void request('window:show', { window: 'none' });
};

/** Opens the one line that lies over everything. */
export const showCapture = (): void => {
  void request('window:show', { window: 'capture' });
};

/** Brings the console to the front, for what one line cannot do. */
export const showConsole = (): void => {
  void request('window:show', { window: 'console' });
};
