import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyApp } from './app-command.ts';

/**
 * A copy of the built app that never flushes a journal: what the tests of the flush must notice. Returns its folder.
 *
 * @throws when the bundle has no such call any more: then the tests would prove nothing
 */
export const copyAppWithoutFlush = (folder: string): string => {
  const app = copyApp(folder);
  const main = join(app, 'out', 'main');
  let replaced = 0;
  for (const name of readdirSync(main, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.js'))) {
    const source = readFileSync(join(main, name), 'utf8');
    // Of `flush: () => flushFd(fd, fs.fdatasync)`, whatever the bundler called its parts.
    const changed = source.replaceAll(/flush:\s*\(\)\s*=>\s*[\w$]+\([^()]*\.fdatasync\)/g, () => {
      replaced += 1;
      return 'flush:()=>Promise.resolve()';
    });
    if (changed !== source) writeFileSync(join(main, name), changed);
  }
  if (replaced !== 1) throw new Error(`The flush of the journal was found ${replaced} times in the bundle, not once.`);
  return app;
};
