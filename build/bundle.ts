import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CannotGoOn } from './cannot-go-on.ts';
import { bundleFolder, repository } from './paths.ts';

/** Everything that the bundle is made of. */
const sources = [
  'electron',
  'renderer',
  'shared',
  'build/electron.vite.config.ts',
  'build/bundled-packages.ts',
  'build/lean-start.ts',
  'build/paths.ts',
  'build/report-fonts.ts',
];
const settings = ['package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Bundles main process, preload and renderer into `out/`, unless nothing changed since the last time.
 * Built beside and renamed in: an app that starts meanwhile sees the old bundle or the new one.
 * @returns 0
 */
export function bundleIfChanged(): number {
  const stamp = join(bundleFolder, 'stamp');
  const wanted = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  // Not on standard output: that may be the JSON of a command line that found its bundle out of date.
  console.error('Building the app ...');
  const cache = join(repository, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'holdfast-bundle-'));
  try {
    const tool = join(repository, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const result = spawnSync(process.execPath, [tool, 'build', '--config', 'build/electron.vite.config.ts'], {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, HOLDFAST_BUNDLE_FOLDER: fresh, NODE_ENV: 'production' },
    });
    if (result.status !== 0) throw new CannotGoOn(`The app could not be built:\n${result.stdout}${result.stderr}`);
    writeFileSync(join(fresh, 'stamp'), wanted);
    rmSync(bundleFolder, { recursive: true, force: true });
    renameSync(fresh, bundleFolder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return 0;
}

function hashSources() {
  const hash = createHash('sha256');
  for (const path of [...sources, ...settings].flatMap(filesUnder).sort()) {
    hash.update(`${path}\n`).update(readFileSync(join(repository, path)));
  }
  return hash.digest('hex');
}

/** @param path relative to the repository */
function filesUnder(path: string): string[] {
  const entries = existsSync(join(repository, path)) ? [path] : [];
  return entries.flatMap((entry) => {
    if (/\.\w+$/.test(entry)) return [entry];
    return readdirSync(join(repository, entry), { withFileTypes: true }).flatMap((child) =>
      child.isDirectory() || child.isFile() ? filesUnder(`${entry}/${child.name}`) : [],
    );
  });
}
