// The only code that runs before anything is installed: it checks Node, installs the locked parts, and hands over.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm } from './npm.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));
const [command = 'start', ...options] = process.argv.slice(2);

requireNode(20, 19);
if (!isInstalled()) install();
const { runCommand } = await import('./commands.mjs');
process.exitCode = await runCommand(command, options);

/**
 * Ends with exit code 2 below the oldest Node on which every part of the tool chain runs.
 * @param {number} major
 * @param {number} minor
 */
function requireNode(major, minor) {
  const [haveMajor = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  console.error(`Holdfast needs Node ${major}.${minor} or newer; this is Node ${process.versions.node}.`);
  process.exit(2);
}

/**
 * True when what npm wrote down about `node_modules` is what the lock asks for. npm writes that note last, so an
 * interrupted installation does not count as one. Optional parts for other platforms may be missing.
 */
function isInstalled() {
  const note = join(repository, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = readPackages(note);
  const wanted = readPackages(join(repository, 'package-lock.json'));
  return Object.entries(wanted).every(([path, part]) => {
    if (path === '') return true;
    const have = installed[path];
    return have ? have.version === part.version && have.integrity === part.integrity : part.optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

function install() {
  console.log('Installing the parts named in package-lock.json (about 600 packages, usually half a minute) ...');
  const startedMs = Date.now();
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = runNpm(args, { cwd: repository, stdio: 'inherit' });
  if (result.status === 0) {
    console.log(`Installed in ${Math.round((Date.now() - startedMs) / 1000)} s.`);
    return;
  }
  console.error('npm could not install the parts (its message is above); the package registry must be reachable once.');
  process.exit(1);
}
