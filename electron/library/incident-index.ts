import { dirname, join } from 'node:path';
import { byText } from '../../shared/kernel/by-text.ts';
import { isObject } from '../../shared/kernel/is-object.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { ensureFolder } from './durable-file.ts';
import type { FileLayer } from './file-layer.ts';
import { openJsonStore } from './json-store.ts';
import { sha256 } from './sha256.ts';
import { type StorageFailure, toStorageFailure } from './storage-failure.ts';

/** Summaries of incidents, so that the list needs no journal. Disposable: deleting it costs the next start some time. */
export interface IncidentIndex<Summary> {
  /**
   * All that the last whole list held, in the order of their ids; no file is asked whether it still holds. Null when
   * there was none, or something was dropped since.
   */
  lastSeen(): readonly Summary[] | null;
  /** Undefined when nothing is known of the incident as its files are now. */
  read(incident: IncidentId, journalFolder: string): Summary | undefined;
  /** @param fingerprint of the journals from before they were read: what came meanwhile must not look known */
  write(incident: IncidentId, fingerprint: string, summary: Summary): void;
  /** What is kept of it is no longer true, and nothing better can be kept: until it can, the index is not whole. */
  drop(incident: IncidentId): void;
  /**
   * These incidents make the whole list. What is kept of others goes with the next save where the incident `isGone`; else
   * it stays for the next list, and the index is not whole.
   */
  setListed(incidents: readonly IncidentId[], isGone: (incident: IncidentId) => boolean): void;
  /**
   * Drops what is kept of incidents at once, on the disk too: a text in them was redacted. Indexes of other libraries and
   * places go whole where they hold one of them, and indexes that could not be read and were set aside in any case:
   * nobody can say what of it they hold. The same for all that lies in the cache while this library has no index.
   */
  forget(incidents: readonly IncidentId[]): Promise<Result<null, StorageFailure>>;
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
  /** False while an incident of the last list may be missing. */
  readonly isWhole: boolean;
  readonly entries: Record<string, Entry<Summary>>;
}

/** Where the index of a library lies: one for each library and place, so that none shows the incidents of another. */
export const indexFolderOf = (cacheFolder: string, libraryId: string, libraryFolder: string): string =>
  join(cacheFolder, sha256(`${libraryId} ${libraryFolder}`).slice(0, 16));

/** Where indexes lie on the disk. */
export interface IndexPlace {
  /** Holds the indexes of all libraries; null: nothing is kept on the disk. */
  readonly cacheFolder: string | null;
  /** Of this library alone, in the cache folder; null while the library has no identity to name it by. */
  readonly folder: string | null;
}

/**
 * Reads what is kept; an index of another version of the app, or a damaged one, counts as empty.
 * @param version of the app: another one may summarise differently
 */
export const openIncidentIndex = async <Summary>(
  files: FileLayer,
  { cacheFolder, folder }: IndexPlace,
  version: string,
  newToken: () => string,
): Promise<IncidentIndex<Summary>> => {
  const empty = (): IndexFile<Summary> => ({ version, isWhole: false, entries: {} });
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
  const stored = store?.value();
  const found = stored?.version === version ? stored : empty();
  const entries = new Map(Object.entries(found.entries));
  let { isWhole } = found;
  let isChanged = false;
  const drop = (incident: IncidentId) => {
    if (!entries.delete(incident)) return;
    isWhole = false;
    isChanged = true;
  };
  const writeAll = async () => {
    if (!store || folder === null || !isChanged) return;
    isChanged = false;
    try {
      if (!files.stat(folder)) await makeFolders(files, folder);
      await store.save({ version, isWhole, entries: Object.fromEntries(entries) });
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
  const removeOthers = async (incidents: readonly IncidentId[]) => {
    for (const other of cacheFolder === null ? [] : indexFoldersIn(files, cacheFolder)) {
      const isGone = (name: string) => {
        if (name !== 'index.json') return name.startsWith('index.json.');
        if (other === folder) return false;
        const text = Buffer.from(files.readFile(join(other, name))).toString('latin1');
        return incidents.some((incident) => text.includes(incident));
      };
      const gone = files.list(other).filter(isGone);
      for (const name of gone) files.remove(join(other, name));
      if (gone.length > 0) await files.flushFolder(other);
    }
  };
  return {
    lastSeen: () => (isWhole ? [...entries].sort(byText(([name]) => name)).map(([, { summary }]) => summary) : null),
    read: (incident, journalFolder) => {
      const entry = entries.get(incident);
      return entry && entry.fingerprint !== '' && entry.fingerprint === fingerprintOf(files, journalFolder)
        ? entry.summary
        : undefined;
    },
    write: (incident, fingerprint, summary) => {
      entries.set(incident, { fingerprint, summary });
      isChanged = true;
    },
    drop,
    setListed: (incidents, isGone) => {
      const listed = new Set<string>(incidents);
      const gone = [...entries.keys()].filter((id) => !listed.has(id) && isGone(id as IncidentId));
      for (const incident of gone) entries.delete(incident);
      const isWholeNow = entries.size === listed.size;
      isChanged ||= gone.length > 0 || isWhole !== isWholeNow;
      isWhole = isWholeNow;
    },
    forget: async (incidents) => {
      // The file may hold what this run has not read, or has dropped already: it is written anew in any case.
      for (const incident of incidents) drop(incident);
      isChanged = true;
      try {
        await writeOrRemove();
        await removeOthers(incidents);
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

/**
 * Those of all libraries, and the cache folder itself: earlier builds had one index for all there. Throws where a folder
 * cannot be read: what lies in it may be what has to go.
 */
const indexFoldersIn = (files: FileLayer, cacheFolder: string): readonly string[] =>
  files.stat(cacheFolder)
    ? [cacheFolder, ...files.list(cacheFolder).map((name) => join(cacheFolder, name))].filter(
        (path) => files.stat(path)?.isFolder,
      )
    : [];

/** Changes with every append, new file, replaced file and removed file; '' where nothing can be told. */
export const fingerprintOf = (files: FileLayer, journalFolder: string): string =>
  namesIn(files, journalFolder)
    .map((name) => {
      try {
        const facts = files.stat(join(journalFolder, name));
        return `${name}:${facts?.identity}:${facts?.size}:${facts?.modifiedMs}`;
      } catch (error) {
        // One name that cannot even be looked at must not keep all incidents from being listed.
        return `${name}:${String(error)}`;
      }
    })
    .join('|');

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
  typeof content.isWhole === 'boolean' &&
  isObject(content.entries) &&
  Object.values(content.entries).every(isEntry);

const isEntry = (entry: unknown): boolean =>
  isObject(entry) && typeof entry.fingerprint === 'string' && isObject(entry.summary);
