import { basename, dirname, resolve } from 'node:path';
import type { FileLayer } from './file-layer.ts';

/** Whether `inner` is the folder `outer` or lies below it, whatever links lead there. @throws what the file layer throws */
export const liesIn = (files: FileLayer, outer: string, inner: string): boolean => {
  const sought = files.stat(outer)?.identity;
  for (let path = resolve(inner); ; path = dirname(path)) {
    if (path === resolve(outer) || (sought !== undefined && files.stat(path)?.identity === sought)) return true;
    if (path === dirname(path)) return false;
  }
};

/**
 * Whether a file that somebody names as the place of an export or a bundle lies among the record's own files, which it
 * would replace. Exports and evidence have folders of their own there.
 */
export const liesInRecord = (files: FileLayer, library: string, path: string): boolean =>
  !['exports', 'evidence'].includes(basename(dirname(path))) && liesIn(files, library, dirname(path));
