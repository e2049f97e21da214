import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CannotGoOn } from '../cannot-go-on.mjs';
import { isRoot } from '../paths.mjs';
import { hasDisplay, startVirtualDisplay } from '../runtime/display.mjs';
import { unpackedFolder } from './package.mjs';

const usableWithinMs = 60_000;

/**
 * Starts the packaged app and looks at it from outside: its fuses are locked, so there is no inspector, only the
 * debugging port of its page.
 * @returns {Promise<number>} 0, or 1 with a sentence on what was wrong
 */
export async function smokeTestPackage() {
  const executable = join(unpackedFolder, process.platform === 'win32' ? 'Holdfast.exe' : 'holdfast');
  if (!existsSync(executable)) throw new CannotGoOn('There is no package yet; run `npm run package` first.');
  if (!hasDisplay()) process.env.DISPLAY = await startVirtualDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-smoke-'));
  try {
    const complaints = await inspect(executable, folder);
    for (const complaint of complaints) console.error(`Packaged app: ${complaint}`);
    if (complaints.length === 0) console.log('The packaged app starts, is usable, and ignores the test clock.');
    return complaints.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} executable
 * @param {string} folder
 * @returns {Promise<string[]>} what is wrong
 */
async function inspect(executable, folder) {
  const clock = join(folder, 'clock');
  writeFileSync(clock, '2001-01-01T00:00:00.000Z');
  const args = [
    `--user-data-dir=${join(folder, 'user-data')}`,
    '--library',
    join(folder, 'library'),
    '--remote-debugging-port=0',
  ];
  const app = spawn(executable, isRoot() ? [...args, '--no-sandbox'] : args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOLDFAST_TEST_CLOCK: clock },
  });
  const ended = new Promise((resolve) => app.once('exit', resolve));
  try {
    const browser = await chromium.connectOverCDP(await readAddress(app));
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (page === undefined) return ['it has no window'];
    await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: usableWithinMs });
    const title = await page.title();
    const clockInUse = await page.evaluate(
      'bridge.request("app:info", null).then((reply) => reply.ok ? reply.value.testClock : "no answer")',
    );
    await browser.close();
    return [
      ...(title.startsWith('Holdfast') ? [] : [`its title is "${title}"`]),
      ...(clockInUse === null ? [] : [`it listens to HOLDFAST_TEST_CLOCK (${clockInUse})`]),
    ];
  } catch (error) {
    return [`it is not usable: ${String(error)}`];
  } finally {
    app.kill();
    await ended;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} app
 * @returns {Promise<string>}
 */
function readAddress(app) {
  return new Promise((resolve, reject) => {
    let text = '';
    app.stderr?.setEncoding('utf8').on('data', (data) => {
      text += data;
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address) resolve(address);
    });
    app.once('exit', (code) => reject(new Error(`it ended with ${code}: ${text.slice(-500)}`)));
    setTimeout(() => reject(new Error('it did not start in time')), usableWithinMs).unref();
  });
}
