import { capital } from '../kernel/words.ts';
import type { PlaceholderName } from '../playbook/placeholders.ts';
import type { Fact, Facts, MissingFact } from './fact.ts';
import { missing as missingFact } from './fact.ts';
import { isWholeSentence, type Sentence, splitSentences, type Token } from './split-sentences.ts';

/** A piece of a draft with its place in the text: `[start, end)` in UTF-16 units. */
export type RenderedPart =
  | { readonly kind: 'literal'; readonly start: number; readonly end: number }
  | { readonly kind: 'filled' | 'missing'; readonly start: number; readonly end: number; readonly fact: Fact };

export interface Rendered {
  readonly text: string;
  /** In order and without gaps: together they are the text. */
  readonly parts: readonly RenderedPart[];
  /** Each missing fact once, also those whose sentence was left out. */
  readonly missing: readonly MissingFact[];
  /** The missing facts without which this text must not be sent; in the text they stand in square brackets. */
  readonly blocked: readonly MissingFact[];
}

export interface Renderable {
  readonly text: string;
  /** Opens a public text: "Investigating. ..." */
  readonly publicWord?: string | undefined;
  /** Ends the text until the incident is restored; may hold placeholders. */
  readonly tail?: string | undefined;
}

/**
 * A template with its facts filled in. Sentences and lines go where their facts are missing and say so (domain.md 5.5);
 * an unknown placeholder is blocked. Never leaves a `{{`.
 */
export const render = ({ text, publicWord, tail }: Renderable, facts: Facts): Rendered => {
  const writer = createWriter();
  if (publicWord) writer.add(`${publicWord}.`);
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const sentences = splitSentences(index === lines.length - 1 && tail ? `${line} ${tail}` : line);
    if (sentences.some((sentence) => drops(sentence, facts, 'omit-line'))) {
      for (const sentence of sentences) noteMissing(sentence, facts, writer);
      continue;
    }
    if (index > 0) writer.newLine();
    for (const sentence of sentences) {
      noteMissing(sentence, facts, writer);
      if (!drops(sentence, facts, 'omit-sentence')) addSentence(sentence, facts, writer);
    }
  }
  return writer.done();
};

type Writer = ReturnType<typeof createWriter>;

const createWriter = () => {
  const parts: RenderedPart[] = [];
  const missing = new Map<string, MissingFact>();
  let text = '';
  let pendingLine = false;
  const add = (piece: string, fact?: Fact) => {
    if (!piece) return;
    const start = text.length;
    text += piece;
    const last = parts.at(-1);
    if (fact) parts.push({ kind: fact.kind, start, end: text.length, fact });
    else if (last?.kind === 'literal') parts[parts.length - 1] = { ...last, end: text.length };
    else parts.push({ kind: 'literal', start, end: text.length });
  };
  return {
    add,
    newLine: () => {
      pendingLine = true;
    },
    beginSentence: () => {
      if (text) add(pendingLine ? '\n' : ' ');
      pendingLine = false;
    },
    tail: () => text,
    note: (fact: MissingFact) => missing.set(fact.name, fact),
    done: (): Rendered => {
      const all = [...missing.values()];
      return { text, parts, missing: all, blocked: all.filter(({ policy }) => policy === 'blocked') };
    },
  };
};

const addSentence = (sentence: Sentence, facts: Facts, writer: Writer): void => {
  writer.beginSentence();
  for (const [index, token] of sentence.entries()) {
    if (token.kind === 'placeholder') addFact(factFor(token, facts), index === 0, writer);
    // A fact written as a sentence brings its own full stop.
    else writer.add(/[.!?]$/.test(writer.tail()) ? token.text.replace(/^\./, '') : token.text);
  }
  const last = sentence.at(-1);
  if (last?.kind === 'placeholder' && isWholeSentence(last.name) && !/[.!?…]$/.test(writer.tail())) writer.add('.');
};

const addFact = (fact: Fact, first: boolean, writer: Writer): void => {
  if (fact.kind === 'filled') writer.add(fact.value, fact);
  else if (fact.policy === 'blocked') writer.add(`[${fact.text}]`, fact);
  else writer.add(spoken(fact.text, first, writer.tail()), fact);
};

const spoken = (missingText: string, first: boolean, before: string): string => {
  const text = withoutRepeat(missingText, before);
  return first ? capital(text) : text;
};

// "Review {{pirDate}}" would read "Review review being scheduled".
const withoutRepeat = (text: string, before: string): string => {
  const [first = '', ...rest] = text.split(' ');
  const word = /(\S+)\s$/.exec(before)?.[1];
  return rest.length > 0 && word?.toLowerCase() === first.toLowerCase() ? rest.join(' ') : text;
};

const factFor = ({ name }: Extract<Token, { kind: 'placeholder' }>, facts: Facts): Fact =>
  facts.get(name as PlaceholderName) ??
  missingFact(name as PlaceholderName, 'blocked', `${name || 'a placeholder'} is not known`, 'template');

const missingIn = (sentence: Sentence, facts: Facts): readonly MissingFact[] =>
  sentence.flatMap((token) => {
    if (token.kind === 'literal') return [];
    const fact = factFor(token, facts);
    return fact.kind === 'missing' ? [fact] : [];
  });

const drops = (sentence: Sentence, facts: Facts, policy: 'omit-line' | 'omit-sentence'): boolean =>
  missingIn(sentence, facts).some((fact) => fact.policy === policy);

const noteMissing = (sentence: Sentence, facts: Facts, writer: Writer): void => {
  for (const fact of missingIn(sentence, facts)) writer.note(fact);
};
