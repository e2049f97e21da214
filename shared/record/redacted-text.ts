import { redactedText, type StoredEvent, type TextPath } from './event.ts';
import { takeTexts } from './event-texts.ts';

/** Shorter texts (a "yes", a count) stand everywhere by chance: taking them out of other texts would only do harm. */
const shortestSought = 4;

/** The texts of an event that a redaction of it has to take out of other places too; none once it is redacted. */
export const textsToTakeOut = (event: StoredEvent, paths: readonly TextPath[]): readonly string[] =>
  soughtTexts(takeTexts(event, paths).texts.map(({ text }) => text));

/** What is worth looking for among `texts`: without white space around it, each once, the longest first. */
export const soughtTexts = (texts: Iterable<string>): readonly string[] => {
  const sought = new Set<string>();
  for (const text of texts) {
    const trimmed = text.trim();
    if (trimmed.length >= shortestSought && trimmed !== redactedText) sought.add(trimmed);
  }
  // A text may hold another one: taken out first, the shorter one would leave the rest of the longer behind.
  return [...sought].sort((a, b) => b.length - a.length);
};

/** `text` with the redaction mark in place of each of `sought`, also where JSON inside the text holds it. */
export const takeOut = (text: string, sought: readonly string[]): string =>
  sought.reduce(
    (left, gone) => left.replaceAll(gone, redactedText).replaceAll(JSON.stringify(gone).slice(1, -1), redactedText),
    text,
  );
