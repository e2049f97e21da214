import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { bundleFolder, repository } from '../paths.ts';
import type { Runtime } from '../runtime/runtime-folder.ts';
import { originFile } from '../runtime/substitute.ts';

/** What electron-builder is told. Everything is bundled, so the package holds no node_modules. */
export function packageConfiguration({ runtime, licences }: { runtime: Runtime; licences: string }): Configuration {
  return {
    appId: 'org.holdfast.Holdfast',
    productName: 'Holdfast',
    copyright: 'The Holdfast authors',
    directories: { output: join(repository, 'release'), buildResources: join(repository, 'build', 'package') },
    files: ['package.json', { from: bundleFolder, to: 'out', filter: ['**/*', '!stamp', '!**/third-party-*.json'] }],
    extraResources: [
      { from: join(repository, 'LICENSE'), to: 'LICENSE.txt' },
      { from: licences, to: 'THIRD-PARTY-LICENCES.txt' },
    ],
    // A runtime from this machine is packaged as it is; releases come from the official download with its checksum.
    electronVersion: runtime.version,
    ...(runtime.kind === 'official' ? {} : { electronDist: runtime.folder }),
    electronLanguages: ['en-US'],
    npmRebuild: false,
    publish: null,
    asar: true,
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    // The folder of a substitute holds the loader that runs a checkout, and says where it came from; a package must not.
    afterExtract: async ({ appOutDir }) => {
      for (const path of ['resources/app', originFile])
        await rm(join(appOutDir, path), { recursive: true, force: true });
    },
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'holdfast',
      category: 'Office',
      maintainer: 'The Holdfast authors',
      synopsis: "An incident commander's console that works offline",
    },
    mac: { target: ['dmg'], category: 'public.app-category.business' },
    win: { target: ['nsis'] },
  };
}
