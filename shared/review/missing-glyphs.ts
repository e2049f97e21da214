/** Sorted, non-overlapping ranges of code points, both ends included. */
export type Coverage = readonly (readonly [from: number, to: number])[];

export interface MissingGlyph {
  readonly character: string;
  /** `U+1F600`. */
  readonly codePoint: string;
  readonly count: number;
}

/** Reads `20-7e a0 1c5-254`. */
export const parseCoverage = (ranges: string): Coverage =>
  ranges
    .split(/\s+/)
    .filter(Boolean)
    .map((range): readonly [number, number] => {
      const [from = '', to = from] = range.split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    });

/**
 * Characters that no bundled font has, in order of first use: a PDF would print them as boxes, or in whatever font the
 * machine happens to have. Characters without a look (line ends, joiners, marks of direction) are no loss.
 */
export const missingGlyphs = (text: string, coverage: Coverage): readonly MissingGlyph[] => {
  const counts = new Map<string, number>();
  for (const character of text) {
    if (isMissing(character, coverage)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts].map(([character, count]) => ({ character, codePoint: toCodePoint(character), count }));
};

/** The text with `[U+65E5]` in the place of every character that no bundled font has: a number can be looked up, a box cannot. */
export const nameMissingGlyphs = (text: string, coverage: Coverage): string =>
  text.replaceAll(/[^\0-~]/gu, (character) =>
    isMissing(character, coverage) ? `[${toCodePoint(character)}]` : character,
  );

const isMissing = (character: string, coverage: Coverage): boolean =>
  (character > '~' || character < ' ') &&
  !isInvisible.test(character) &&
  !isCovered(character.codePointAt(0) ?? 0, coverage);

const isInvisible = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Default_Ignorable_Code_Point}]$/u;

const isCovered = (code: number, coverage: Coverage): boolean => {
  let [low, high] = [0, coverage.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = coverage[middle] as readonly [number, number];
    if (code < from) high = middle - 1;
    else if (code > to) low = middle + 1;
    else return true;
  }
  return false;
};

const toCodePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
