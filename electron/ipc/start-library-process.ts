import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { DocxProcess } from '../exports/docx/docx-process.ts';
import { type LibraryProcessOptions, type MirrorProcessOptions, optionsFlag } from '../library/protocol.ts';
import type { LibraryProcess } from './library-client.ts';
import type { MirrorProcess } from './mirror-follower.ts';

/** Forks the library process from the bundle that lies beside main's own. */
export const startLibraryProcess = (bundle: string, options: LibraryProcessOptions): LibraryProcess =>
  fork(join(bundle, 'library.js'), 'Holdfast library', options);

/** Forks the process that follows a library into its mirror. */
export const startMirrorProcess = (bundle: string, options: MirrorProcessOptions): MirrorProcess =>
  fork(join(bundle, 'mirror.js'), 'Holdfast mirror', options);

/** Forks a process that makes one Word document. */
export const startDocxProcess = (bundle: string): DocxProcess => fork(join(bundle, 'docx.js'), 'Holdfast document', {});

const fork = (program: string, serviceName: string, options: object) => {
  const child = utilityProcess.fork(program, [`${optionsFlag}${JSON.stringify(options)}`], { serviceName });
  return {
    postMessage: (message: unknown) => child.postMessage(message),
    // What the two processes say is their own protocol.
    onMessage: (listener: (message: never) => void) => {
      child.on('message', listener as (message: unknown) => void);
    },
    onExit: (listener: (code: number) => void) => {
      child.on('exit', listener);
    },
    kill: () => {
      child.kill();
    },
  };
};
