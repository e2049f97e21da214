import { describe, expect, it } from 'vitest';
import { bundledCoverage, bundledFonts } from '../../../shared/review/font-coverage.ts';
import { missingGlyphs, nameMissingGlyphs, parseCoverage } from '../../../shared/review/missing-glyphs.ts';

const coverage = parseCoverage(bundledCoverage);

describe('characters without a glyph', () => {
  it('[EX10] names each once with its number, in order of first use', () => {
    expect(missingGlyphs('日本 ok 日 \u{1f600}', coverage)).toEqual([
      { character: '日', codePoint: 'U+65E5', count: 2 },
      { character: '本', codePoint: 'U+672C', count: 1 },
      { character: '\u{1f600}', codePoint: 'U+1F600', count: 1 },
    ]);
  });

  it('[EX10] names of Europe and Vietnam print; marks without a look are no loss', () => {
    expect(missingGlyphs('Žofie Łukasz Ünal Ελένη Дмитрий Nguyễn – “a” … €\r\n\t\u200d\ufe0f\u2066', coverage)).toEqual(
      [],
    );
  });

  it('[EX10] the table says what the files hold, ranges in order and apart', () => {
    expect(bundledFonts).toHaveLength(13);
    expect(coverage.every(([from, to], index) => from <= to && from > (coverage[index - 1]?.[1] ?? -1))).toBe(true);
    // The mock found these missing in the real files: words or icons stand for them.
    expect(missingGlyphs('✓≤', coverage).map(({ codePoint }) => codePoint)).toEqual(['U+2713', 'U+2264']);
  });
});

describe('text for a printer', () => {
  it('[EX31] every character without a glyph is named in its place, all others stay', () => {
    expect(nameMissingGlyphs('日本 ok, Žofie \u{1f600}\u200d!', coverage)).toBe(
      '[U+65E5][U+672C] ok, Žofie [U+1F600]\u200d!',
    );
    expect(nameMissingGlyphs('plain\n\ttext', coverage)).toBe('plain\n\ttext');
  });
});
