import { bundledCoverage } from './font-coverage.ts';
import { type MissingGlyph, missingGlyphs, nameMissingGlyphs, parseCoverage } from './missing-glyphs.ts';

const coverage = parseCoverage(bundledCoverage);

/** What is handed to a printer, or drawn: only characters that a bundled font has. */
export const toPrintable = (text: string): string => nameMissingGlyphs(text, coverage);

/** What `toPrintable` replaces in a text. */
export const unprintable = (text: string): readonly MissingGlyph[] => missingGlyphs(text, coverage);
