import type { CommandId } from '../../shared/record/ids.ts';
import { commandId } from '../../shared/record/schema.ts';
import type { Arguments, CommandDefinition, OptionTable } from './command-definition.ts';
import type { CommandLineWorld, Unanswered } from './command-line-world.ts';
import { type Outcome, refused, wrongUsage } from './failure.ts';
import { readClock } from './open-session.ts';
import { toOneLine } from './text-table.ts';

export const idOption = { id: { type: 'string' } } as const satisfies OptionTable;

/** For the help. `width`: of the options beside it. */
export const idDetails = (width: number): readonly string[] => [
  `${'  --id ID'.padEnd(width)}a name of yours for this call (letters, digits, . _ : -);`,
  `${''.padEnd(width)}repeated with it, nothing is recorded twice`,
];

/** One call that records, and that can be made again without recording anything twice. */
export interface Call {
  /** Its only command has this id; of several each has `ID:n`. */
  readonly id: CommandId;
  /** Whoever called chose the id: it may have been used before. */
  readonly isIdGiven: boolean;
  /** From here on something may be on the disk. */
  readonly begin: (repetition?: Repetition) => void;
}

/** What a repetition needs beside what was typed. */
interface Repetition {
  readonly words?: readonly string[];
  readonly remark?: string;
}

/** For a call that read standard input. */
export const sameInput = '   with the same lines on standard input';

/** Room for `:n` behind it. */
const longestId = 90;

/**
 * Runs one call that records. While its outcome is unknown (late, told to stop, a failing disk) it says the command line
 * that repeats it safely.
 */
export const repeatable = async (
  { name }: Pick<CommandDefinition, 'name'>,
  given: Arguments,
  world: CommandLineWorld,
  use: (call: Call) => Promise<Outcome>,
): Promise<Outcome> => {
  const chosen = given.text('id');
  if (chosen !== undefined && !(commandId.safeParse(chosen).success && chosen.length <= longestId))
    return wrongUsage(
      `--id is made of letters, digits and . _ : - (at most ${longestId}); it was "${toOneLine(chosen)}".`,
    );
  const now = readClock(world);
  if (!now.ok) return now;
  const id = (chosen ?? world.newCommandId(now.value)) as CommandId;
  const named = chosen === undefined ? ['--id', id] : [];
  let begun: Repetition | null = null;
  const advice = () =>
    begun === null
      ? 'Nothing was recorded yet.'
      : `To repeat it so that nothing is recorded twice:\n  ${toShellWords(['holdfast', name, ...named, ...(begun.words ?? []), ...given.typed])}${begun.remark ?? ''}`;
  const settle = world.whileUnanswered((why) => world.warn(`${unanswered[why]} ${advice()}`));
  const begin: Call['begin'] = (repetition = {}) => {
    begun = repetition;
  };
  try {
    const outcome = await use({ id, isIdGiven: chosen !== undefined, begin });
    return outcome.ok || !outcome.error.isRepeatable ? outcome : refused(`${outcome.error.sentence}\n${advice()}`);
  } catch (error) {
    world.warn(advice());
    throw error;
  } finally {
    settle();
  }
};

const unanswered = {
  late: 'The disk is slow: not everything is confirmed yet.',
  stopped: 'Stopped before the disk had confirmed everything.',
} as const satisfies Record<Unanswered, string>;

/** As a shell reads them back. */
export const toShellWords = (words: readonly string[]): string => words.map(toShellWord).join(' ');

const toShellWord = (word: string): string => {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  // Control signs must not drive the terminal.
  if (/\p{Cc}/u.test(word)) return `$'${word.replaceAll(/[\\'\p{Cc}]/gu, toEscape)}'`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
};

const toEscape = (sign: string): string =>
  /[\\']/.test(sign) ? `\\${sign}` : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
