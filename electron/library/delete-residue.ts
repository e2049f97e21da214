import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { type Refusal, refuse } from '../../shared/record/rules.ts';
import type { FileLayer } from './file-layer.ts';
import { isDeletableResidue } from './find-residue.ts';
import { toStorageFailure } from './storage-failure.ts';

/** Removes a file below an incident's folder that holds redacted text. Durable once answered. */
export const deleteResidue = async (files: FileLayer, folder: string, path: string): Promise<Result<null, Refusal>> => {
  if (!isDeletableResidue(path)) return refuse('residue.place', 'Only exports and evidence can be deleted here.');
  const file = join(folder, ...path.split('/'));
  try {
    const facts = files.stat(file);
    if (!facts || facts.isFolder) return refuse('residue.gone', 'This file is gone already. Look again.');
    files.remove(file);
    await files.flushFolder(dirname(file));
    return ok(null);
  } catch (error) {
    const { code, message } = toStorageFailure(error);
    return err({
      code,
      message: message.replace('Not recorded. ', 'Not deleted. ').replace(' Your text is kept.', ''),
    });
  }
};
