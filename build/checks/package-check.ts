import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { findStrangers } from '../package/contents.ts';
import { packageApp, unpackedFolder } from '../package/package.ts';
import { smokeTestPackage } from '../package/smoke.ts';
import { passedIfNone, sumOf } from './tool.ts';

/** What the fuses of a release must say. `1` stands for on, `0` for off, as the wire in the executable spells them. */
const wantedFuses = {
  [FuseV1Options.RunAsNode]: '0',
  [FuseV1Options.EnableCookieEncryption]: '1',
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: '0',
  [FuseV1Options.EnableNodeCliInspectArguments]: '0',
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: '1',
  [FuseV1Options.OnlyLoadAppFromAsar]: '1',
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: '0',
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: '0',
};

/** Packages the app and counts three checks: what lies in the package, its fuses, and that it works. */
export async function checkPackage() {
  await packageApp([]);
  return sumOf([
    passedIfNone([...findStrangers(unpackedFolder), ...findExitHooks()]),
    passedIfNone(await findOpenFuses()),
    passedIfNone((await smokeTestPackage()) === 0 ? [] : ['the packaged app failed, see above']),
  ]);
}

/** Whoever listens to this may end a failed run with 0; electron-builder did. */
function findExitHooks() {
  const count = process.listenerCount('beforeExit');
  return count === 0 ? [] : [`${count} listeners to "beforeExit" could change the exit code of this run`];
}

async function findOpenFuses() {
  const wire = await getCurrentFuseWire(join(unpackedFolder, 'holdfast'));
  return Object.entries(wantedFuses).flatMap(([fuse, wanted]) => {
    const found = String.fromCharCode(Number(Reflect.get(wire, fuse)));
    return found === wanted ? [] : [`fuse ${FuseV1Options[Number(fuse)]} is ${found}, not ${wanted}`];
  });
}
