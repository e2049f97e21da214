import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleIfChanged } from './bundle.mjs';
import { CannotGoOn } from './cannot-go-on.mjs';
import { bundleFolder, isRoot, repository } from './paths.mjs';
import { hasDisplay, startVirtualDisplay } from './runtime/display.mjs';
import { prepareRuntime } from './runtime/runtime.mjs';

/** How long the console may take before a start counts as failed. */
const usableWithinMs = 60_000;

/**
 * @typedef {object} StartOptions
 * @property {boolean} once take a picture of the usable console, then end
 * @property {boolean} sample open a throwaway library with a drill that is under way
 * @property {readonly string[]} forApp everything else, passed on to the app
 */

/**
 * @param {readonly string[]} options
 * @returns {StartOptions}
 */
export function parseStartOptions(options) {
  return {
    once: options.includes('--once'),
    sample: options.includes('--sample'),
    forApp: options.filter((option) => option !== '--once' && option !== '--sample'),
  };
}

/**
 * Builds what changed and opens the app. Without a display the app runs on a virtual one, is photographed, and stays.
 * @param {StartOptions} options
 * @returns {Promise<number>} 0, or 1 when the console did not become usable or the app failed
 */
export async function startApp(options) {
  const runtime = await prepareRuntime();
  bundleIfChanged();
  const args = [repository, ...options.forApp, ...(options.sample ? ['--library', makeSampleLibrary()] : [])];
  if (isRoot()) {
    console.log(
      'Note: you are root, so the app runs with --no-sandbox; start it as a normal user to have the sandbox.',
    );
    args.push('--no-sandbox');
  }
  const isVirtual = !hasDisplay();
  if (isVirtual) {
    process.env.DISPLAY = await startVirtualDisplay();
    console.log('There is no display here, so Holdfast runs on a virtual one that nobody sees.');
  }
  return isVirtual || options.once
    ? runAndPhotograph(runtime.executable, args, options.once)
    : run(runtime.executable, args);
}

/** The command line writes it, so that a newcomer sees what any run would have recorded. */
function makeSampleLibrary() {
  const library = join(mkdtempSync(join(tmpdir(), 'holdfast-sample-')), 'library');
  const commandLine = join(bundleFolder, 'main', 'cli.js');
  const made = spawnSync(process.execPath, [commandLine, 'sample', '--library', library], { encoding: 'utf8' });
  if (made.status !== 0) throw new CannotGoOn(`The sample could not be recorded: ${made.stderr}`);
  console.log(`This is a sample: a drill that began 20 minutes ago, in the throwaway folder ${library}`);
  return library;
}

/**
 * @param {string} executable
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function run(executable, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {boolean} once
 * @returns {Promise<number>}
 */
async function runAndPhotograph(executable, args, once) {
  const { _electron } = await import('@playwright/test');
  const startedMs = Date.now();
  const app = await _electron.launch({ executablePath: executable, args: [...args], chromiumSandbox: !isRoot() });
  const closed = new Promise((resolve) => app.once('close', () => resolve(undefined)));
  const picture = join(mkdtempSync(join(tmpdir(), 'holdfast-')), 'holdfast.png');
  try {
    const window = await app.firstWindow({ timeout: usableWithinMs });
    await window.waitForSelector('html[data-ready]', { state: 'attached', timeout: usableWithinMs });
    await window.screenshot({ path: picture });
  } catch (error) {
    console.error(`The console was not usable within ${usableWithinMs / 1000} s: ${String(error).split('\n')[0]}`);
    await app.close();
    return 1;
  }
  console.log(`The console is usable after ${((Date.now() - startedMs) / 1000).toFixed(1)} s. Picture: ${picture}`);
  if (once) await app.close();
  else console.log('It stays up until you press Ctrl+C here.');
  await closed;
  return 0;
}
