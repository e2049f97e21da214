import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotUsable, usableConsole } from './usable-console.ts';

/** How long a start may take before it counts as failed. */
const usableWithinMs = 60_000;

/** What to start, and for how long. */
export interface Photograph {
  readonly executable: string;
  readonly args: readonly string[];
  /** End the app after the picture; else it stays until somebody ends it. */
  readonly once: boolean;
  readonly limitMs?: number;
}

/**
 * Starts the app and takes a picture of its usable console, from outside.
 * @returns 0, or 1 with a sentence on why the console was not usable in time
 */
export async function photographApp({ executable, args, once, limitMs = usableWithinMs }: Photograph): Promise<number> {
  const startedMs = Date.now();
  const app = spawn(executable, [...args, '--remote-debugging-port=0'], { stdio: ['ignore', 'inherit', 'pipe'] });
  const ended = new Promise((resolve) => app.once('exit', resolve));
  process.once('exit', () => app.kill());
  try {
    const page = await usableConsole(app, limitMs);
    const picture = join(mkdtempSync(join(tmpdir(), 'holdfast-')), 'holdfast.png');
    await page.screenshot({ path: picture, timeout: Math.max(1, startedMs + limitMs - Date.now()) });
    console.log(`The console is usable after ${((Date.now() - startedMs) / 1000).toFixed(1)} s. Picture: ${picture}`);
    if (once) await page.close();
    else console.log('It stays up until you press Ctrl+C here.');
    await ended;
    return 0;
  } catch (error) {
    console.error(error instanceof NotUsable ? error.message : `No picture could be taken: ${firstLine(error)}`);
    if (app.exitCode === 0) console.error(whereItWent);
    // Not asked to close: what did not come up may not answer either, and its time is over.
    app.kill('SIGKILL');
    return 1;
  }
}

const whereItWent =
  'If this library is open already, that window has come to the front instead: close it, or name another --library.';

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
