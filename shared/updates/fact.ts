import type { PlaceholderName } from '../playbook/placeholders.ts';
import { redactedText } from '../record/event.ts';

/** What to do with a fact that nobody recorded (domain.md 5.5). */
export type MissingPolicy = 'say' | 'omit-sentence' | 'omit-line' | 'blocked';

export interface FilledFact {
  readonly kind: 'filled';
  readonly name: PlaceholderName;
  readonly value: string;
  /** Where it was recorded, in words for the composer: "milestone recovered", "data statement". */
  readonly source: string;
}

export interface MissingFact {
  readonly kind: 'missing';
  readonly name: PlaceholderName;
  readonly policy: MissingPolicy;
  /** What the text says instead; for a blocked fact, what has to be recorded first. */
  readonly text: string;
  readonly source: string;
  readonly warn?: string;
}

export type Fact = FilledFact | MissingFact;
export type Facts = ReadonlyMap<PlaceholderName, Fact>;

export const filled = (name: PlaceholderName, value: string, source: string): FilledFact => ({
  kind: 'filled',
  name,
  value,
  source,
});

export const missing = (
  name: PlaceholderName,
  policy: MissingPolicy,
  text: string,
  source: string,
  warn?: string,
): MissingFact => ({ kind: 'missing', name, policy, text, source, ...(warn !== undefined && { warn }) });

/** Filled from `value`, or missing in the way given. Blanks and what was redacted count as missing. */
export const factOf = (
  name: PlaceholderName,
  value: string | undefined,
  source: string,
  otherwise: { readonly policy: MissingPolicy; readonly text: string; readonly warn?: string },
): Fact => {
  const text = value?.trim();
  return text && text !== redactedText
    ? filled(name, text, source)
    : missing(name, otherwise.policy, otherwise.text, source, otherwise.warn);
};

/** The text says `text` in place of the fact; `warn` tells the writer of it. */
export const say = (text: string, warn?: string) => ({
  policy: 'say' as const,
  text,
  ...(warn !== undefined && { warn }),
});
export const omitSentence = { policy: 'omit-sentence', text: 'sentence left out' } as const;
export const omitLine = { policy: 'omit-line', text: 'line left out' } as const;
/** The text must not go out before this is recorded. */
export const blocked = (text: string) => ({ policy: 'blocked' as const, text });
