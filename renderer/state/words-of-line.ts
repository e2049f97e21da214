/** A salted text in the clear part of a journal line; the end may be missing. */
const clearText = /\["[0-9a-f]{16,}","((?:[^"\\]|\\.)*)/g;

/**
 * What people wrote in a journal line that cannot be trusted any more, from as much of it as is left; empty when none of
 * it is. The rest of such a line is of use to nobody who runs an incident.
 */
export const wordsOfLine = (line: string): string =>
  [...line.matchAll(clearText)]
    .map(([, text = '']) => withoutEscapes(text))
    .filter((text) => text !== '')
    .join(' · ');

const withoutEscapes = (text: string): string => {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    // Cut off inside an escape.
    return text;
  }
};

/** As many signs as two or three lines hold: what was not recorded must not push out of sight what was. */
const mostShownSigns = 200;

/** The beginning of long words; whoever takes them gets all. */
export const beginningOf = (words: string): string =>
  words.length > mostShownSigns ? `${words.slice(0, mostShownSigns).trimEnd()} …` : words;
