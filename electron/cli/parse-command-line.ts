import { parseArgs } from 'node:util';
import { ok } from '../../shared/kernel/result.ts';
import { type Arguments, type CommandDefinition, globalOptions } from './command-definition.ts';
import { type Outcome, wrongUsage } from './failure.ts';

export interface ParsedCommandLine {
  readonly command: CommandDefinition;
  readonly given: Arguments;
}

/** Splits off the command's name, which may stand behind options that every command knows. */
export const splitCommand = (
  argv: readonly string[],
): { readonly name: string | undefined; readonly rest: readonly string[] } => {
  const { tokens } = parseArgs({
    args: [...argv],
    options: globalOptions,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const first = tokens.find((token) => token.kind === 'positional');
  if (!first) return { name: undefined, rest: argv };
  return { name: first.value, rest: argv.toSpliced(first.index, 1) };
};

/** Reads the arguments of one command. Refuses what its table does not know. */
export const parseCommandLine = (command: CommandDefinition, argv: readonly string[]): Outcome<ParsedCommandLine> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...globalOptions, ...command.options },
      allowPositionals: true,
    });
    const found: Readonly<Record<string, unknown>> = values;
    return ok({
      command,
      given: {
        words: positionals,
        typed: argv,
        text: (option) => (typeof found[option] === 'string' ? found[option] : undefined),
        has: (option) => found[option] === true,
      },
    });
  } catch (error) {
    if (!isArgumentError(error)) throw error;
    return wrongUsage(`${firstSentence(error.message)}. See: holdfast ${command.name} --help`);
  }
};

const isArgumentError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

const firstSentence = (message: string): string => message.split(/\.(?:\s|$)/)[0] ?? message;
