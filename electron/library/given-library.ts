import { join } from 'node:path';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { FileLayer } from './file-layer.ts';
import { parseIncidentFolder } from './library-folder.ts';
import type { GivenFile } from './take-in-incident.ts';
import type { LeftFile } from './take-in-journals.ts';

/** What another library holds, to be taken in: a folder, or a bundle. */
export interface GivenLibrary {
  readonly incidents: readonly GivenIncident[];
  /** Reads its playbook; null when it has none of its own. */
  readonly playbook: (() => Promise<Uint8Array>) | null;
}

export interface GivenIncident {
  readonly id: IncidentId;
  /** `<yyyy-mm-dd>-<id>`. */
  readonly folderName: string;
  readonly files: readonly GivenFile[];
  /** Its folders whose names the disk does not give: what lies in them is not among `files`. */
  readonly unlisted: readonly LeftFile[];
}

/** The library in a folder, as it is at this moment. Nothing in it is opened, probed or written. */
export const readLibraryAt = (files: FileLayer, path: string): GivenLibrary => {
  const root = join(path, 'incidents');
  const incidents = namesIn(files, root).flatMap((folderName) => {
    const named = parseIncidentFolder(folderName);
    if (!named) return [];
    const unlisted: LeftFile[] = [];
    const parts = readIncidentAt(files, join(root, folderName), (name, error) =>
      unlisted.push({ name, why: reasonOf(error) }),
    );
    return [{ id: named.id, folderName, files: parts, unlisted }];
  });
  const playbook = join(path, 'playbook.json');
  return { incidents, playbook: files.stat(playbook) ? async () => files.readFile(playbook) : null };
};

/**
 * Every file of an incident that a copy of it must have.
 * @param onUnlisted told of each folder whose names the disk does not give, the others are read all the same; left out,
 * that is thrown
 */
export const readIncidentAt = (
  files: FileLayer,
  folder: string,
  onUnlisted?: (part: string, error: unknown) => void,
): readonly GivenFile[] => {
  const listed = (part: string): readonly string[] => {
    try {
      return namesIn(files, join(folder, part));
    } catch (error) {
      if (!onUnlisted) throw error;
      onUnlisted(part, error);
      return [];
    }
  };
  const inside = ['journal', 'evidence', 'exports'].flatMap((part) => listed(part).map((name) => `${part}/${name}`));
  return [...listed('.').filter((name) => name.startsWith('playbook-')), ...inside]
    .filter((name) => !name.endsWith('.tmp'))
    .map((name) => ({ name, read: async () => files.readFile(join(folder, ...name.split('/'))) }));
};

const namesIn = (files: FileLayer, folder: string): readonly string[] =>
  files.stat(folder)?.isFolder ? files.list(folder) : [];
