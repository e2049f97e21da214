import { dirname, join, resolve } from 'node:path';
import type { Instant } from '../../shared/kernel/instant.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { type Refusal, refuse } from '../../shared/record/rules.ts';
import { addFile, ensureFolder } from './durable-file.ts';
import type { FileLayer } from './file-layer.ts';
import { StorageError, toReadOnlyReason, toStorageFailure } from './storage-failure.ts';

const libraryVersion = 1;
export interface LibraryIdentity {
  readonly format: 'holdfast-library';
  readonly v: number;
  readonly id: string;
}

export interface LibraryFolder {
  readonly path: string;
  /** Null while the folder has no library.json and none could be written. */
  identity(): LibraryIdentity | null;
  /** Tries a real write. Null when the library can be written, else why not. */
  probe(): Promise<Refusal | null>;
  /** True when the library that this run found or made is not where it was: pulled out, or another one in its place. */
  isAway(): boolean;
  incidents(): readonly IncidentId[];
  /** Null while the incident has no folder. */
  folderOf(incident: IncidentId): string | null;
  /** The day in the name of its folder, also when that is gone meanwhile; null while it never had one. */
  dayOf(incident: IncidentId): string | null;
  /** A sentence for each folder that is not read, because its incident has another one here. */
  notices(): readonly string[];
  /** True when the folder of incidents can be read and holds none of this one. */
  isGone(incident: IncidentId): boolean;
  /**
   * Makes the incident's folder and its journal folder durable. Throws when the library is not where it was.
   * @param today a moment, or the day alone
   */
  ensureIncident(incident: IncidentId, today: Instant | string): Promise<string>;
}

export interface LibraryFolderDeps {
  readonly files: FileLayer;
  readonly path: string;
  /** False for a folder that a person named: a mistyped path, or a stick that is not in, must not become a new library. */
  readonly mayCreateParents: boolean;
  /**
   * The id of the library that lay here when somebody last looked. Then no other one is begun in its place, nor written
   * to: the folder where a stick was may be empty.
   */
  readonly expected?: string | null;
  readonly newId: () => string;
  readonly newToken: () => string;
}

/** The day and the incident that the name of a folder says; null for any other name. */
export const parseIncidentFolder = (name: string): { readonly day: string; readonly id: IncidentId } | null => {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})-([0-9A-HJKMNP-TV-Z]{26})$/.exec(name) ?? [];
  return day === undefined || id === undefined ? null : { day, id: id as IncidentId };
};

