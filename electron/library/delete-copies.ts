import { join } from 'node:path';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { FileContent } from './delete-residue.ts';
import type { FileLayer } from './file-layer.ts';
import type { MirroredIncident, MirrorSides } from './mirror-incident.ts';
import { sha256 } from './sha256.ts';

/** An export or a piece of evidence that a person deleted for good. */
export interface DeletedFile extends FileContent {
  readonly incident: IncidentId;
}

/**
 * Deletes the copies of such a file in the mirror: what lies there in the same incident with the same content, under
 * whatever name, unless the library has that name still. Durable once it is over, also where an earlier try broke off.
 * @throws what the file layer throws
 */
export const deleteCopies = async (
  files: FileLayer,
  sides: MirrorSides,
  incidents: readonly MirroredIncident[],
  { incident, bytes, sha256: digest }: DeletedFile,
): Promise<void> => {
  const folders = incidents.filter(({ id }) => id === incident);
  const isStillOurs = (part: string, name: string) =>
    folders.some(
      ({ inLibrary }) => inLibrary !== null && files.stat(join(sides.library, 'incidents', inLibrary, part, name)),
    );
  for (const { inMirror } of folders)
    for (const part of inMirror === null ? [] : ['exports', 'evidence']) {
      const folder = join(sides.mirror, 'incidents', inMirror ?? '', part);
      if (!files.stat(folder)?.isFolder) continue;
      for (const name of files.list(folder)) {
        const path = join(folder, name);
        const facts = files.stat(path);
        if (!facts || facts.isFolder || facts.size !== bytes || isStillOurs(part, name)) continue;
        if (sha256(files.readFile(path)) === digest) files.remove(path);
      }
      await files.flushFolder(folder);
    }
};
