import { type Instant, parseInstant } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Arguments } from './command-definition.ts';
import { type Outcome, wrongUsage } from './failure.ts';

/** An option that holds a moment; undefined when it was not given. */
export const readInstant = (given: Arguments, option: string): Outcome<Instant | undefined> => {
  const typed = given.text(option);
  if (typed === undefined) return ok(undefined);
  const instant = parseInstant(typed);
  return instant.ok ? instant : wrongUsage(`--${option}: ${instant.error}.`);
};
