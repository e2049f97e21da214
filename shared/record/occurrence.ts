import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { EventBase } from './event.ts';
import { maxText } from './max-text.ts';
import { momentInFull } from './moments-in-zone.ts';
import { type Asking, type Refusal, refuse } from './rules.ts';
import type { When } from './when.ts';

/** Makes the bases of the events of one command: a fresh id each, one instant for all. */
export type NewBase = () => EventBase;

/** The part that every event of `command` shares. Back-dating is allowed; `at` left out is the moment of recording. */
export const eventBase = ({ at, typed }: When, asking: Asking): EventBase => ({
  id: asking.newId(),
  occurredAt: at ?? asking.now,
  ...(typed ? { typed } : {}),
});

/** Id and instant of a new event. Refuses a moment after now (`time.future`). */
export const toOccurrence = (command: When, asking: Asking): Result<EventBase, Refusal> => {
  const bases = toOccurrences(command, asking);
  return bases.ok ? ok(bases.value()) : bases;
};

/** As `toOccurrence`, for a command with several events. */
export const toOccurrences = (command: When, asking: Asking): Result<NewBase, Refusal> => {
  const future = refuseFuture(command.at, asking.now, 'at');
  return future ? err(future) : ok(() => eventBase(command, asking));
};

/** The refusal of a moment after now (`time.future`), naming both times; undefined where there is none to refuse. */
export const refuseFuture = (at: Instant | undefined, now: Instant, field: string): Refusal | undefined =>
  at !== undefined && at > now
    ? {
        code: 'time.future',
        message: `${momentInFull(at, 'UTC')} is still to come: it is now ${momentInFull(now, 'UTC')}. Check the time and its zone.`,
        field,
        moments: [at, now],
      }
    : undefined;

/** Trimmed text. Refuses nothing but white space (with `code` and `message`) and more than `maxText` characters. */
export const requireText = (text: string, code: string, message: string, field: string): Result<string, Refusal> => {
  const trimmed = text.trim();
  if (trimmed === '') return refuse(code, message, field);
  if (trimmed.length > maxText) return refuse('text.too-long', tooLong(trimmed.length, maxText), field);
  return ok(trimmed);
};

/** What to do with a text that is longer than its field can be; both in characters. */
export const tooLong = (length: number, most: number): string =>
  `This text has ${length} characters, this field holds ${most}. Shorten it, or keep it in a file and record where it is.`;