/** Looks at nothing yet and makes nothing: the first probe does, where it may. */
export const openLibraryFolder = (deps: LibraryFolderDeps): LibraryFolder => {
  const { files } = deps;
  const path = resolve(deps.path);
  const identityPath = join(path, 'library.json');
  const root = join(path, 'incidents');
  const foldersById = new Map<IncidentId, string>();
  const daysById = new Map<IncidentId, string>();
  /** By its path: a folder of an incident that has another one, and that one, which is used. */
  let twins: ReadonlyMap<string, string> = new Map();
  /** The library that was expected here, else the one that this run found or made at its start. */
  let known: string | null = deps.expected ?? null;

  const identity = () => readIdentity(files, identityPath);
  const list = () => {
    if (!files.stat(root)) return;
    const found = new Map<string, string>();
    for (const name of files.list(root)) {
      const { id, day } = parseIncidentFolder(name) ?? {};
      if (id === undefined || day === undefined) continue;
      const home = join(root, name);
      const used = foldersById.get(id) ?? home;
      if (used !== home) found.set(home, used);
      else daysById.set(id, day);
      foldersById.set(id, used);
    }
    twins = found;
  };
  const folderOf = (incident: IncidentId) => {
    const known = foldersById.get(incident);
    if (known && files.stat(known)) return known;
    foldersById.delete(incident);
    list();
    return foldersById.get(incident) ?? null;
  };

  const make = async () => {
    const missing: string[] = [];
    let base = path;
    while (!files.stat(base) && dirname(base) !== base) {
      missing.unshift(base.slice(dirname(base).length).replace(/^[\\/]/, ''));
      base = dirname(base);
    }
    if (missing.length > 1 && !deps.mayCreateParents) throw new StorageError('ENOENT', `${dirname(path)} is not there`);
    await ensureFolder(files, base, missing);
    if (files.stat(identityPath)) return;
    const made: LibraryIdentity = { format: 'holdfast-library', v: libraryVersion, id: deps.newId() };
    // Two runs that begin one library at the same time: the first to be there names it for both.
    await addFile(files, identityPath, Buffer.from(`${JSON.stringify(made)}\n`), deps.newToken());
  };

  const findOrMake = async () => {
    if (known === null) {
      await make();
      return identity();
    }
    // A stick that was pulled out leaves an empty place behind: looking again must not begin a second library there.
    if (!files.stat(identityPath)) throw new StorageError('ENOENT', 'library.json is gone');
    return identity();
  };

  /** Why nothing may be written into a library of this identity, whatever the disk allows. */
  const faultOf = (found: LibraryIdentity | null): LibraryFault | null => {
    if (!found) return 'library.foreign';
    if (found.v > libraryVersion) return 'library.newer';
    return known !== null && found.id !== known ? 'library.other' : null;
  };

  const writeProbe = async () => {
    const probePath = join(path, `${probeName}${deps.newToken()}`);
    const file = files.createFile(probePath);
    try {
      if (file.write(Buffer.from('probe')) !== 5) throw new StorageError('ENOSPC', 'no room for five bytes');
      await file.flush();
    } finally {
      file.close();
      removeProbes();
    }
  };
  /** All that lie there: runs that were ended in the middle of one leave theirs behind. */
  const removeProbes = () => {
    try {
      for (const name of files.list(path)) if (name.startsWith(probeName)) files.remove(join(path, name));
    } catch {
      // Another run was quicker, or has it open. Five bytes that stay harm nobody, and the next probe tries again.
    }
  };

  return {
    path,
    identity,
    probe: async () => {
      try {
        const found = await findOrMake();
        const fault = faultOf(found);
        if (fault !== null) return { code: fault, message: `This library is read-only. ${faults[fault]}` };
        known = found?.id ?? null;
        await writeProbe();
        return null;
      } catch (error) {
        const failure = toStorageFailure(error);
        return { ...failure, message: toReadOnlyReason(failure) };
      }
    },
    isAway: () => known !== null && identity()?.id !== known,
    incidents: () => {
      list();
      return [...foldersById.keys()];
    },
    folderOf,
    dayOf: (incident) => daysById.get(incident) ?? null,
    notices: () =>
      [...twins].map(
        ([other, used]) =>
          `Two folders hold one incident: ${used} is used, ${other} is not. What only that one holds is not shown. Move it into a folder named "incidents" outside of this library, then restore the folder around it: both are brought together.`,
      ),
    isGone: (incident) => {
      try {
        return folderOf(incident) === null && files.stat(root) !== null;
      } catch {
        return false;
      }
    },
    ensureIncident: async (incident, today) => {
      // An unmounted stick leaves an empty folder behind: never begin a second library inside it.
      if (!files.stat(identityPath)) throw new StorageError('ENOENT', 'library.json is gone');
      const fault = faultOf(identity());
      if (fault !== null) throw new StorageError(fault, faults[fault]);
      const folder = folderOf(incident) ?? join(root, `${today.slice(0, 10)}-${incident}`);
      await ensureFolder(files, path, ['incidents', folder.slice(root.length + 1), 'journal']);
      return folder;
    },
  };
};

const probeName = '.probe-';

type LibraryFault = 'library.foreign' | 'library.newer' | 'library.other';
const faults: Readonly<Record<LibraryFault, string>> = {
  'library.foreign':
    'Its library.json cannot be read. Put back a good copy of that file; or move it out of the folder and start Holdfast again, which makes a new one. The incidents stay as they are.',
  'library.newer': 'A newer version of Holdfast made it: update Holdfast first.',
  'library.other': 'Another library lies where this one was. Put the first one back.',
};

/** What library.json says; null when it says nothing that can be used. */
export const readIdentity = (files: FileLayer, path: string): LibraryIdentity | null => {
  try {
    const content = JSON.parse(Buffer.from(files.readFile(path)).toString('utf8')) as Partial<LibraryIdentity> | null;
    const isLibrary =
      content?.format === 'holdfast-library' && typeof content.v === 'number' && typeof content.id === 'string';
    return isLibrary ? (content as LibraryIdentity) : null;
  } catch {
    return null;
  }
};

/** An incident id from outside names a folder: anything but a ULID is refused. */
export const parseIncidentId = (input: unknown): Result<IncidentId, Refusal> =>
  typeof input === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(input)
    ? ok(input as IncidentId)
    : err(refuse('incident.id', 'This is no id of an incident.').error);
