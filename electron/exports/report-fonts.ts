import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledFonts, type FontFace } from '../../shared/review/font-coverage.ts';
import { type Coverage, parseCoverage } from '../../shared/review/missing-glyphs.ts';
import type { EmbeddedFont } from '../../shared/review/to-html.ts';

/** @param read the bytes of one bundled font file; throws where it is not there */
export type ReadFont = (face: FontFace) => Promise<Uint8Array>;

/** Reads fonts that lie side by side in one folder under their own names. */
export const createFontReader =
  (folder: string): ReadFont =>
  ({ file }) =>
    readFile(join(folder, file));

/**
 * The font files that `text` needs, as data URLs: all thirteen would add half a megabyte to every page. A font that
 * cannot be read is left out; the page then names the families of the reader's machine.
 */
export const createFontsFor =
  (read: ReadFont) =>
  async (text: string): Promise<readonly EmbeddedFont[]> => {
    const points = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
    const needed = bundledFonts.filter((face) =>
      isAsked(points, parseCoverage(face.unicodeRange.replaceAll(/U\+|,/g, ' '))),
    );
    const fonts = await Promise.all(needed.map((face) => embed(face, read)));
    return fonts.flat();
  };

const embed = async (face: FontFace, read: ReadFont): Promise<readonly EmbeddedFont[]> => {
  const { family, weight, unicodeRange } = face;
  try {
    const base64 = Buffer.from(await read(face)).toString('base64');
    return [{ family, weight, unicodeRange, dataUrl: `data:font/woff2;base64,${base64}` }];
  } catch {
    return [];
  }
};

const isAsked = (points: readonly number[], ranges: Coverage): boolean =>
  points.some((point) => ranges.some(([from, to]) => point >= from && point <= to));
