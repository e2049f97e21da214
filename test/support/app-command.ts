import { chmodSync, cpSync, lchownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const nobody = 65_534;

/** How to start the app: what to run and which app folder to hand it. */
export interface AppCommand {
  readonly executable: string;
  readonly appFolder: string;
  /** Whether Chromium's sandbox is on; root cannot have it. */
  readonly hasSandbox: boolean;
}

export interface AppCommandOptions {
  /** An empty folder that belongs to this run alone. */
  readonly folder: string;
  /** Run as a normal user with the real sandbox, whoever runs the tests. */
  readonly asNormalUser: boolean;
  /** Where strace writes every `connect` of all the app's processes, if at all. */
  readonly connectionLog?: string | undefined;
  /** Words that go before the program, run by its user: a tracer with its switches. */
  readonly tracing?: readonly string[] | undefined;
  /** Another app than the product. */
  readonly appFolder?: string | undefined;
}

export const isRoot = process.getuid?.() === 0;

/** Words before a program that make a normal user run it, whoever runs the tests. */
export const asNormalUserWords: readonly string[] = isRoot
  ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups']
  : [];

/** Prepares a start. As root, a normal user gets a copy of the app: the checkout may lie where only root can read. */
export function createAppCommand(options: AppCommandOptions): AppCommand {
  const runtime = process.env.HOLDFAST_RUNTIME;
  if (!runtime) throw new Error('HOLDFAST_RUNTIME is not set; start through build/playwright.config.ts.');
  const source = options.appFolder ?? repository;
  const switchesUser = options.asNormalUser && isRoot;
  const tracing = options.connectionLog
    ? ['strace', '-f', '-qq', '-e', 'trace=connect', '-o', options.connectionLog]
    : (options.tracing ?? []);
  const prefix = [...(switchesUser ? asNormalUserWords : []), ...tracing];
  return {
    executable: prefix.length === 0 ? runtime : writeWrapper(options.folder, [...prefix, runtime]),
    appFolder: switchesUser ? copyApp(join(options.folder, 'app'), source) : source,
    hasSandbox: !isRoot || options.asNormalUser,
  };
}

/** Hands a folder and all in it to the normal user, when the tests run as root. */
export function giveToNormalUser(folder: string): void {
  if (!isRoot) return;
  // Of a link itself: an app that was killed leaves some that lead nowhere.
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, entry), nobody, nobody);
  lchownSync(folder, nobody, nobody);
}

/** Copies what a start needs of an app and returns the copy's folder. */
export function copyApp(target: string, source = repository): string {
  mkdirSync(target);
  cpSync(join(source, 'package.json'), join(target, 'package.json'));
  cpSync(join(source, 'out'), join(target, 'out'), { recursive: true });
  return target;
}

/** Playwright starts one program and puts its own switches first, hence a script of one line. */
function writeWrapper(folder: string, words: readonly string[]): string {
  const file = join(folder, 'start-app');
  const command = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  writeFileSync(file, `#!/bin/sh\nexec ${command} "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}
