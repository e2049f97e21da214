const word = /[\p{L}\p{N}]{4,}/gu;
/** A number, or a name: a capital that no beginning of a sentence explains. */
const isTelling = (text: string, { 0: found, index }: RegExpExecArray): boolean =>
  /\p{N}/u.test(found) || (/^\p{Lu}/u.test(found) && !/(^|[.!?:]\s*)["'“(]*$/u.test(text.slice(0, index)));

/**
 * A word of `texts` that says by itself what they are about (a number or a name of at least four signs) and stands in
 * `words` too. Undefined when none does: then only common words are shared.
 */
export const tellingWordIn = (words: string, texts: Iterable<string>): string | undefined => {
  const said = new Set(words.match(word));
  for (const text of texts)
    for (const found of text.matchAll(word)) if (said.has(found[0]) && isTelling(text, found)) return found[0];
  return undefined;
};
