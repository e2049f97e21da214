import type { EventId } from '../record/ids.ts';
import { alertClassWords } from './line-alert.ts';
import { clockDirections, peopleLike, toClock } from './line-arguments.ts';
import { type LineContext, type LineWord, lineWords, toLineWord } from './line-intent.ts';

export interface LineSuggestion {
  /** Replaces the range. */
  readonly value: string;
  /** What comes behind it, for a command word. */
  readonly hint?: string;
}

export interface LineCompletion {
  /** UTF-16 offsets in the text: the word that the cursor stands in. */
  readonly from: number;
  readonly to: number;
  /** Never empty. */
  readonly suggestions: readonly LineSuggestion[];
}

/** What could stand at the cursor (an offset in UTF-16 units); undefined where free text belongs. */
export const completeLine = (text: string, cursor: number, context: LineContext): LineCompletion | undefined => {
  const at = Math.min(Math.max(0, Math.trunc(cursor) || 0), text.length);
  const from = text.slice(0, at).search(/\S*$/);
  const to = at + text.slice(at).search(/\s|$/);
  const suggestions = suggest(text.slice(from, at), wordsOf(text.slice(0, from)), context);
  return suggestions.length > 0 ? { from, to, suggestions } : undefined;
};

/** The words before the cursor's own, without a leading time of day. */
const wordsOf = (text: string): readonly string[] => {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return toClock(words[0] ?? '') === undefined ? words : words.slice(1);
};

const suggest = (typed: string, before: readonly string[], context: LineContext): readonly LineSuggestion[] => {
  const [first, ...others] = before;
  if (first === undefined && typed.startsWith('!')) return suggestWords(typed);
  if (typed.startsWith('@')) return suggestPeople(typed.slice(1), context);
  const command = first === undefined ? undefined : toLineWord(first);
  if (command === undefined) return [];
  if (command === '!role' && others.length === 1) return suggestPeople(typed, context);
  if (command === '!clock' && others.length === 1) return startingWith(clockDirections, typed);
  if (others.length > 0) return [];
  if (command === '!done') return suggestEntries(typed, context, (entry) => context.unfinished.has(entry));
  if (command === '!fix') return suggestEntries(typed, context, () => true);
  return startingWith(choicesOf(command, context), typed);
};

const suggestWords = (typed: string): readonly LineSuggestion[] =>
  (Object.keys(lineWords) as LineWord[])
    .filter((word) => word.startsWith(typed.toLowerCase()))
    .map((word) => (lineWords[word] ? { value: word, hint: lineWords[word] } : { value: word }));

const suggestPeople = (handle: string, { people }: LineContext): readonly LineSuggestion[] =>
  peopleLike(people, handle).map((name) => ({ value: `@${name}` }));

const choicesOf = (word: LineWord, context: LineContext): readonly string[] => {
  switch (word) {
    case '!sev':
      return context.severities;
    case '!role':
      return context.roles;
    case '!milestone':
      return context.milestones;
    case '!impact':
      return context.impactLevels;
    case '!upd':
    case '!promise':
      return context.audiences;
    case '!alert':
      return alertClassWords;
    default:
      return [];
  }
};

/** One name an entry, the newest first: the plain number where that is enough and fits what is typed. */
const suggestEntries = (
  typed: string,
  { entryNames }: LineContext,
  isMeant: (entry: EventId) => boolean,
): readonly LineSuggestion[] => {
  const names = new Map<EventId, string>();
  for (const [name, entry] of entryNames)
    if (isMeant(entry) && name.startsWith(typed.toLowerCase())) names.set(entry, name);
  return [...names.values()].reverse().map((value) => ({ value }));
};

/** A bare figure also finds `SEV2`. */
const startingWith = (items: readonly string[], typed: string): readonly LineSuggestion[] => {
  const wanted = typed.toLowerCase();
  return items
    .filter((item) => item.toLowerCase().startsWith(wanted) || (/^\d+$/.test(wanted) && item.endsWith(wanted)))
    .map((value) => ({ value }));
};
