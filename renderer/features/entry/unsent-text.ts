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

/** What is left of a draft when the lines that turned out to be recorded are taken out, or the whole as one entry. */
export const withoutRecorded = (draft: string, isRecorded: (words: string) => boolean): string => {
  const isDone = (line: string) => wordsOf(line) !== '' && isRecorded(wordsOf(line));
  if (isDone(draft)) return '';
  return draft
    .split('\n')
    .filter((line) => !isDone(line))
    .join('\n');
};

/** Without the time and the kind in front, as the entry says it. */
const wordsOf = (line: string): string => line.replace(/^(?:@?\d{1,2}:\d{2}(?::\d{2})?\s+)?(?:!\w+\s+)?/, '').trim();

/** The lines of a pasted text that say anything, each without white space around it. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
