import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this build code lies in. */
export const repository = fileURLToPath(new URL('..', import.meta.url));

/** Where the bundled product lies; see `bundle.mjs`. */
export const bundleFolder = join(repository, 'out');

/**
 * The folder for downloads that outlive a checkout.
 * Root's home is closed to everyone else, yet the tests start the runtime as a normal user too: hence `/var/cache`.
 */
export function cacheFolder() {
  const xdg = process.env.XDG_CACHE_HOME;
  if (xdg) return join(xdg, 'holdfast');
  return isRoot() ? '/var/cache/holdfast' : join(homedir(), '.cache', 'holdfast');
}

export function isRoot() {
  return process.getuid?.() === 0;
}
