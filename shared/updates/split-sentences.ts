import type { PlaceholderName } from '../playbook/placeholders.ts';

/** A piece of a template: words as they are, or the name of a fact. */
export type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: string };
export type Sentence = readonly Token[];

/** Facts that people write as whole sentences: what follows them begins a new one. */
const wholeSentences: ReadonlySet<string> = new Set<PlaceholderName>([
  'impactPublic',
  'notAffected',
  'workaround',
  'dataImpact',
  'summaryPublic',
  'factorsPublic',
  'actionsPublic',
]);

export const isWholeSentence = (name: string): boolean => wholeSentences.has(name);

/** The sentences of one line of a template, so that one can be left out without its neighbours. */
export const splitSentences = (line: string): readonly Sentence[] => {
  const sentences: Token[][] = [];
  let current: Token[] = [];
  const end = () => {
    if (current.length > 0) sentences.push(current);
    current = [];
  };
  for (const token of tokens(line)) {
    if (token.kind === 'placeholder') {
      current.push(token);
      continue;
    }
    const before = current.at(-1);
    let rest = token.text;
    if (before?.kind === 'placeholder' && isWholeSentence(before.name) && /^\s+\p{Lu}/u.test(rest)) end();
    for (let stop = sentenceEnd(rest); stop > 0; stop = sentenceEnd(rest)) {
      current.push({
        kind: 'literal',
        text: current.length === 0 ? rest.slice(0, stop).trimStart() : rest.slice(0, stop),
      });
      end();
      rest = rest.slice(stop);
    }
    const text = current.length === 0 ? rest.trimStart() : rest;
    if (text) current.push({ kind: 'literal', text });
  }
  end();
  return sentences;
};

/** Length up to and including the first full stop with white space or the end behind it; 0 when there is none. */
const sentenceEnd = (text: string): number => {
  const match = /[.!?](?=\s|$)/.exec(text);
  return match ? match.index + 1 : 0;
};

const tokens = (line: string): readonly Token[] =>
  line
    .split(/(\{\{[^{}]*\}\})/)
    .filter(Boolean)
    .map((text) =>
      text.startsWith('{{') ? { kind: 'placeholder', name: text.slice(2, -2).trim() } : { kind: 'literal', text },
    );
