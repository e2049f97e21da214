import { join } from 'node:path';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { type DeletedFile, deleteCopies } from './delete-copies.ts';
import { ensureFolder, replaceFile } from './durable-file.ts';
import type { FileLayer } from './file-layer.ts';
import { parseIncidentFolder, readIdentity } from './library-folder.ts';
import { liesIn } from './lies-in.ts';
import { createIncidentMirror, type MirroredIncident } from './mirror-incident.ts';
import { sha256 } from './sha256.ts';
import { toReadOnlyReason, toStorageFailure } from './storage-failure.ts';
import type { TakingDeps } from './take-in-journals.ts';

export interface MirrorState {
  readonly folder: string;
  readonly kind: 'in-step' | 'behind' | 'unreachable';
  /** Records that are not in the mirror yet; null while nobody knows. */
  readonly behind: number | null;
  /** Why it is not in step, when something is wrong; a sentence. */
  readonly why: string | null;
}

export interface MirrorLook extends MirrorState {
  /** Of these no copy is left in the mirror. */
  readonly deleted: readonly DeletedFile[];
}

export interface Mirror {
  /**
   * Deletes the copies of files that a person deleted in the library, then compares both sides and brings them together.
   * Never rejects but for a bug: what fails is in the state.
   */
  look(owed?: readonly DeletedFile[]): Promise<MirrorLook>;
}

export interface MirrorDeps extends TakingDeps {
  readonly library: string;
  readonly mirror: string;
}

/**
 * A second folder that follows a library by looking at the files of both, so that it catches up by itself whatever
 * happened to either, and whoever wrote. It never begins anew where a mirror was lost: `beginMirror` does, when a person
 * asks for it.
 */
export const createMirror = (deps: MirrorDeps): Mirror => {
  const { files, library, mirror } = deps;
  const incidents = createIncidentMirror(deps, { library, mirror });
  let hasBeenInStep = false;

  const all = () => pairFolders(foldersOf(files, library), foldersOf(files, mirror));
  const behind = () =>
    hasBeenInStep
      ? foldersOf(files, library)
          .map(({ name }) => incidents.behind(name))
          .reduce((sum, each) => sum + each, 0)
      : null;
  const state = (kind: MirrorState['kind'], why: string | null, deleted: readonly DeletedFile[]): MirrorLook => ({
    folder: mirror,
    kind,
    behind: kind === 'in-step' ? 0 : attempt(behind, null),
    why,
    deleted,
  });

  const copyPlaybook = async () => {
    const path = join(library, 'playbook.json');
    if (!files.stat(path)) return;
    const bytes = files.readFile(path);
    const copy = join(mirror, 'playbook.json');
    if (files.stat(copy) && sha256(files.readFile(copy)) === sha256(bytes)) return;
    await replaceFile(files, copy, bytes, deps.newToken());
  };

  return {
    look: async (owed = []) => {
      const deleted: DeletedFile[] = [];
      const lost = attempt(() => whyLost(files, library, mirror), 'Its folder cannot be read.');
      if (lost !== null) return state('unreachable', lost, deleted);
      let isDone = true;
      let failure: unknown = null;
      const tryTo = async (work: () => Promise<boolean>) => {
        try {
          if (!(await work())) isDone = false;
        } catch (error) {
          failure ??= error;
        }
      };
      for (const file of owed)
        await tryTo(async () => {
          await deleteCopies(files, { library, mirror }, all(), file);
          deleted.push(file);
          return true;
        });
      await tryTo(async () => {
        await copyPlaybook();
        return true;
      });
      await tryTo(async () => {
        for (const incident of all()) await tryTo(() => incidents.sync(incident));
        return true;
      });
      if (failure !== null) {
        const reason = toReadOnlyReason(toStorageFailure(failure));
        const lostNow = attempt(() => whyLost(files, library, mirror), reason);
        return state(lostNow === null ? 'behind' : 'unreachable', lostNow ?? reason, deleted);
      }
      hasBeenInStep ||= isDone;
      return state(isDone ? 'in-step' : 'behind', null, deleted);
    },
  };
};

