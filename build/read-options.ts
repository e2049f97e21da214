import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * The values of options as `parseArgs` reads them. What it does not know, or what lacks its value, is refused in its words.
 * @param refuse leaves for good: by an error, or out of the process
 */
export function readOptions<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  refuse: (why: string) => never,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return refuse(error instanceof Error ? `${error.message}.` : String(error));
  }
}
