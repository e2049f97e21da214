import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFolder, repository } from '../paths.mjs';

/**
 * What electron-builder is told. Everything is bundled, so the package holds no node_modules.
 * @param {{ runtime: import('../runtime/runtime.mjs').Runtime, licences: string }} parts
 * @returns {import('electron-builder').Configuration}
 */
export function packageConfiguration({ runtime, licences }) {
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
    // The folder of a substitute holds the loader that runs a checkout, and its stamp; a package must not.
    afterExtract: async ({ appOutDir }) => {
      for (const path of ['resources/app', 'holdfast-stamp'])
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
