import type { ParseArgsConfig } from 'node:util';
import type { CommandLineWorld } from './command-line-world.ts';
import type { Outcome } from './failure.ts';

export type OptionTable = NonNullable<ParseArgsConfig['options']>;

/** The options and words of one call, checked against the command's own table. */
export interface Arguments {
  /** Everything that is no option, without the command's name. */
  readonly words: readonly string[];
  /** Everything as it was typed, without the command's name. */
  readonly typed: readonly string[];
  /** Undefined when not given. */
  readonly text: (option: string) => string | undefined;
  readonly has: (option: string) => boolean;
}

export interface CommandDefinition {
  readonly name: string;
  /** What follows the name, for the help. */
  readonly form: string;
  /** What it does in one line. */
  readonly summary: string;
  /** Below the form in `holdfast COMMAND --help`. */
  readonly details: readonly string[];
  readonly options: OptionTable;
  /** Not in the help: made for the repository's own tools. */
  readonly isHidden?: true;
  readonly run: (given: Arguments, world: CommandLineWorld) => Promise<Outcome>;
}

/** Understood by every command, before or after its name. */
export const globalOptions = {
  library: { type: 'string' },
  as: { type: 'string' },
  zone: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies OptionTable;

export const jsonOption = { json: { type: 'boolean' } } as const satisfies OptionTable;
