import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFontReader, createFontsFor } from '../../../electron/exports/report-fonts.ts';
import { bundledFonts } from '../../../shared/review/font-coverage.ts';

const packageFolder = (folder: string) =>
  dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/${folder}/package.json`));

describe('fonts of an exported page', () => {
  const fontsFor = createFontsFor(({ folder, file }) => readFile(join(packageFolder(folder), 'files', file)));

  it('[EX24] only the files that the text needs come along', async () => {
    const latin = await fontsFor('plain text');
    expect(latin.map(({ family }) => family)).toEqual(['Inter Variable', 'JetBrains Mono Variable']);
    const greek = await fontsFor('plain Ελένη');
    expect(greek.length).toBeGreaterThan(latin.length);
    expect(latin[0]?.dataUrl).toMatch(/^data:font\/woff2;base64,d09GMg/);
  });

  it('[EX24] every file of the table is in its package', async () => {
    for (const { folder, file } of bundledFonts) {
      const read = createFontReader(join(packageFolder(folder), 'files'));
      expect((await read({ file } as never)).length).toBeGreaterThan(500);
    }
  });

  it('[EX24] a font that cannot be read is left out, the page is still made', async () => {
    expect(await createFontsFor(createFontReader('/nowhere'))('text')).toEqual([]);
  });
});
