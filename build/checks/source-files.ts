import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../paths.ts';

const productFolders = ['shared', 'electron', 'renderer'];
export const allFolders = [...productFolders, 'build', 'test'];
const unreviewed = /^test\/fixtures\//;

/**
 * The project's own files in some folders, by their endings; fixtures are material, not code.
 * @returns paths relative to the repository, with `/`
 */
export function sourceFiles(folders: readonly string[], ending: RegExp): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => ending.test(path) && !unreviewed.test(path))
    .sort();
}
