import { join } from 'node:path';
import type { RestoredPlaybook } from '../../shared/incident/restored-words.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { addFile } from './durable-file.ts';
import type { GivenLibrary } from './given-library.ts';
import { type LibraryFolder, parseIncidentFolder } from './library-folder.ts';
import { sha256 } from './sha256.ts';
import { takeInIncident } from './take-in-incident.ts';
import type { LeftFile, TakingDeps } from './take-in-journals.ts';

export interface RestoreDeps extends TakingDeps {
  readonly folder: LibraryFolder;
  /** True for the journal file of a run of this process that goes on. */
  readonly isOwn: (incident: IncidentId, file: string) => boolean;
}

export interface RestoredIncident {
  readonly id: IncidentId;
  /** It was not in this library. */
  readonly isNew: boolean;
  /** Commits that came. */
  readonly records: number;
  /** Playbook copies, evidence and exports that came. */
  readonly files: number;
  readonly left: readonly LeftFile[];
}

export interface RestoredLibrary {
  readonly incidents: readonly RestoredIncident[];
  readonly playbook: RestoredPlaybook;
}

/**
 * Merges what another library holds into this one. Nothing that is here is overwritten; it can be repeated, also after a
 * crash in the middle.
 * @throws what the file layer throws while writing
 */
export const restoreLibrary = async (deps: RestoreDeps, given: GivenLibrary): Promise<RestoredLibrary> => {
  const incidents: RestoredIncident[] = [];
  for (const { id, folderName, files, unlisted } of given.incidents) {
    const isNew = deps.folder.folderOf(id) === null;
    // Nothing of it could be read, and an empty folder would be a damaged incident.
    if (files.length === 0 && unlisted.length > 0) {
      incidents.push({ id, isNew: false, records: 0, files: 0, left: unlisted });
      continue;
    }
    const folder = await deps.folder.ensureIncident(id, parseIncidentFolder(folderName)?.day ?? '');
    const here = { incident: id, folder, isOwn: (file: string) => deps.isOwn(id, file) } as const;
    const taken = await takeInIncident(deps, { ...here, whenBusy: 'beside', mayBeNewer: false }, files);
    incidents.push({ id, isNew, records: taken.commits, files: taken.files, left: [...unlisted, ...taken.left] });
  }
  return { incidents, playbook: await takePlaybook(deps, given) };
};

const takePlaybook = async (deps: RestoreDeps, { playbook }: GivenLibrary): Promise<RestoredPlaybook> => {
  const bytes = await playbook?.().catch(() => null);
  if (!bytes) return 'none';
  const path = join(deps.folder.path, 'playbook.json');
  if (await addFile(deps.files, path, bytes, deps.newToken())) return 'taken';
  return sha256(deps.files.readFile(path)) === sha256(bytes) ? 'same' : 'kept';
};
