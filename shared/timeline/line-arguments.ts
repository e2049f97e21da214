import { hoursToMs, minutesToMs } from '../kernel/duration.ts';
import { findPeople, findPersonByHandle } from '../playbook/find-in-playbook.ts';
import type { Person } from '../playbook/playbook.ts';

/** The first word and everything behind it. */
export interface Split {
  readonly word: string;
  readonly rest: string;
}

/** The first word and what follows it, both trimmed; two empty texts of an empty one. */
export const splitWord = (text: string): Split => {
  const trimmed = text.trim();
  const end = trimmed.search(/\s/);
  return end === -1 ? { word: trimmed, rest: '' } : { word: trimmed.slice(0, end), rest: trimmed.slice(end).trim() };
};

/** `10:28 text`, `@10:28 text`, also with seconds; a time that no clock shows is text. */
export const splitClock = (text: string): { readonly clock?: string; readonly rest: string } => {
  const { word, rest } = splitWord(text);
  const clock = toClock(word);
  return clock === undefined ? { rest: text.trim() } : { clock, rest };
};

export const toClock = (word: string): string | undefined =>
  /^@?((?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)$/.exec(word)?.[1];

/** The one item meant: the whole id, else the only one that begins so; case does not count. */
export const findByStart = (items: readonly string[], typed: string): string | undefined => {
  const wanted = typed.toLowerCase();
  if (wanted === '') return undefined;
  const whole = items.find((item) => item.toLowerCase() === wanted);
  if (whole !== undefined) return whole;
  const begun = items.filter((item) => item.toLowerCase().startsWith(wanted));
  return begun.length === 1 ? begun[0] : undefined;
};

/** As `findByStart`; the figure alone is enough for `SEV2`. */
export const findSeverity = (severities: readonly string[], typed: string): string | undefined =>
  findByStart(severities, typed) ??
  (/^\d+$/.test(typed) ? severities.find((id) => /\d+$/.exec(id)?.[0] === typed) : undefined);

/** `10m`, `90s`, `2h`, `1h30m`, in ms; undefined for everything else. */
export const parseTimeBox = (word: string): number | undefined => {
  const [whole, hours, minutes, seconds] = /^(?:(\d{1,4})h)?(?:(\d{1,4})m(?:in)?)?(?:(\d{1,4})s)?$/i.exec(word) ?? [];
  if (!whole) return undefined;
  return hoursToMs(Number(hours ?? 0)) + minutesToMs(Number(minutes ?? 0)) + Number(seconds ?? 0) * 1_000;
};

/** Which way a clock is off. */
export const clockDirections = ['fast', 'slow'] as const;

export type FoundPerson =
  | { readonly kind: 'one'; readonly person: string; readonly rest: string }
  | { readonly kind: 'several'; readonly people: readonly string[] }
  | { readonly kind: 'none' };

/**
 * A person at the head of `text`, with or without `@`: a full name of `people` (spaces and all), a handle of one of
 * them, or after an `@` any new name: of one word, in quotes, or of several capitalised words when `follows` matches
 * what stands behind them.
 */
export const takePerson = (text: string, people: readonly string[], follows: RegExp): FoundPerson => {
  const named = text.startsWith('@') ? text.slice(1) : text;
  const full = people
    .filter((name) => name !== '' && startsWithWord(named, name))
    .reduce((longest, name) => (name.length > longest.length ? name : longest), '');
  if (full !== '') return { kind: 'one', person: full, rest: named.slice(full.length).trim() };
  const { word, rest } = splitWord(named);
  if (word === '') return { kind: 'none' };
  const book = { people: people.map(toPerson) };
  // "@bob: look at it" is how people write in chat.
  const handle = word.replace(/[,:;]+$/, '') || word;
  const found = findPersonByHandle(book, handle);
  if (found) return { kind: 'one', person: found.name, rest };
  const several = findPeople(book, handle).map(({ name }) => name);
  if (several.length > 0) return { kind: 'several', people: several };
  return text.startsWith('@') ? takeNewcomer(named, handle, rest, follows) : { kind: 'none' };
};

/**
 * Nobody of that name is known yet. `"Priya Nair"` is one name; capitalised words go on with it where what follows
 * them shows that the name ends there: "@Priya Nair 10m count" names two words, "@Bob Check the disk" only one.
 */
const takeNewcomer = (named: string, handle: string, rest: string, follows: RegExp): FoundPerson => {
  const [quoted, inside] = /^"([^"]+)"/.exec(named) ?? [];
  if (quoted && inside?.trim()) return { kind: 'one', person: inside.trim(), rest: named.slice(quoted.length).trim() };
  const [whole] = /^\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}/u.exec(named) ?? [];
  const behind = whole === undefined ? '' : named.slice(whole.length).trim();
  return whole !== undefined && follows.test(behind)
    ? { kind: 'one', person: whole.replace(/\s+/g, ' '), rest: behind }
    : { kind: 'one', person: handle, rest };
};

/** Names of `people` that a half typed handle may mean. */
export const peopleLike = (people: readonly string[], handle: string): readonly string[] =>
  handle === '' ? people : findPeople({ people: people.map(toPerson) }, handle).map(({ name }) => name);

const startsWithWord = (text: string, name: string) =>
  text.slice(0, name.length).toLowerCase() === name.toLowerCase() && /^(\s|$)/.test(text.slice(name.length));

const toPerson = (name: string): Person => ({ id: name, name, role: '', phones: [], note: '' });
