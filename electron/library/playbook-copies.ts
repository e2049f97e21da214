import { join } from 'node:path';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { replaceFile } from './durable-file.ts';
import type { FileLayer } from './file-layer.ts';
import { sha256 } from './sha256.ts';

/** The playbooks that incidents carry: `playbook-<digest>.json`, where the digest is that of the file's bytes. */
export interface PlaybookCopies<Playbook> {
  /**
   * From memory where this run has met it already, in whatever incident. Undefined when the copy is missing, damaged, or
   * not readable by this version.
   * @param incidentFolder asked only when the disk has to be
   */
  read(incidentFolder: () => string | null, digest: string): Playbook | undefined;
  /** Whether this incident's own folder holds it, whole. */
  holds(incidentFolder: string, digest: string): boolean;
  /** Durable once settled; a copy that is there already stays. */
  keep(incidentFolder: string, playbook: Playbook): Promise<void>;
}

/** SHA-256 in hex over its JSON, by which an incident names it. */
export const digestOfPlaybook = (playbook: unknown): string => sha256(JSON.stringify(playbook));

/**
 * @param parse refuses, with a sentence, what is no playbook of this version
 * @param inForce the library's own, which most incidents carry
 */
export const createPlaybookCopies = <Playbook>(
  files: FileLayer,
  parse: (input: unknown) => Result<Playbook, string>,
  newToken: () => string,
  inForce: () => Playbook,
): PlaybookCopies<Playbook> => {
  const byDigest = new Map<string, Playbook>();
  const pathOf = (folder: string, digest: string) => join(folder, `playbook-${digest}.json`);
  const read = (incidentFolder: () => string | null, digest: string): Playbook | undefined => {
    const known = byDigest.get(digest);
    if (known) return known;
    if (!isDigest(digest)) return undefined;
    const folder = incidentFolder();
    if (folder === null) return undefined;
    try {
      const bytes = files.readFile(pathOf(folder, digest));
      if (sha256(bytes) !== digest) return undefined;
      // Most incidents carry the one in force, which needs no second look.
      const current = inForce();
      const parsed =
        digestOfPlaybook(current) === digest ? ok(current) : parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
      if (!parsed.ok) return undefined;
      byDigest.set(digest, parsed.value);
      return parsed.value;
    } catch {
      return undefined;
    }
  };
  const holds = (folder: string, digest: string) => {
    const path = pathOf(folder, digest);
    return isDigest(digest) && files.stat(path) !== null && sha256(files.readFile(path)) === digest;
  };
  return {
    read,
    holds,
    keep: async (folder, playbook) => {
      const digest = digestOfPlaybook(playbook);
      if (holds(folder, digest)) return;
      await replaceFile(files, pathOf(folder, digest), Buffer.from(JSON.stringify(playbook)), newToken());
      byDigest.set(digest, playbook);
    },
  };
};

/** It comes from a journal: it must not lead out of the folder. */
const isDigest = (text: string) => /^[0-9a-f]{64}$/.test(text);
