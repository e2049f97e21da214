import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
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
export default async function prepareEndToEnd() {
  const runtime = await prepareRuntime();
  process.env.HOLDFAST_RUNTIME = runtime.executable;
  bundleIfChanged();
  if (!hasDisplay()) process.env.DISPLAY = await startVirtualDisplay();
}

/**
 * Gets strace for the tests that carry its tag, as root only; without it they are left out, and named.
 * Runs when the configuration is read: the tests that exist are decided on before any set-up.
 */
export function prepareStrace(): boolean {
  if (hasStrace()) return true;
  const list = spawnSync(process.execPath, [...playwright, '--grep', '@strace', '--list'], {
    cwd: repository,
    encoding: 'utf8',
    // Known in that process, so that it does not ask for the same list.
    env: { ...process.env, HOLDFAST_HAS_STRACE: 'true' },
  });
  const tests = list.stdout.split('\n').filter((line) => line.includes(' › '));
  console.log(`${tests.length} tests are not run, because strace is not installed (and cannot be without root):`);
  console.log(tests.join('\n'));
  return false;
}

/** Whether system calls can be traced; as root on Debian, strace is installed for it. */
export function hasStrace(): boolean {
  if (process.platform === 'linux' && !isOnPath('strace') && isRoot()) {
    installPackages(['strace'], 'Tests that look at system calls need strace');
  }
  return isOnPath('strace');
}
