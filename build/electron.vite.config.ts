import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { listBundledPackages } from './bundled-packages.ts';
import { keepStartLean } from './lean-start.ts';
import { bundleFolder, repository } from './paths.ts';
import { copyReportFonts } from './report-fonts.ts';

const out = process.env.HOLDFAST_BUNDLE_FOLDER ?? bundleFolder;
const inRepository = (path: string) => join(repository, path);

// The targets are those of the oldest runtime the app is tested on (Electron 33: Node 20.18, Chrome 130); left alone,
// electron-vite takes them from the pinned package, which is newer.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

const mainEntries = Object.fromEntries(
  Object.entries({
    main: 'electron/main.ts',
    library: 'electron/library/entry.ts',
    mirror: 'electron/library/mirror-entry.ts',
    docx: 'electron/exports/docx/docx-entry.ts',
    cli: 'electron/cli/entry.ts',
  })
    .map(([name, path]) => [name, inRepository(path)] as const)
    .filter(([, path]) => existsSync(path)),
);

export default defineConfig({
  main: {
    plugins: [listBundledPackages('main'), copyReportFonts()],
    build: {
      target: nodeTarget,
      outDir: join(out, 'main'),
      minify: true,
      externalizeDeps: false,
      rolldownOptions: { input: mainEntries, output: { format: 'es', entryFileNames: '[name].js' } },
    },
  },
  preload: {
    // A sandboxed preload is one CommonJS file: it may require nothing but `electron`.
    build: {
      target: nodeTarget,
      outDir: join(out, 'preload'),
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: inRepository('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: inRepository('renderer'),
    // The app:// handler puts a fresh nonce in this place at each load.
    html: { cspNonce: '__CSP_NONCE__' },
    plugins: [react(), listBundledPackages('renderer'), keepStartLean()],
    build: {
      target: chromeTarget,
      outDir: join(out, 'renderer'),
      minify: true,
      // Small fonts would become data: addresses, which the content security policy refuses.
      assetsInlineLimit: 0,
      // One style sheet: with one for each part the order of its rules, and so the look, would depend on what was opened.
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: inRepository('renderer/index.html') } },
    },
  },
});
