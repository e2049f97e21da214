import type { Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { type MirrorStatus, type RequestFailure, type RestoreReport, request, subscribe } from '../bridge/bridge.ts';
import { appStore, setLibraryStatus } from './app-store.ts';
import { announce, openDialog, viewStore } from './view-store.ts';

export type { MirrorStatus, RestoreReport };

/** Asks where to and writes a bundle: of one incident, or (null) of the whole library. Says how it went. */
export const saveBundle = async (incident: IncidentId | null): Promise<void> => {
  const reply = await request('bundle:save', { incident });
  if (!reply.ok) announce(reply.error.sentence, 'refused');
  else if (reply.value !== null) {
    const { path, left } = reply.value;
    if (left.length === 0) announce(`Bundle saved: ${path}`);
    else announce(`Bundle saved without ${left.length} files that could not be read: ${path}`, 'refused');
  }
};

/** Asks for a bundle or for a folder with a library. Its name, or null when the person gave up. */
export const chooseRestore = (from: 'file' | 'folder'): Promise<Result<string | null, RequestFailure>> =>
  request('restore:choose', { from });

/** Takes in what was chosen last. */
export const runRestore = (whatIsWhole: boolean): Promise<Result<RestoreReport, RequestFailure>> =>
  request('restore:run', { whatIsWhole });

export const startMirror = async (): Promise<void> => {
  const reply = await request('mirror:choose', null);
  if (!reply.ok) announce(reply.error.sentence, 'refused');
  else if (reply.value !== null) {
    setLibraryStatus(reply.value);
    announce(`This library is mirrored to ${reply.value.mirror?.folder ?? 'that folder'} from now on.`);
  }
};

export const stopMirror = async (): Promise<void> => {
  const reply = await request('mirror:stop', null);
  if (!reply.ok) return announce(reply.error.sentence, 'refused');
  setLibraryStatus(reply.value);
  announce('The mirror is not followed any more. What is in it stays.');
};

/**
 * Offers a bundle that the app was opened with, now and whenever one is: at once, or when the dialog that is open is done.
 * Of several the last one counts, as for the main process. Call once, before the app is asked for anything.
 */
export const listenForOffers = (): void => {
  let waiting: string | undefined;
  const show = () => {
    const { dialog } = viewStore.getState();
    // The dialog of another offer gives way: what it would take in is the newest one.
    if (waiting === undefined || (dialog !== undefined && dialog.name !== 'restore')) return;
    const offered = waiting;
    waiting = undefined;
    openDialog({ name: 'restore', offered });
  };
  const offer = (name: string) => {
    waiting = name;
    show();
  };
  let isPushed = false;
  subscribe('restore:offer', (name) => {
    isPushed = true;
    offer(name);
  });
  const stop = appStore.subscribe(({ info }) => {
    if (!info) return;
    stop();
    // One that was pushed meanwhile is newer.
    if (info.offered && !isPushed) offer(info.offered);
  });
  // Whoever closes a dialog may go on to another screen at once, which would close this one too.
  viewStore.subscribe(() => queueMicrotask(show));
};
