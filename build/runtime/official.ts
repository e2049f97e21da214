import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder, repository } from '../paths.ts';
import type { Runtime } from './runtime-folder.ts';
import { executableName, readVersion } from './runtime-folder.ts';

/** A slow line gets the 100 MB through in this time; a silent firewall does not hold the start up for longer. */
const downloadLimitMs = 10 * 60_000;
/** After a failed download the next try waits this long, so that an offline machine starts at once. */
const retryAfterMs = 24 * 3_600_000;

/**
 * The binary of the pinned `electron` package, downloaded with the package's own helper (which checks its sums).
 * Undefined where it cannot be reached.
 */
export async function findOfficial(): Promise<Runtime | undefined> {
  const packageFile = createRequire(join(repository, 'package.json')).resolve('electron/package.json');
  const packageFolder = dirname(packageFile);
  const folder = join(packageFolder, 'dist');
  const executable = join(folder, executableName());
  const version = createRequire(join(repository, 'package.json'))('electron/package.json').version;
  const note = join(cacheFolder(), `electron-${version}-not-reached`);

  if (!existsSync(executable) || readVersion(folder) !== version) {
    if (wasTriedLately(note)) return undefined;
    console.log(`Getting Electron ${version} (about 100 MB, only once) ...`);
    if (!(await download(join(packageFolder, 'install.js'))) || !existsSync(executable)) {
      mkdirSync(dirname(note), { recursive: true });
      writeFileSync(note, '');
      return undefined;
    }
  }
  return { folder, executable, version, kind: 'official' };
}

function wasTriedLately(note: string) {
  return existsSync(note) && Date.now() - statSync(note).mtimeMs < retryAfterMs;
}

function download(helper: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [helper], { stdio: 'ignore', timeout: downloadLimitMs });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
