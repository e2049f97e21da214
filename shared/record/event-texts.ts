import { isObject } from '../kernel/is-object.ts';
import type { StoredEvent, TextPath } from './event.ts';

/** Where one text lies: property names and list indexes from the event down. */
export type TextPlace = readonly (string | number)[];
export interface PlacedText {
  readonly at: TextPlace;
  readonly text: string;
}

/** The event with null where its texts were, and the texts with their places. The event given is left as it is. */
export const takeTexts = (
  event: StoredEvent,
  paths: readonly TextPath[],
): { readonly bare: StoredEvent; readonly texts: readonly PlacedText[] } => {
  const texts: PlacedText[] = [];
  let bare: unknown = event;
  for (const path of paths) bare = take(bare, path, [], texts);
  return { bare: bare as StoredEvent, texts };
};

/**
 * Puts `text` where `at` says, in place. False when the event has no null at that place: then the line says something
 * about itself that is not so.
 */
export const putText = (event: unknown, at: TextPlace, text: string): boolean => {
  let holder = event;
  for (const key of at.slice(0, -1)) holder = childOf(holder, key);
  const last = at.at(-1);
  if (last === undefined || childOf(holder, last) !== null) return false;
  (holder as Record<string | number, unknown>)[last] = text;
  return true;
};

const take = (value: unknown, path: TextPath, at: TextPlace, texts: PlacedText[]): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) {
    // A path may name a field that is absent here, or no text: it then stays where it is.
    if (typeof value !== 'string') return value;
    texts.push({ at, text: value });
    return null;
  }
  if (step === '*') {
    if (Array.isArray(value)) return value.map((item, index) => take(item, rest, [...at, index], texts));
    return isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, take(item, rest, [...at, key], texts)]))
      : value;
  }
  if (!isObject(value) || !Object.hasOwn(value, step)) return value;
  return { ...value, [step]: take(value[step], rest, [...at, step], texts) };
};

// Own properties alone: a place named `__proto__` in a hostile line must not reach past the event.
const childOf = (holder: unknown, key: string | number): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Record<string | number, unknown>)[key]
    : undefined;
