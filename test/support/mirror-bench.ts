import { expect } from 'vitest';
import type { FileLayer } from '../../electron/library/file-layer.ts';
import { beginMirror, createMirror } from '../../electron/library/mirror.ts';
import type { EventId } from '../../shared/record/ids.ts';
import { createFaultFileLayer, type FaultFileLayer } from './fault-file-layer.ts';
import { aRequest, declare, type NotesLibrary, openNotesLibrary } from './memory-library.ts';

export const library = '/data/library';
let tokens = 0;
export const newToken = () => {
  tokens += 1;
  return `m${tokens}`;
};
export const mirrorOn = (files: FileLayer) =>
  createMirror({ files, library, mirror: '/mirror', newToken, nowMs: () => 1_000_000 });
export const openLibrary = (files: FaultFileLayer) => openNotesLibrary(files, { folder: library });
export const openMirror = (files: FaultFileLayer) => openNotesLibrary(files, { folder: '/mirror' });

export const begun = async () => {
  const files = createFaultFileLayer();
  const main = await openLibrary(files);
  await declare(main);
  files.makeFolder('/mirror');
  await files.flushFolder('/');
  expect(await beginMirror(files, library, '/mirror', newToken)).toEqual({ ok: true, value: '/mirror' });
  return { files, main, mirror: mirrorOn(files) };
};

/** Every file below a folder with its content, temporary ones left out. */
export const treeOf = (files: FileLayer, folder: string): Record<string, string> =>
  Object.fromEntries(
    files.list(folder).flatMap((name) => {
      const path = `${folder}/${name}`;
      // The last good playbook is made by whoever saves one, beside each playbook for itself.
      if (name.endsWith('.tmp') || name.endsWith('.last-good')) return [];
      if (!files.stat(path)?.isFolder) return [[name, Buffer.from(files.readFile(path)).toString()]];
      return Object.entries(treeOf(files, path)).map(([inner, content]) => [`${name}/${inner}`, content]);
    }),
  );
export const expectSame = (files: FileLayer) => expect(treeOf(files, '/mirror')).toEqual(treeOf(files, library));
export const redact = (main: NotesLibrary, event: EventId | undefined) =>
  main.execute(aRequest(`redact-${event}`, { type: 'Redact', event: event ?? '' }));

/** The layer with another folder at the place of the mirror: a stick that was pulled out and left its mount point. */
export const remounted = (files: FaultFileLayer, at: () => string): FileLayer =>
  new Proxy(files, {
    get: (target, method: keyof FaultFileLayer) => {
      const call = target[method];
      if (typeof call !== 'function') return call;
      const move = (given: unknown) => (typeof given === 'string' ? given.replace(/^\/mirror(?=\/|$)/, at()) : given);
      return (...given: unknown[]) => (call as (...all: unknown[]) => unknown)(...given.map(move));
    },
  });
