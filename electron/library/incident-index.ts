import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { ensureFolder } from './durable-file.ts';
import type { FileLayer } from './file-layer.ts';
import { openJsonStore } from './json-store.ts';
import { type StorageFailure, toStorageFailure } from './storage-failure.ts';

/** Summaries of incidents, so that the list needs no journal. Disposable: deleting it costs the next start some time. */
export interface IncidentIndex<Summary> {
  /** Undefined when nothing is known of the incident as its files are now. */
  read(incident: IncidentId, journalFolder: string): Summary | undefined;
  write(incident: IncidentId, journalFolder: string, summary: Summary): void;
  /**
   * Drops what is kept of an incident at once, on the disk too: a text in it was redacted. Earlier indexes that could
   * not be read and were set aside go as well: nobody can say what of it they hold.
   */
  forget(incident: IncidentId): Promise<Result<null, StorageFailure>>;
  /** A failure is swallowed: it costs nothing but speed. */
  save(): Promise<void>;
  /** As in `JsonStore`. */
  notice(): string | null;
}

interface Entry<Summary> {
  readonly fingerprint: string;
  readonly summary: Summary;
}
interface IndexFile<Summary> {
  /** Of the app that wrote it: another version may summarise differently. */
  readonly version: string;
  readonly entries: Record<string, Entry<Summary>>;
}

/** @param folder null: nothing is kept on the disk */
export const openIncidentIndex = async <Summary>(
  files: FileLayer,
  folder: string | null,
  version: string,
  newToken: () => string,
): Promise<IncidentIndex<Summary>> => {
  const empty = (): IndexFile<Summary> => ({ version, entries: {} });
  const faultOf = (content: unknown) => (isIndex(content) ? null : 'no index');
  const path = folder === null ? null : join(folder, 'index.json');
  if (folder !== null) removeLeftCopies(files, folder);
  const store =
    path === null
      ? null
      : await openJsonStore<IndexFile<Summary>>({
          files,
          path,
          defaults: empty(),
          faultOf,
          keepsLastGood: false,
          newToken,
        });
  const found = store?.value();
  const entries = new Map(found?.version === version ? Object.entries(found.entries) : []);
  let isChanged = false;
  const writeAll = async () => {
    if (!store || folder === null || !isChanged) return;
    isChanged = false;
    try {
      if (!files.stat(folder)) await makeFolders(files, folder);
      await store.save({ version, entries: Object.fromEntries(entries) });
    } catch (error) {
      isChanged = true;
      throw error;
    }
  };
  const writeOrRemove = async () => {
    try {
      await writeAll();
    } catch (error) {
      // A disk without room still lets go of a file, and the index is disposable.
      if (path === null || folder === null || !files.stat(path)) throw error;
      files.remove(path);
      await files.flushFolder(folder);
    }
  };
  const removeSetAside = async () => {
    if (path === null || folder === null || !files.stat(folder)) return;
    const setAside = files.list(folder).filter((name) => name.startsWith('index.json.'));
    for (const name of setAside) files.remove(join(folder, name));
    if (setAside.length > 0) await files.flushFolder(folder);
  };
  return {
    read: (incident, journalFolder) => {
      const entry = entries.get(incident);
      return entry && entry.fingerprint !== '' && entry.fingerprint === fingerprintOf(files, journalFolder)
        ? entry.summary
        : undefined;
    },
    write: (incident, journalFolder, summary) => {
      entries.set(incident, { fingerprint: fingerprintOf(files, journalFolder), summary });
      isChanged = true;
    },
    forget: async (incident) => {
      // The file may hold what this run has not read, or has dropped already: it is written anew in any case.
      entries.delete(incident);
      isChanged = true;
      try {
        await writeOrRemove();
        await removeSetAside();
        return ok(null);
      } catch (error) {
        return err(toStorageFailure(error));
      }
    },
    save: async () => {
      try {
        await writeAll();
      } catch {
        // The journals hold everything that the index says.
      }
    },
    notice: () => store?.notice() ?? null,
  };
};

/** Copies that a crash left while the index was being saved: a text that is redacted later must not survive in one. */
const removeLeftCopies = (files: FileLayer, folder: string): void => {
  try {
    for (const name of files.stat(folder) ? files.list(folder) : [])
      if (/^index\.json\.\w+\.tmp$/.test(name)) files.remove(join(folder, name));
  } catch {
    // A folder that cannot be written takes no index either; the journals hold everything that it says.
  }
};

/** Changes with every append, new file, replaced file and removed file; '' where nothing can be told. */
const fingerprintOf = (files: FileLayer, journalFolder: string): string => {
  return namesIn(files, journalFolder)
    .map((name) => {
      const facts = files.stat(join(journalFolder, name));
      return `${name}:${facts?.identity}:${facts?.size}:${facts?.modifiedMs}`;
    })
    .join('|');
};

const namesIn = (files: FileLayer, folder: string): readonly string[] => {
  try {
    return files.list(folder);
  } catch {
    return [];
  }
};

const makeFolders = async (files: FileLayer, folder: string): Promise<void> => {
  const parent = dirname(folder);
  if (!files.stat(parent) && parent !== folder) await makeFolders(files, parent);
  await ensureFolder(files, parent, [folder.slice(parent.length).replace(/^[\\/]/, '')]);
};

const isIndex = (content: unknown): boolean =>
  isObject(content) &&
  'version' in content &&
  isObject(content.entries) &&
  Object.values(content.entries).every(isEntry);

const isEntry = (entry: unknown): boolean =>
  isObject(entry) && typeof entry.fingerprint === 'string' && isObject(entry.summary);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
