import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { type LibraryProcessOptions, type MirrorProcessOptions, optionsFlag } from '../library/protocol.ts';
import type { LibraryProcess } from './library-client.ts';
import type { MirrorProcess } from './mirror-follower.ts';

/** Forks the process that follows a library into its mirror. */
export const startMirrorProcess = (bundle: string, options: MirrorProcessOptions): MirrorProcess => {
  const child = utilityProcess.fork(join(bundle, 'mirror.js'), [`${optionsFlag}${JSON.stringify(options)}`], {
    serviceName: 'Holdfast mirror',
  });
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    kill: () => child.kill(),
  };
};

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