/**
 * Makes a folder the mirror of a library, or finds that it is one already. A folder with other things in it, as the top of
 * a stick, gets a folder of its own inside.
 * @returns the mirror's folder; the error is a sentence
 */
export const beginMirror = async (
  files: FileLayer,
  library: string,
  chosen: string,
  newToken: () => string,
): Promise<Result<string, string>> => {
  try {
    const identity = files.readFile(join(library, 'library.json'));
    const id = readIdentity(files, join(library, 'library.json'))?.id;
    if (!files.stat(chosen)?.isFolder) return err(`There is no folder ${chosen}.`);
    if (liesIn(files, library, chosen) || liesIn(files, chosen, library))
      return err(`${chosen} and the library lie in each other. A mirror has to lie elsewhere, best on another disk.`);
    const folder =
      files.stat(join(chosen, 'library.json')) || files.list(chosen).length === 0 ? chosen : join(chosen, ownFolder);
    if (folder !== chosen) await ensureFolder(files, chosen, [ownFolder]);
    const path = join(folder, 'library.json');
    if (files.stat(path)) {
      if (readIdentity(files, path)?.id === id) return ok(folder);
      return err(`Another library lies in ${folder}. Choose an empty folder.`);
    }
    if (files.list(folder).length > 0) return err(`${folder} holds other things. Choose an empty folder.`);
    await replaceFile(files, path, identity, newToken());
    return ok(folder);
  } catch (error) {
    return err(`${chosen} cannot be a mirror: ${reasonOf(error)}.`);
  }
};

const ownFolder = 'Holdfast mirror';

const whyLost = (files: FileLayer, library: string, mirror: string): string | null => {
  const id = readIdentity(files, join(library, 'library.json'))?.id;
  if (id === undefined) return 'The library itself cannot be read.';
  if (!files.stat(mirror)) return 'Its folder is gone: was a stick or a share removed?';
  const found = readIdentity(files, join(mirror, 'library.json'))?.id;
  // An empty mount point looks like a folder: a mirror is never begun anew by itself.
  if (found === undefined) return 'Its folder is empty or no mirror any more: was a stick or a share removed?';
  if (found !== id) return 'Another library lies in its folder.';
  // A link that was turned: what is compared with itself is always in step, and no second copy.
  return liesIn(files, library, mirror) ? 'It leads to the library itself. Choose another folder.' : null;
};

interface IncidentFolder {
  readonly id: IncidentId;
  readonly name: string;
}

const foldersOf = (files: FileLayer, library: string): readonly IncidentFolder[] => {
  const root = join(library, 'incidents');
  if (!files.stat(root)) return [];
  return files.list(root).flatMap((name) => {
    const id = parseIncidentFolder(name)?.id;
    return id ? [{ id, name }] : [];
  });
};

/**
 * Every folder of either side with its counterpart. An incident may have two: which one a run writes to depends on when it
 * looked, so each is followed. The same name comes first, then the same incident under another day.
 */
const pairFolders = (
  ours: readonly IncidentFolder[],
  theirs: readonly IncidentFolder[],
): readonly MirroredIncident[] => {
  const left = new Set(theirs);
  const take = (fits: (folder: IncidentFolder) => boolean): string | null => {
    const found = [...left].find(fits);
    if (found) left.delete(found);
    return found?.name ?? null;
  };
  const byName = ours.map(({ id, name }) => ({ id, name, same: take((folder) => folder.name === name) }));
  const pairs = byName.map(({ id, name, same }) => ({
    id,
    inLibrary: name,
    inMirror: same ?? take((folder) => folder.id === id),
  }));
  const others = [...left].map(({ id, name }) => ({
    id,
    inLibrary: ours.find((folder) => folder.id === id)?.name ?? null,
    inMirror: name,
  }));
  return [...pairs, ...others];
};

const attempt = <T>(work: () => T, otherwise: T): T => {
  try {
    return work();
  } catch {
    return otherwise;
  }
};
