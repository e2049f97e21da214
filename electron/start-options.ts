import { resolve } from 'node:path';

export interface StartOptions {
  /** The folder that holds the incidents, absolute. */
  readonly library: string;
  /** The file that stands in for the system's clock; only ever set in an unpackaged app. */
  readonly testClockFile: string | undefined;
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
  };
}

/** Both `--name value` and `--name=value`. */
function optionValue(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((argument) => argument === name || argument.startsWith(`${name}=`));
  const found = argv[at];
  if (found === undefined) return undefined;
  return found === name ? argv[at + 1] : found.slice(name.length + 1);
}
