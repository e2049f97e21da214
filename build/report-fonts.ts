import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { repository } from './paths.ts';

const families = ['inter', 'jetbrains-mono'];

/**
 * Puts the fonts of exported reviews beside the main bundle under their own names: the renderer's copies have hashed
 * ones, and the command line has no renderer.
 */
export function copyReportFonts(): Plugin {
  return {
    name: 'holdfast-report-fonts',
    generateBundle() {
      for (const family of families) {
        const folder = join(repository, 'node_modules/@fontsource-variable', family, 'files');
        for (const file of readdirSync(folder).filter((name) => name.endsWith('-wght-normal.woff2')))
          this.emitFile({ type: 'asset', fileName: `fonts/${file}`, source: readFileSync(join(folder, file)) });
      }
    },
  };
}
