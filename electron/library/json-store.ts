import { type Adapter, Low } from 'lowdb';
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
  readonly newToken: () => string;
}

export interface JsonStore<T> {
  readonly value: () => T;
  /** Takes in what another run has saved since; what cannot be used is set aside as at the start. */
  readonly refresh: () => Promise<void>;
  /** Durable once settled; the old file stays whole when it throws. */
  readonly save: (value: T) => Promise<void>;
  /** Says where a file that could not be used was put, and why; null while there was none. */
  readonly notice: () => string | null;
}

/** A JSON file by lowdb on our own durable replace. A file that cannot be used is set aside, never overwritten. */
export const openJsonStore = async <T>(deps: JsonStoreDeps<T>): Promise<JsonStore<T>> => {
  let notice: string | null = null;
  /** The file that could not be used is still in its place. */
  let isStuck = false;
  const setAside = (why: string) => {
    const kept = `${deps.path}.corrupt-${deps.newToken()}`;
    try {
      deps.files.rename(deps.path, kept);
      notice = `${deps.path} could not be used (${why}). It was kept as ${kept}, and the default is in use.`;
    } catch (error) {
      isStuck = true;
      notice = `${deps.path} could not be used (${why}) nor set aside (${String(error)}). The default is in use.`;
    }
  };
  const adapter: Adapter<T> = {
    read: async () => {
      if (!deps.files.stat(deps.path)) return null;
      try {
        const content: unknown = JSON.parse(Buffer.from(deps.files.readFile(deps.path)).toString('utf8'));
        const fault = deps.faultOf(content);
        if (fault === null) return content as T;
        setAside(fault);
      } catch (error) {
        setAside(error instanceof Error ? error.message : String(error));
      }
      return null;
    },
    write: async (value) => {
      if (isStuck && deps.files.stat(deps.path)) throw new StorageError('EEXIST', `${deps.path} could not be used`);
      await replaceFile(deps.files, deps.path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`), deps.newToken());
    },
  };
  const store = new Low<T>(adapter, deps.defaults);
  let seen = fingerprintOf(deps);
  await store.read();
  return {
    value: () => store.data,
    refresh: async () => {
      const now = fingerprintOf(deps);
      if (now === seen) return;
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

/** Changes whenever anybody has replaced the file. */
const fingerprintOf = <T>({ files, path }: JsonStoreDeps<T>): string => {
  const facts = files.stat(path);
  return facts === null ? '' : `${facts.identity}:${facts.size}:${facts.modifiedMs}`;
};
