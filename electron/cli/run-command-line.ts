import { toUnusableFolder } from '../library/storage-failure.ts';
import type { Arguments, CommandDefinition } from './command-definition.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { commands } from './commands.ts';
import { type Outcome, refused } from './failure.ts';
import { helpFor, overview } from './help.ts';
import { parseCommandLine, splitCommand } from './parse-command-line.ts';

/**
 * Runs one command line. Resolves to the exit code: 0 done, 1 refused or found wrong, 2 wrong usage. Rejects only for a
 * bug.
 */
export const runCommandLine = async (argv: readonly string[], world: CommandLineWorld): Promise<number> => {
  const { name, rest } = splitCommand(argv);
  if (name === undefined) return withoutCommand(rest, world);
  const command = commands.find((known) => known.name === name);
  if (!command) {
    world.warn(`There is no command "${name}". ${knownCommands()}`);
    return 2;
  }
  const parsed = parseCommandLine(command, rest);
  if (parsed.ok && parsed.value.given.has('help')) {
    world.say(helpFor(command));
    return 0;
  }
  const outcome = parsed.ok ? await runSafely(command, parsed.value.given, world) : parsed;
  if (outcome.ok) return 0;
  if (outcome.error.sentence) world.warn(outcome.error.sentence);
  return outcome.error.exitCode;
};

/** Anything may lie where a library should be; an error of the system in reading it is no mistake of Holdfast. */
const runSafely = async (command: CommandDefinition, given: Arguments, world: CommandLineWorld): Promise<Outcome> => {
  try {
    return await command.run(given, world);
  } catch (error) {
    if (toUnusableFolder(error) === null) throw error;
    return refused(
      `The library cannot be used: ${(error as Error).message}. What was recorded before is kept. Mend that, then try again.`,
    );
  }
};

const withoutCommand = (argv: readonly string[], world: CommandLineWorld): number => {
  if (argv.includes('--version')) {
    world.say(world.version);
    return 0;
  }
  const text = overview(commands);
  if (argv.includes('--help') || argv.includes('-h')) {
    world.say(text);
    return 0;
  }
  world.warn(text);
  return 2;
};

const knownCommands = () =>
  `Known: ${commands
    .filter(isShown)
    .map(({ name }) => name)
    .join(', ')}.`;
const isShown = ({ isHidden }: CommandDefinition) => !isHidden;
