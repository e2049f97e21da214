import { dirname, join } from 'node:path';
import { addFile, ensureFolder, replaceFile } from './durable-file.ts';
import type { FileLayer } from './file-layer.ts';
import { sha256 } from './sha256.ts';

/** A file beside the journals, named from the incident's folder on: `evidence/graph.png`. */
export interface GivenBeside {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const playbookCopy = /^playbook-[0-9a-f]{64}(~[0-9a-f]+)?\.json$/;
/** No sign that some file system forbids, that nobody sees, or that leads elsewhere. */
const inFolder = /^(evidence|exports)\/(?![.\s])[^\p{Cc}\p{Cf}\\/:*?"<>|]{1,150}(?<![.\s])$/u;

/** True for the files that an incident has beside its journals. */
export const isBeside = (name: string): boolean => playbookCopy.test(name) || inFolder.test(name);

/**
 * Takes one file from elsewhere into an incident's folder. What is here stays: other bytes under a name that is taken get
 * a name of their own. Where the name is the digest of the content, the one that it fits gets it.
 * @returns whether something was written
 * @throws what the file layer throws
 */
export const takeInBeside = async (
  files: FileLayer,
  folder: string,
  given: GivenBeside,
  newToken: () => string,
): Promise<boolean> => {
  const parts = given.name.split('/');
  await ensureFolder(files, folder, parts.slice(0, -1));
  const path = join(folder, ...parts);
  if (await addFile(files, path, given.bytes, newToken())) return true;
  const here = readIfPossible(files, path);
  if (here && sha256(here) === sha256(given.bytes)) return false;
  if (here && fitsItsName(given) && !fitsItsName({ name: given.name, bytes: here })) {
    await addBeside(files, path, here, newToken);
    await replaceFile(files, path, given.bytes, newToken());
    return true;
  }
  return addBeside(files, path, given.bytes, newToken);
};

/** False when a file with this content lies there already. */
const addBeside = (files: FileLayer, path: string, bytes: Uint8Array, newToken: () => string): Promise<boolean> => {
  const name = path.slice(dirname(path).length);
  const dot = name.lastIndexOf('.');
  const stem = dot > 1 ? name.slice(0, dot) : name;
  const free = `${dirname(path)}${stem.replace(/~[0-9a-f]+$/, '')}~${sha256(bytes).slice(0, 16)}${name.slice(stem.length)}`;
  return addFile(files, free, bytes, newToken());
};

const fitsItsName = ({ name, bytes }: GivenBeside) => /[0-9a-f]{64}/.exec(name)?.[0] === sha256(bytes);

const readIfPossible = (files: FileLayer, path: string): Uint8Array | null => {
  try {
    return files.readFile(path);
  } catch {
    return null;
  }
};
