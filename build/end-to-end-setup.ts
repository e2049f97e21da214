import { bundleIfChanged } from './bundle.ts';
import { isRoot } from './paths.ts';
import { hasDisplay, startVirtualDisplay } from './runtime/display.ts';
import { prepareRuntime } from './runtime/runtime.ts';
import { installPackages, isOnPath } from './runtime/system-libraries.ts';

/** Runs once before the end-to-end tests; what it puts into the environment is what the fixture reads. */
// biome-ignore lint/style/noDefaultExport: Playwright asks for one.
export default async function prepareEndToEnd() {
  const runtime = await prepareRuntime();
  process.env.HOLDFAST_RUNTIME = runtime.executable;
  bundleIfChanged();
  if (!hasDisplay()) process.env.DISPLAY = await startVirtualDisplay();
}

/**
 * Gets strace for the network tests, as root only; without it they are left out, with a word on why.
 * Runs when the configuration is read: the tests that exist are decided on before any set-up.
 */
export function prepareStrace(): boolean {
  if (process.platform === 'linux' && !isOnPath('strace') && isRoot()) {
    installPackages(['strace'], 'The network tests need strace');
  }
  if (isOnPath('strace')) return true;
  console.log('Network tests: not run, because strace is not installed (and cannot be without root).');
  return false;
}
