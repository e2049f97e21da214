import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The checkout, found from its start script: this code runs from its own folder in tests and configuration files, and
 * from a bundle inside `node_modules` otherwise. All other paths of `build/` begin here.
 */
export const repository = findCheckout(import.meta.dirname);

/** Where the bundled product lies; see `bundle.ts`. */
export const bundleFolder = join(repository, 'out');

/**
 * The folder for downloads that outlive a checkout.
 * Root's home is closed to everyone else, yet the tests start the runtime as a normal user too: hence `/var/cache`.
 */
export function cacheFolder(): string {
  const xdg = process.env.XDG_CACHE_HOME;
  if (xdg) return join(xdg, 'holdfast');
  return isRoot() ? '/var/cache/holdfast' : join(homedir(), '.cache', 'holdfast');
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function findCheckout(folder: string): string {
  if (existsSync(join(folder, 'build', 'start.mjs'))) return folder;
  if (dirname(folder) === folder) throw new Error('This code lies in no checkout of Holdfast.');
  return findCheckout(dirname(folder));
}
