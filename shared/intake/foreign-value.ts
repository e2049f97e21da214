import { isObject } from '../kernel/is-object.ts';
/** What lies at `path` in a value from outside; undefined where there is no such place. Never throws. */
export const valueAt = (value: unknown, ...path: readonly (string | number)[]): unknown => {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string | number, unknown>)[key];
  }
  return found;
};

/** A text that says something, or a number as text; undefined for anything else. */
export const textAt = (value: unknown, ...path: readonly (string | number)[]): string | undefined => {
  const found = valueAt(value, ...path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
};

/** The elements of a list; none where there is no list. */
export const listAt = (value: unknown, ...path: readonly (string | number)[]): readonly unknown[] => {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
};

/** The named values of an object, as texts. */
export const pairsAt = (
  value: unknown,
  ...path: readonly (string | number)[]
): readonly (readonly [string, string])[] => {
  const found = valueAt(value, ...path);
  if (!isObject(found)) return [];
  return Object.keys(found).flatMap((key) => {
    const text = textAt(found, key);
    return text === undefined ? [] : [[key, text] as const];
  });
};

/** `a: b` without what is missing; a bare `a` or `b` where only one is there. */
export const joined = (separator: string, ...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part.trim() !== '').join(separator);

/** Parts as sentences in one line: `a. b`, without a second full stop behind one that has its own. */
export const sentences = (...parts: readonly (string | undefined)[]): string =>
  joined('. ', ...parts.map((part) => part?.trim().replace(/(?<![.])[.]$/, '')));
