import { spellKind } from '../../../shared/timeline/line-kinds.ts';

interface TypedLine {
  readonly text: string;
  /** One of `lineKinds`. */
  readonly kind: string;
}

/** All that is typed and not recorded as one text for the draft, kinds spelled out; empty when nothing is left. */
export const unrecordedText = (unsent: readonly TypedLine[], current: TypedLine): string =>
  [...unsent, current]
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, kind }) => spellKind(text, kind).text)
    .join('\n');

/** The lines of a pasted text that say anything, each without white space around it. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
