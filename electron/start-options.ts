import { resolve } from 'node:path';

export interface StartOptions {
  /** The folder that holds the incidents, absolute. */
  readonly library: string;
  /** The file that stands in for the system's clock; only ever set in an unpackaged app. */
  readonly testClockFile: string | undefined;
  /** A bundle to be offered for restoring, absolute. */
  readonly bundle: string | undefined;
}

export interface StartContext {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
  readonly workingFolder: string;
  readonly defaultLibrary: string;
}

/** Reads what the app was started with: `--library DIR`, then HOLDFAST_LIBRARY, then the default. */
export function parseStartOptions(context: StartContext): StartOptions {
  const named = optionValue(context.argv, '--library') || context.env.HOLDFAST_LIBRARY;
  const clock = context.env.HOLDFAST_TEST_CLOCK;
  return {
    library: named ? resolve(context.workingFolder, named) : context.defaultLibrary,
    testClockFile: !context.isPackaged && clock ? resolve(context.workingFolder, clock) : undefined,
    bundle: parseBundleArgument(context.argv, context.workingFolder),
  };
}

/**
 * The one bundle that stands in a command line by itself. A second instance sends what anybody may have typed: nothing
 * else of it is looked at, and a bundle is offered, never taken in unasked.
 */
export function parseBundleArgument(argv: readonly string[], workingFolder: string): string | undefined {
  const found = argv.find(
    (argument, index) => /^[^-].*\.zip$/is.test(argument) && argv[index - 1] !== '--library' && argument.length < 4_096,
  );
  return found === undefined ? undefined : resolve(workingFolder, found);
}

/** Both `--name value` and `--name=value`. */
function optionValue(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((argument) => argument === name || argument.startsWith(`${name}=`));
  const found = argv[at];
  if (found === undefined) return undefined;
  return found === name ? argv[at + 1] : found.slice(name.length + 1);
}
