import { basename } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { replaceFile } from './durable-file.ts';
import type { FileLayer } from './file-layer.ts';
import { StorageError } from './storage-failure.ts';

export interface JsonStoreDeps<T> {
  readonly files: FileLayer;
  /** In a folder that exists when it is saved. */
  readonly path: string;
  readonly defaults: T;
  /** What is wrong with what was read, or null. */
  readonly faultOf: (content: unknown) => string | null;
  /** Keeps a second copy of the newest content that was good, and falls back on that before it does on the default. */
  readonly keepsLastGood: boolean;
  readonly newToken: () => string;
}

export interface JsonStore<T> {
  readonly value: () => T;
  /** Takes in what another run has saved since; what cannot be used is set aside as at the start. */
  readonly refresh: () => Promise<void>;
  /** Durable once settled; the old file stays whole when it throws. */
  readonly save: (value: T) => Promise<void>;
  /** Says where a file that could not be used was put, why, and what is in use; null while there was none. */
  readonly notice: () => string | null;
}

/** A JSON file by lowdb on our own durable replace. A file that cannot be used is set aside, never overwritten. */
export const openJsonStore = async <T>(deps: JsonStoreDeps<T>): Promise<JsonStore<T>> => {
  const { files, path } = deps;
  const lastGood = createLastGood(deps);
  let notice: string | null = null;
  /** The file that could not be used is still in its place. */
  let isStuck = false;
  const setAside = (): string => {
    const kept = `${path}.corrupt-${deps.newToken()}`;
    try {
      files.rename(path, kept);
      return `It was kept as ${basename(kept)}`;
    } catch (error) {
      isStuck = true;
      return `It could not be set aside (${String(error)})`;
    }
  };
  const fallBack = async (why: string, whatBecame: string): Promise<T | null> => {
    const good = lastGood.read();
    const other = store.data === deps.defaults ? 'the default' : 'what was read before';
    notice = `${path} ${why}. ${whatBecame}; ${good ? 'the last good one' : other} is in use.`;
    if (!good) return null;
    // Back in its place, or the next start would have to say so again. What cannot be written now is in use all the same.
    if (!isStuck) await quietly(() => replaceFile(files, path, good.bytes, deps.newToken()));
    return good.content;
  };
  const adapter: Adapter<T> = {
    read: async () => {
      const wasStuck = isStuck;
      isStuck = false;
      const found = readJson(deps, path);
      if ('fault' in found) {
        // A missing file with a good copy beside it was lost: the default is for who never saved one.
        if (found.why === 'missing') return lastGood.exists() ? fallBack('is gone', 'Nothing else was changed') : null;
        // What the disk would not read may be whole: it is none of ours to move.
        isStuck = found.why === 'unread';
        const whatBecame = isStuck ? 'It was left in its place' : setAside();
        return fallBack(`could not be used (${found.fault})`, whatBecame);
      }
      if (wasStuck) notice = null;
      await lastGood.keep(found.bytes);
      return found.content;
    },
    write: async (value) => {
      if (isStuck && files.stat(path)) throw new StorageError('EEXIST', `${path} could not be used`);
      const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
      await replaceFile(files, path, bytes, deps.newToken());
      await lastGood.keep(bytes);
    },
  };
  const store = new Low<T>(adapter, deps.defaults);
  let seen = fingerprintOf(deps);
  await store.read();
  return {
    value: () => store.data,
    refresh: async () => {
      const now = fingerprintOf(deps);
      if (now === seen && !isStuck) return;
      seen = now;
      await store.read();
    },
    save: async (value) => {
      const before = store.data;
      store.data = value;
      try {
        await store.write();
        seen = fingerprintOf(deps);
      } catch (error) {
        // In memory as on the disk: what was not saved is not in force.
        store.data = before;
        throw error;
      }
    },
    notice: () => notice,
  };
};

interface Good<T> {
  readonly content: T;
  readonly bytes: Uint8Array;
}

interface Unusable {
  readonly fault: string;
  /** `unread`: the disk gave no bytes to judge by. */
  readonly why: 'missing' | 'unread' | 'senseless';
}

const readJson = <T>({ files, faultOf }: JsonStoreDeps<T>, path: string): Good<T> | Unusable => {
  let bytes: Uint8Array | undefined;
  try {
    bytes = files.readFile(path);
    const content: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    const fault = faultOf(content);
    return fault === null ? { content: content as T, bytes } : { fault, why: 'senseless' };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = isMissing ? 'missing' : bytes === undefined ? 'unread' : 'senseless';
    return { fault: reasonOf(error), why };
  }
};

/** The second copy. Only ever made of bytes that were just read or written as good, so damage never reaches it. */
const createLastGood = <T>(deps: JsonStoreDeps<T>) => {
  const path = `${deps.path}.last-good`;
  const look = (): Good<T> | Unusable =>
    deps.keepsLastGood ? readJson(deps, path) : { fault: 'none is kept', why: 'missing' };
  const read = (): Good<T> | null => {
    const found = look();
    return 'fault' in found ? null : found;
  };
  return {
    read,
    exists: () => {
      const found = look();
      return !('fault' in found && found.why === 'missing');
    },
    keep: async (bytes: Uint8Array) => {
      if (!deps.keepsLastGood || isSame(read()?.bytes, bytes)) return;
      await quietly(() => replaceFile(deps.files, path, bytes, deps.newToken()));
    },
  };
};

const isSame = (a: Uint8Array | undefined, b: Uint8Array) => a !== undefined && Buffer.compare(a, b) === 0;

/** The copy is a help, no promise: on a disk that takes nothing the file itself is still there and counts. */
const quietly = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch {
    // Tried again at the next start and the next save.
  }
};

/** Changes whenever anybody has replaced the file. */
const fingerprintOf = <T>({ files, path }: JsonStoreDeps<T>): string => {
  try {
    const facts = files.stat(path);
    return facts === null ? '' : `${facts.identity}:${facts.size}:${facts.modifiedMs}`;
  } catch (error) {
    return String(error);
  }
};
