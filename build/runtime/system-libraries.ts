import { spawnSync } from 'node:child_process';
import { CannotGoOn } from '../cannot-go-on.ts';
import { isRoot } from '../paths.ts';
import type { Runtime } from './runtime-folder.ts';

/** Debian's names of what Electron links to. Newer releases add `t64` to some of them. */
const libraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libnotify4',
  'libxtst6',
  'libatspi2.0-0',
  'libsecret-1-0',
  'xdg-utils',
];

/** Makes sure that the runtime's shared libraries are there: installs them as root, else says how and ends. */
export function prepareSystemLibraries(runtime: Runtime) {
  const missing = missingLibraries(runtime.executable);
  if (missing.length === 0) return;
  installPackages(libraries, `Electron needs system libraries that are missing here (${missing.join(', ')})`);
  const left = missingLibraries(runtime.executable);
  if (left.length > 0) throw new CannotGoOn(`Electron cannot run: the system still lacks ${left.join(', ')}.`);
}

/**
 * Installs Debian packages as root; otherwise ends with the command that someone with the right to should run.
 * @param reason what is missing, as the beginning of a sentence
 */
export function installPackages(packages: readonly string[], reason: string) {
  const names = packages.join(' ');
  if (!isRoot() || !isOnPath('apt-get')) {
    throw new CannotGoOn(`${reason}. Install them once:\n  sudo apt-get install --no-install-recommends ${names}`);
  }
  console.log(`${reason}; installing Debian's packages for it ...`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (args: readonly string[]) => spawnSync('apt-get', args, { env: environment, encoding: 'utf8' });
  aptGet(['update', '-qq']);
  const result = aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages.map(currentName)]);
  if (result.status !== 0) {
    throw new CannotGoOn(`Installing ${names} failed:\n${(result.stderr ?? '').trim().slice(-2000)}`);
  }
}

export function isOnPath(program: string) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

function currentName(name: string) {
  const isKnown = spawnSync('apt-cache', ['show', `${name}t64`]).status === 0;
  return isKnown ? `${name}t64` : name;
}

function missingLibraries(executable: string) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}
