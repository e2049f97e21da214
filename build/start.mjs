// The only plain JavaScript here, since it runs before anything is installed: it checks Node, installs the locked parts,
// compiles the rest of this folder, and hands over. Its syntax is that of 2018 (no `await` outside a function, no `?.`),
// and it imports `fs`, not `node:fs`: an old Node shall say what it lacks instead of stumbling over the first line.
import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath, pathToFileURL } from 'url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const noteOfNpm = join(repository, 'node_modules', '.package-lock.json');
const [command = 'start', ...options] = process.argv.slice(2);

requireNode(20, 19);
// What ends before its end has failed.
process.exitCode = 1;
(command === 'holdfast' ? runCommandLine() : run()).then((code) => {
  process.exitCode = code;
}, console.error);

/** The oldest Node on which every part of the tool chain runs. @param {number} major @param {number} minor */
function requireNode(major, minor) {
  const [haveMajor = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  console.error(`Holdfast needs Node ${major}.${minor} or newer; this is Node ${process.versions.node}.`);
  process.exit(2);
}

async function run() {
  if (!isInstalled()) install();
  return (await loadCommands()).runCommand(command, options);
}

/** Never installs: it may be needed while nothing can be downloaded, so what is there has to do. */
async function runCommandLine() {
  const program = join(repository, 'out', 'main', 'cli.js');
  if (existsSync(noteOfNpm)) {
    const code = await (await loadCommands()).runCommand('build', []);
    if (code !== 0) return code;
  } else if (!existsSync(program)) {
    console.error('Nothing is installed here yet. Run "npm start" or "npm run build" once, then try again.');
    return 1;
  }
  // npm runs scripts in the checkout; file names are meant from where the person stands.
  if (process.env.npm_lifecycle_event === 'holdfast' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  process.argv.splice(2, 1);
  await import(pathToFileURL(program).href);
  return process.exitCode;
}

/**
 * Node 20 runs no TypeScript, so it is bundled once for each state of its files, under their digest.
 * @returns {Promise<typeof import('./commands.ts')>}
 */
async function loadCommands() {
  const files = readdirSync(join(repository, 'build'), { recursive: true, encoding: 'utf8' });
  const hash = createHash('sha256').update(readFileSync(noteOfNpm));
  for (const name of files.filter((file) => file.endsWith('.ts')).sort())
    hash.update(`${name}\n`).update(readFileSync(join(repository, 'build', name)));
  const folder = join(repository, 'node_modules', '.cache', `holdfast-build-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) {
    const { build } = await import('rolldown');
    mkdirSync(dirname(folder), { recursive: true });
    const fresh = mkdtempSync(`${folder}-`);
    // Packages stay outside: what is named neither by a relative path nor, once found, by a whole one.
    const external = (/** @type {string} */ name, /** @type {unknown} */ _importer, /** @type {boolean} */ isFound) =>
      !isFound && !name.startsWith('.');
    const output = { dir: fresh, entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs', sourcemap: true };
    await build({ cwd: repository, input: './build/commands.ts', platform: 'node', external, output });
    if (!existsSync(folder)) renameSync(fresh, folder);
  }
  process.setSourceMapsEnabled(true);
  return import(pathToFileURL(join(folder, 'commands.mjs')).href);
}

/** True when npm's own note, which it writes last, says what the lock asks for, but for parts of other platforms. */
function isInstalled() {
  /** @type {(file: string) => Record<string, { version?: string, integrity?: string, optional?: boolean }>} */
  const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  if (!existsSync(noteOfNpm)) return false;
  const installed = readPackages(noteOfNpm);
  return Object.entries(readPackages(join(repository, 'package-lock.json'))).every(([path, part]) => {
    const have = installed[path];
    return path === '' || (have ? have.version === part.version && have.integrity === part.integrity : part.optional);
  });
}

function install() {
  console.log('Installing the parts named in package-lock.json (about 600 packages, usually half a minute) ...');
  const startedMs = Date.now();
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync('npm', args, { cwd: repository, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status === 0) return console.log(`Installed in ${Math.round((Date.now() - startedMs) / 1000)} s.`);
  console.error('npm could not install the parts (its message is above); the package registry must be reachable once.');
  process.exit(1);
}
