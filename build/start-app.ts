import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleIfChanged } from './bundle.ts';
import { CannotGoOn } from './cannot-go-on.ts';
import { bundleFolder, isRoot, repository } from './paths.ts';
import { photographApp } from './photograph-app.ts';
import { hasDisplay, startVirtualDisplay } from './runtime/display.ts';
import { prepareRuntime } from './runtime/runtime.ts';

/**
 * Builds what changed and opens the app. Without a display the app runs on a virtual one, is photographed, and stays.
 * @returns 0, or 1 when the console did not become usable or the app failed
 */
export async function startApp(words: readonly string[]): Promise<number> {
  const options = parseOptions(words);
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
    ? photographApp({ executable: runtime.executable, args, once: options.once })
    : run(runtime.executable, args);
}

interface StartOptions {
  /** Take a picture of the usable console, then end. */
  readonly once: boolean;
  /** Open a throwaway library with a drill that is under way. */
  readonly sample: boolean;
  /** Everything else, passed on to the app. */
  readonly forApp: readonly string[];
}

function parseOptions(options: readonly string[]): StartOptions {
  return {
    once: options.includes('--once'),
    sample: options.includes('--sample'),
    forApp: options.filter((option) => option !== '--once' && option !== '--sample'),
  };
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

function run(executable: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: 'inherit' });
    child.on('error', (error) => reject(new CannotGoOn(`Electron could not be started: ${error.message}`)));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
