import type { Warning } from '../../../shared/updates/lint-check.ts';
import type { Rendered } from '../../../shared/updates/render.ts';

/** A run of the draft with the same marks. Together the pieces are the text. */
export interface MarkedPiece {
  readonly start: number;
  readonly text: string;
  readonly isFact: boolean;
  readonly isProblem: boolean;
  /** Numbers, from 1, of the problems that end with this piece. */
  readonly numbers: readonly number[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where recorded facts and open problems stand in a text, also after it was edited. */
export const markText = (
  text: string,
  rendered: Rendered | undefined,
  warnings: readonly Warning[],
): readonly MarkedPiece[] => {
  const facts = rendered ? factRanges(text, rendered) : [];
  const problems = warnings.map(({ range }) => range);
  const cuts = [...facts, ...problems.flatMap((range) => range ?? [])].flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set([0, ...cuts, text.length])].filter((at) => at <= text.length).toSorted((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    const covers = (range: Range | undefined) => range !== undefined && range.start <= start && range.end >= end;
    return {
      start,
      text: text.slice(start, end),
      isFact: facts.some(covers),
      isProblem: problems.some(covers),
      numbers: problems.flatMap((range, at) => (range && range.end === end && range.start < end ? [at + 1] : [])),
    };
  });
};

/** Shorter pieces stand in any text by chance. */
const shortestFact = 2;

const factRanges = (text: string, rendered: Rendered): readonly Range[] => {
  let from = 0;
  return rendered.parts.flatMap((part) => {
    const words = rendered.text.slice(part.start, part.end);
    if (part.kind === 'literal' || words.length < shortestFact) return [];
    const ahead = text.indexOf(words, from);
    const start = ahead >= 0 ? ahead : text.indexOf(words);
    if (start < 0) return [];
    from = Math.max(from, start + words.length);
    return [{ start, end: start + words.length }];
  });
};

/** The text with a suggested replacement in place; words that go leave no double space and no space before a full stop. */
export const applyFix = (text: string, range: Range, replacement: string): string => {
  const [before, after] = [text.slice(0, range.start), text.slice(range.end)];
  if (replacement !== '') return `${before}${replacement}${after}`;
  if (after === '' || /^[.,;:!?]/.test(after)) return `${before.trimEnd()}${after}`;
  return before === '' || /\s$/.test(before) ? `${before}${after.replace(/^ +/, '')}` : `${before}${after}`;
};
