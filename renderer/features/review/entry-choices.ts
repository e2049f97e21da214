import { formatClock } from '../../../shared/kernel/zone.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import type { ReviewRow } from '../../../shared/review/review-source.ts';

/** Something of the timeline that a text or a factor can point at. */
export interface EntryChoice {
  readonly id: EventId;
  /** `ann-7`. */
  readonly name: string;
  /** `09:08`. */
  readonly clock: string;
  readonly kind: string;
  readonly text: string;
}

/** Only what has a name can be pointed at, and only what still holds. */
export const entryChoices = (rows: readonly ReviewRow[], zone: string): readonly EntryChoice[] =>
  rows.flatMap(({ id, name, occurredAt, kind, text, withdrawn }) =>
    name === undefined || withdrawn ? [] : [{ id, name, clock: formatClock(occurredAt, zone), kind, text }],
  );

/** Entries that hold every typed word anywhere in name, time, kind or text. */
export const filterChoices = (choices: readonly EntryChoice[], query: string): readonly EntryChoice[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return choices;
  return choices.filter(({ name, clock, kind, text }) => {
    const all = `${name} ${clock} ${kind} ${text}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
};

export const entryReference = (name: string): string => `[[entry ${name}]]`;

/** What a prompt of the record puts into the text: the reference alone would not say what was meant. */
export const promptText = (text: string, name: string | undefined): string =>
  name === undefined ? text : `${text} ${entryReference(name)}`;
