import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotGoOn } from '../cannot-go-on.ts';
import { executableName, type Runtime, readVersion } from './runtime-folder.ts';

/**
 * The runtime that the person chose by ELECTRON_OVERRIDE_DIST_PATH. A wrong path ends the run rather than being passed
 * over: who names a runtime wants that one.
 */
export function findOverride(): Runtime | undefined {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!named) return undefined;
  const folder = resolve(named);
  const executable = join(folder, executableName());
  if (!existsSync(executable)) {
    throw new CannotGoOn(`ELECTRON_OVERRIDE_DIST_PATH names a folder without ${executableName()}: ${folder}`, 2);
  }
  return { folder, executable, version: readVersion(folder), kind: 'override' };
}
