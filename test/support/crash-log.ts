import { basename, dirname } from 'node:path';
import type { AppendFile, FileLayer } from '../../electron/library/file-layer.ts';

/** A change of one folder's names. */
export type NameStep =
  | {
      readonly kind: 'add';
      readonly folder: string;
      readonly name: string;
      readonly node: string;
      readonly isFolder: boolean;
    }
  | {
      readonly kind: 'rename';
      readonly folder: string;
      readonly from: string;
      readonly name: string;
      readonly node: string;
    }
  | { readonly kind: 'remove'; readonly folder: string; readonly name: string };

/** What a disk is asked to do, in order; files and folders by their identity. */
export type DiskStep<Note> =
  | NameStep
  | { readonly kind: 'write'; readonly node: string; readonly bytes: Uint8Array }
  /** Came back: what was written before it began is durable. */
  | { readonly kind: 'flush'; readonly node: string; readonly size: number }
  | { readonly kind: 'flush-failed'; readonly node: string }
  | { readonly kind: 'flush-folder'; readonly folder: string; readonly names: number }
  /** Something that was said to a person at this moment. */
  | { readonly kind: 'note'; readonly note: Note };

export interface CrashLog<Note> {
  readonly files: FileLayer;
  readonly steps: DiskStep<Note>[];
}

/**
 * A file layer that writes down all that could be lost in a power cut. A flush takes a turn of the event loop, so that
 * whoever answers without waiting for it is seen to have answered before.
 */
export const createCrashLog = <Note>(inner: FileLayer): CrashLog<Note> => {
  const steps: DiskStep<Note>[] = [];
  const identityOf = (path: string) => inner.stat(path)?.identity ?? '';
  const namesIn = new Map<string, number>();
  const name = (step: NameStep) => {
    steps.push(step);
    namesIn.set(step.folder, (namesIn.get(step.folder) ?? 0) + 1);
  };
  const add = (path: string, isFolder: boolean) =>
    name({ kind: 'add', folder: identityOf(dirname(path)), name: basename(path), node: identityOf(path), isFolder });
  const flush = async (node: string, size: number, work: () => Promise<void>) => {
    await nextTurn();
    try {
      await work();
    } catch (error) {
      steps.push({ kind: 'flush-failed', node });
      throw error;
    }
    steps.push({ kind: 'flush', node, size });
  };
  const logged = (file: AppendFile): AppendFile => ({
    ...file,
    write: (bytes) => {
      const count = file.write(bytes);
      if (count > 0) steps.push({ kind: 'write', node: file.identity, bytes: bytes.slice(0, count) });
      return count;
    },
    flush: () => flush(file.identity, file.facts().size, file.flush),
  });
  return {
    steps,
    files: {
      ...inner,
      createFile: (path) => {
        const file = inner.createFile(path);
        add(path, false);
        return logged(file);
      },
      openFile: (path) => logged(inner.openFile(path)),
      flushFile: (path) => flush(identityOf(path), inner.stat(path)?.size ?? 0, () => inner.flushFile(path)),
      flushFolder: async (path) => {
        const folder = identityOf(path);
        const names = namesIn.get(folder) ?? 0;
        await nextTurn();
        await inner.flushFolder(path);
        steps.push({ kind: 'flush-folder', folder, names });
      },
      rename: (from, to) => {
        const [folder, node] = [identityOf(dirname(from)), identityOf(from)];
        inner.rename(from, to);
        name({ kind: 'rename', folder, from: basename(from), name: basename(to), node });
      },
      remove: (path) => {
        const folder = identityOf(dirname(path));
        inner.remove(path);
        name({ kind: 'remove', folder, name: basename(path) });
      },
      makeFolder: (path) => {
        inner.makeFolder(path);
        add(path, true);
      },
    },
  };
};

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
