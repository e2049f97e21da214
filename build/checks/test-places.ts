import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '../paths.ts';
import { sourceFiles } from './source-files.ts';
import { passedIfNone } from './tool.ts';

const mirrored = ['shared', 'electron', 'renderer', 'build'];
const otherFolders = ['contract', 'e2e', 'support', 'bench', 'torture', 'fixtures'];

/** Each test of a product folder lies where the file it tests lies: `test/A/b.test.ts` tests `A/b.ts`. */
export function checkTestPlaces() {
  const tests = sourceFiles(['test'], /\.(test|e2e)\.tsx?$/);
  return passedIfNone(findMisplaced(tests, isSource));
}

/** `b.some-part.test.ts` is a second test of `b`. */
export function findMisplaced(tests: readonly string[], exists: (pathWithoutEnding: string) => boolean): string[] {
  return tests.flatMap((test) => {
    const [, folder = '', ...rest] = test.split('/');
    if (otherFolders.includes(folder)) {
      return folder === 'e2e' || !test.endsWith('.e2e.ts') ? [] : [`${test}: end-to-end tests lie in test/e2e`];
    }
    if (!mirrored.includes(folder)) return [`${test}: test/ has no folder ${folder}`];
    const source = [folder, ...rest].join('/').replace(/(\.[a-z0-9-]+)*\.(test|e2e)\.tsx?$/, '');
    return exists(source) ? [] : [`${test}: there is no ${source} to test`];
  });
}

function isSource(pathWithoutEnding: string) {
  const folder = join(repository, dirname(pathWithoutEnding));
  const name = pathWithoutEnding.split('/').at(-1);
  return (
    existsSync(folder) && readdirSync(folder).some((file) => /\.(tsx?|mjs)$/.test(file) && file.split('.')[0] === name)
  );
}
