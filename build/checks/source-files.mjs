import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../paths.mjs';

const productFolders = /** @type {const} */ (['shared', 'electron', 'renderer']);
export const allFolders = [...productFolders, 'build', 'test'];
const unreviewed = /^test\/fixtures\//;

/**
 * The project's own files in some folders, by their endings; fixtures are material, not code.
 * @param {readonly string[]} folders
 * @param {RegExp} ending
 * @returns {string[]} paths relative to the repository, with `/`
 */
export function sourceFiles(folders, ending) {
  return folders
    .flatMap((folder) =>
      readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => ending.test(path) && !unreviewed.test(path))
    .sort();
}
