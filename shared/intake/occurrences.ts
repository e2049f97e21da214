import type { Finding } from './proposed-entry.ts';

/**
 * Ids for sources without any: time, author and text. The same said again in the same minute is the second of its kind, so
 * that two people's "ok" are two entries, and importing again finds both.
 */
export const createOccurrences = (): ((when: Finding['when'], author: string | undefined, text: string) => string) => {
  const counts = new Map<string, number>();
  return (when, author = '', text) => {
    const key = `${when.ok ? when.value.at : ''}|${author}|${text.trim()}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key}|${count}`;
  };
};
