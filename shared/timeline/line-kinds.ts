import { splitClock } from './line-arguments.ts';
import type { LineWord } from './line-intent.ts';

/** What the entry line can be set to before typing; position in the list is the digit of its key. */
export const lineKinds = [
  { id: 'note', word: 'Note' },
  { id: 'observation', word: 'Observed', command: '!obs' },
  { id: 'task', word: 'Task', command: '!task' },
  { id: 'decision', word: 'Decision', command: '!dec' },
  { id: 'hypothesis', word: 'Hypothesis', command: '!hyp' },
  { id: 'impact', word: 'Impact', command: '!impact' },
  { id: 'todo', word: 'To-do', command: '!todo' },
] as const satisfies readonly { readonly id: string; readonly word: string; readonly command?: LineWord }[];

/** A line with its kind spelled out, and where that was put in: offsets behind it move by the length. */
interface SpelledLine {
  readonly text: string;
  readonly insertedAt: number;
  readonly insertedLength: number;
}

/**
 * The line as if the command word of `kind` had been typed, behind a leading time of day. Left alone where a command
 * stands already: what a person typed is stronger than what was set before. An unknown kind is a note.
 */
export const spellKind = (text: string, kind: string): SpelledLine => {
  const { rest } = splitClock(text);
  const found = lineKinds.find(({ id }) => id === kind);
  if (!found || !('command' in found) || rest.startsWith('!')) return { text, insertedAt: 0, insertedLength: 0 };
  const insertedAt = rest === '' ? text.length : text.length - text.trimStart().length + clockLength(text);
  const isGlued = insertedAt > 0 && !/\s/.test(text.charAt(insertedAt - 1));
  const inserted = `${isGlued ? ' ' : ''}${found.command} `;
  return {
    text: text.slice(0, insertedAt) + inserted + text.slice(insertedAt),
    insertedAt,
    insertedLength: inserted.length,
  };
};

/** Of the leading time of day with the white space behind it; 0 without one. */
const clockLength = (text: string): number => {
  const trimmed = text.trimStart();
  if (splitClock(trimmed).clock === undefined) return 0;
  return trimmed.length - trimmed.replace(/^\S+\s*/, '').length;
};
