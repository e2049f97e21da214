import { join } from 'node:path';
import type { Result } from '../../shared/kernel/result.ts';
import { replaceFile } from './durable-file.ts';
import type { FileLayer } from './file-layer.ts';
import { sha256 } from './sha256.ts';

/** The playbooks that incidents carry: `playbook-<digest>.json`, where the digest is that of the file's bytes. */
export interface PlaybookCopies<Playbook> {
  /** Undefined when the copy is missing, damaged, or not readable by this version. */
  read(incidentFolder: string, digest: string): Playbook | undefined;
  /** Durable once settled; a copy that is there already stays. */
  keep(incidentFolder: string, playbook: Playbook): Promise<void>;
}

export const digestOfPlaybook = (playbook: unknown): string => sha256(JSON.stringify(playbook));

export const createPlaybookCopies = <Playbook>(
  files: FileLayer,
  parse: (input: unknown) => Result<Playbook, string>,
  newToken: () => string,
): PlaybookCopies<Playbook> => {
  const byDigest = new Map<string, Playbook>();
  const pathOf = (folder: string, digest: string) => join(folder, `playbook-${digest}.json`);
  const read = (folder: string, digest: string): Playbook | undefined => {
    const known = byDigest.get(digest);
    if (known) return known;
    // The digest comes from a journal: it must not lead out of the folder.
    if (!/^[0-9a-f]{64}$/.test(digest)) return undefined;
    try {
      const bytes = files.readFile(pathOf(folder, digest));
      if (sha256(bytes) !== digest) return undefined;
      const parsed = parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
      if (!parsed.ok) return undefined;
      byDigest.set(digest, parsed.value);
      return parsed.value;
    } catch {
      return undefined;
    }
  };
  return {
    read,
    keep: async (folder, playbook) => {
      const digest = digestOfPlaybook(playbook);
      const path = pathOf(folder, digest);
      if (files.stat(path) && sha256(files.readFile(path)) === digest) return;
      await replaceFile(files, path, Buffer.from(JSON.stringify(playbook)), newToken());
    },
  };
};
