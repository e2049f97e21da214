import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotGoOn } from '../cannot-go-on.mjs';

/**
 * The runtime that the person chose by ELECTRON_OVERRIDE_DIST_PATH. A wrong path ends the run rather than being passed
 * over: who names a runtime wants that one.
 * @returns {import('./runtime.mjs').Runtime | undefined}
 */
export function findOverride() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!named) return undefined;
  const folder = resolve(named);
  const executable = join(folder, executableName());
  if (!existsSync(executable)) {
    throw new CannotGoOn(`ELECTRON_OVERRIDE_DIST_PATH names a folder without ${executableName()}: ${folder}`, 2);
  }
  return { folder, executable, version: readVersion(folder), kind: 'override' };
}

/** Where Electron's executable lies inside its folder, on this platform. */
export function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} folder */
export function readVersion(folder) {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version';
}
