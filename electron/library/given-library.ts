import { join } from 'node:path';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { FileLayer } from './file-layer.ts';
import { parseIncidentFolder } from './library-folder.ts';
import type { GivenFile } from './take-in-incident.ts';

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
}

/** The library in a folder, as it is at this moment. Nothing in it is opened, probed or written. */
export const readLibraryAt = (files: FileLayer, path: string): GivenLibrary => {
  const root = join(path, 'incidents');
  const incidents = namesIn(files, root).flatMap((folderName) => {
    const named = parseIncidentFolder(folderName);
    return named ? [{ id: named.id, folderName, files: readIncidentAt(files, join(root, folderName)) }] : [];
  });
  const playbook = join(path, 'playbook.json');
  return { incidents, playbook: files.stat(playbook) ? async () => files.readFile(playbook) : null };
};

/** Every file of an incident that a copy of it must have. */
export const readIncidentAt = (files: FileLayer, folder: string): readonly GivenFile[] => {
  const inside = ['journal', 'evidence', 'exports'].flatMap((part) =>
    namesIn(files, join(folder, part)).map((name) => `${part}/${name}`),
  );
  return [...namesIn(files, folder).filter((name) => name.startsWith('playbook-')), ...inside]
    .filter((name) => !name.endsWith('.tmp'))
    .map((name) => ({ name, read: async () => files.readFile(join(folder, ...name.split('/'))) }));
};

const namesIn = (files: FileLayer, folder: string): readonly string[] =>
  files.stat(folder)?.isFolder ? files.list(folder) : [];
