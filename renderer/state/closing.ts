import { request, subscribe } from '../bridge/bridge.ts';
import { areDraftsWritten, flushDrafts } from './drafts.ts';
import { isExecuting, whenAnswered } from './incident-store.ts';

/** The app is about to close: puts on the disk what is typed here, waits for what is being recorded, and says so. */
export const listenForClosing = (): (() => void) =>
  subscribe('app:closing', () => {
    void putAway().then(() => request('window:closed-ready', null));
  });

/** Settles when nothing of this window is on its way to the disk any more. */
const putAway = async (): Promise<void> => {
  do {
    await flushDrafts();
    await whenAnswered();
    // Whoever waited for an answer first does what follows from it: a recorded text gives up its draft.
    await new Promise((resolve) => setTimeout(resolve));
  } while (!areDraftsWritten() || isExecuting());
};
