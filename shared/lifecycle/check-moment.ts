import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { refuseFuture } from '../record/occurrence.ts';
import { type Refusal, refuse } from '../record/rules.ts';
import type { InstantRange } from './lifecycle.ts';

/** Refuses (`time.future`) a moment that has not come yet. */
export const checkNotFuture = (at: Instant | undefined, now: Instant, field = 'at'): Result<undefined, Refusal> => {
  const future = refuseFuture(at, now, field);
  return future ? err(future) : ok(undefined);
};

/** Refuses (`time.range`) a range that does not hold `at`, and a future one. */
export const checkRange = (
  range: InstantRange | undefined,
  at: Instant,
  now: Instant,
  field = 'range',
): Result<undefined, Refusal> => {
  if (!range) return ok(undefined);
  if (range.earliest > at || range.latest < at)
    return refuse('time.range', 'The time must lie between the earliest and the latest that you give.', field);
  return checkNotFuture(range.latest, now, field);
};

/** Refuses with `code` a text that says nothing. */
export const checkText = (
  text: string | undefined,
  code: string,
  message: string,
  field: string,
): Result<undefined, Refusal> => (text?.trim() ? ok(undefined) : refuse(code, message, field));

/** The first refusal, in order. */
export const firstRefusal = (...checks: readonly Result<undefined, Refusal>[]): Result<undefined, Refusal> =>
  checks.find((check) => !check.ok) ?? ok(undefined);
