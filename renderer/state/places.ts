import type { Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { type MirrorStatus, type RequestFailure, type RestoreReport, request, subscribe } from '../bridge/bridge.ts';
import { appStore, setLibraryStatus } from './app-store.ts';
import { announce, openDialog } from './view-store.ts';

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

/** Offers a bundle that the app was opened with, now and whenever one is. */
export const listenForOffers = (): void => {
  const offer = (name: string) => openDialog({ name: 'restore', offered: name });
  subscribe('restore:offer', offer);
  const offered = appStore.getState().info?.offered;
  if (offered) offer(offered);
};
