import { splitWord } from './line-arguments.ts';
import type { EntryRecorded } from './timeline-events.ts';

type Alert = NonNullable<EntryRecorded['alert']>;

/**
 * Classes of an alert as they are typed (domain.md section 1): a fire pages, smoke and an alert on trial do not, unless
 * the word says so.
 */
const classes: Readonly<Record<string, Pick<Alert, 'class' | 'paged'>>> = {
  fire: { class: 'fire', paged: true },
  smoke: { class: 'smoke', paged: false },
  prototype: { class: 'prototype', paged: false },
  'fire-unpaged': { class: 'fire', paged: false },
  'smoke-paged': { class: 'smoke', paged: true },
};

export const alertClassWords: readonly string[] = Object.keys(classes);

/**
 * What `!alert` says: `fire rule:checkout-5xx errors 12 %`. Class and rule are optional; without a class nothing is
 * claimed about it, and a first word that is none of them belongs to the text.
 */
export const readAlert = (typed: string): { readonly alert?: Alert; readonly text: string } => {
  const { word, rest } = splitWord(typed);
  const known = Object.hasOwn(classes, word.toLowerCase()) ? classes[word.toLowerCase()] : undefined;
  if (!known) return { text: typed };
  const { word: second, rest: after } = splitWord(rest);
  const rule = /^rule:(.+)$/i.exec(second)?.[1];
  return rule === undefined ? { alert: known, text: rest } : { alert: { rule, ...known }, text: after };
};
