import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { type Refusal, refuse } from '../../shared/record/rules.ts';
import type { FileLayer } from './file-layer.ts';
import { isDeletableResidue } from './find-residue.ts';
import { sha256 } from './sha256.ts';
import { toStorageFailure } from './storage-failure.ts';

/** By what a copy of a file is known. Never its name, which may be made of the text that had to go. */
export interface FileContent {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Removes a file below an incident's folder that holds redacted text. Durable once answered.
 * @returns what was in it; null when that could not be read
 */
export const deleteResidue = async (
  files: FileLayer,
  folder: string,
  path: string,
): Promise<Result<FileContent | null, Refusal>> => {
  if (!isDeletableResidue(path)) return refuse('residue.place', 'Only exports and evidence can be deleted here.');
  const file = join(folder, ...path.split('/'));
  try {
    const facts = files.stat(file);
    if (!facts || facts.isFolder) return refuse('residue.gone', 'This file is gone already. Look again.');
    const content = contentOf(files, file);
    files.remove(file);
    await files.flushFolder(dirname(file));
    return ok(content);
  } catch (error) {
    const { code, message } = toStorageFailure(error);
    return err({
      code,
      message: message.replace('Not recorded. ', 'Not deleted. ').replace(' Your text is kept.', ''),
    });
  }
};

/** A bad sector in a file must not keep it from being deleted. */
const contentOf = (files: FileLayer, file: string): FileContent | null => {
  try {
    const bytes = files.readFile(file);
    return { bytes: bytes.length, sha256: sha256(bytes) };
  } catch {
    return null;
  }
};
