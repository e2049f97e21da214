import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An Electron that can run the checkout. */
export interface Runtime {
  /** Holds the executable and its libraries. */
  readonly folder: string;
  readonly executable: string;
  readonly version: string;
  readonly kind: 'override' | 'official' | 'substitute';
}

/** Where Electron's executable lies inside its folder, on this platform. */
export function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

export function readVersion(folder: string) {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version';
}
