import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { type LibraryProcessOptions, optionsFlag } from '../library/protocol.ts';
import type { LibraryProcess } from './library-client.ts';

/** Forks the library process from the bundle that lies beside main's own. */
export const startLibraryProcess = (bundle: string, options: LibraryProcessOptions): LibraryProcess => {
  const child = utilityProcess.fork(join(bundle, 'library.js'), [`${optionsFlag}${JSON.stringify(options)}`], {
    serviceName: 'Holdfast library',
  });
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    kill: () => child.kill(),
  };
};
