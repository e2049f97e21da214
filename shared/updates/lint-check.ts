import type { Instant } from '../kernel/instant.ts';
import type { PublicStatus } from '../lifecycle/lifecycle.ts';
import type { Facts } from './fact.ts';
import type { UpdateSent } from './updates-events.ts';
import type { UpdatesInput } from './updates-input.ts';

/** Something in a draft that wants a look. It never stops anyone from sending. */
export interface Warning {
  /** Stable: `reach-number`, `end-time`. */
  readonly code: string;
  readonly message: string;
  /** UTF-16 units of the text, `[start, end)`. */
  readonly range?: TextRange;
  readonly fix?: { readonly label: string; readonly replacement: string };
}

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What a check may look at. */
export interface LintContext {
  readonly text: string;
  readonly audience: string;
  readonly now: Instant;
  readonly input: UpdatesInput;
  readonly facts: Facts;
  /** Zone of the times in this text. */
  readonly zone: string;
  readonly status: PublicStatus;
  readonly last: UpdateSent | undefined;
  /** The next time that is stored with the update; without it the text alone counts. */
  readonly promisedAt: Instant | undefined;
}

/** One rule of domain.md 5.3. It is listed as passed when it applies and finds nothing. */
export interface LintCheck {
  readonly code: string;
  /** What is true when it passes: "Says what users feel". */
  readonly passed: string;
  readonly applies: (context: LintContext) => boolean;
  readonly find: (context: LintContext) => readonly Finding[];
}

export type Finding = Omit<Warning, 'code'> & { readonly code?: string };

/** Every place where a pattern (with the `g` flag) stands in the text. */
export const places = (
  text: string,
  pattern: RegExp,
): readonly { readonly found: string; readonly range: TextRange }[] =>
  [...text.matchAll(pattern)].map((match) => ({
    found: match[0],
    range: { start: match.index, end: match.index + match[0].length },
  }));

/** True while users have the problem: not restored, not closed. */
export const isRunning = ({ input }: LintContext): boolean => input.lifecycle.status === 'open';

/** Literal text as a pattern. */
export const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
