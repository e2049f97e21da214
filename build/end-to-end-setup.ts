import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { bundleIfChanged } from './bundle.ts';
import { isRoot, repository } from './paths.ts';
import { hasDisplay, startVirtualDisplay } from './runtime/display.ts';
import { prepareRuntime } from './runtime/runtime.ts';
import { installPackages, isOnPath } from './runtime/system-libraries.ts';

const playwright = [
  join(repository, 'node_modules', '@playwright', 'test', 'cli.js'),
  'test',
  '--config=build/playwright.config.ts',
];

/** Runs once before the end-to-end tests; what it puts into the environment is what the fixture reads. */
// biome-ignore lint/style/noDefaultExport: Playwright asks for one.
export default async function prepareEndToEnd({ workers }: FullConfig) {
  await prepareWindows(workers);
}

/** Gets all that it takes to open so many windows of the app beside each other. */
export async function prepareWindows(count: number): Promise<void> {
  await prepareRuntimeAndDisplays(count);
  bundleIfChanged();
}

/** The same for windows of an app that was built elsewhere. Throws `CannotGoOn` where this machine lacks something. */
export async function prepareRuntimeAndDisplays(count: number): Promise<void> {
  const runtime = await prepareRuntime();
  process.env.HOLDFAST_RUNTIME = runtime.executable;
  if (hasDisplay()) return;
  const displays: string[] = [];
  for (let window = 0; window < count; window += 1) displays.push(await startVirtualDisplay());
  process.env.DISPLAY = displays[0];
  process.env.HOLDFAST_DISPLAYS = displays.join(' ');
}

/** Each worker process has a virtual screen of its own: one window at a time has keyboard focus and clipboard. */
export function takeOwnDisplay(): void {
  const own = process.env.HOLDFAST_DISPLAYS?.split(' ')[Number(process.env.TEST_PARALLEL_INDEX)];
  if (own) process.env.DISPLAY = own;
}

/**
 * Gets strace for the tests that carry its tag, as root only; without it they are left out, and named.
 * Runs when the configuration is read: the tests that exist are decided on before any set-up.
 */
export function prepareStrace(): boolean {
  if (hasStrace()) return true;
  nameLeftOut('@strace', 'strace is not installed (and cannot be without root)');
  return false;
}

/** Looks whether tests can break calls of a running app; where they cannot they are left out, and named. */
export function prepareFailingDisks(): boolean {
  const why = whyNoFailingDisks();
  if (why === undefined) return true;
  nameLeftOut('@failing-disk', why);
  return false;
}

function nameLeftOut(tag: string, why: string): void {
  const list = spawnSync(process.execPath, [...playwright, '--grep', tag, '--list'], {
    cwd: repository,
    encoding: 'utf8',
    // Known in that process, so that it does not ask for the same list.
    env: { ...process.env, HOLDFAST_HAS_STRACE: 'true', HOLDFAST_CAN_BREAK: 'true' },
  });
  const tests = list.stdout.split('\n').filter((line) => line.includes(' › '));
  console.log(`${tests.length} tests are not run, because ${why}:`);
  console.log(tests.join('\n'));
}

/**
 * Why calls of a running app cannot be made to fail; undefined where they can. strace has to be allowed to attach to
 * a process that it did not start, and everybody to mount a disk in a name space of his own. Some systems keep either for root.
 * @param as words before a program that make the user run it who is asked about
 */
export function whyNoFailingDisks(as: readonly string[] = []): string | undefined {
  if (!isOnPath('strace')) return 'strace is not installed';
  const changing = as[0];
  if (changing !== undefined && !isOnPath(changing)) return `${changing} is not installed`;
  const sleeping = spawn('env', [...as, 'sleep', '60'], { stdio: 'ignore' });
  const tracing = [...as, 'timeout', '-s', 'INT', '1', 'strace', '-p', String(sleeping.pid)];
  const attached = spawnSync('env', tracing, { encoding: 'utf8' });
  sleeping.kill();
  if (!attached.stderr.includes(' attached')) return 'strace may not attach to a process here';
  const mounted = spawnSync('env', [...as, 'unshare', '-rm', 'true']);
  return mounted.status === 0 ? undefined : 'this system gives users no name spaces';
}

/** Whether system calls can be traced; as root on Debian, strace is installed for it. */
export function hasStrace(): boolean {
  if (process.platform === 'linux' && !isOnPath('strace') && isRoot()) {
    installPackages(['strace'], 'Tests that look at system calls need strace');
  }
  return isOnPath('strace');
}
