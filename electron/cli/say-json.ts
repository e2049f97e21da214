import type { Arguments } from './command-definition.ts';
import type { CommandLineWorld } from './command-line-world.ts';

/** Says `data` as one JSON document where `--json` was given, else `text`. */
export const sayData = (given: Arguments, { say }: CommandLineWorld, data: () => unknown, text: () => string): void =>
  say(given.has('json') ? JSON.stringify(data(), undefined, 2) : text());
