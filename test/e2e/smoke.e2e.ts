import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../support/electron-app.ts';

test('[APP1] the window opens, names the product first in its title, and says when it is usable', async ({
  holdfast,
}) => {
  await expect(holdfast.page).toHaveTitle(/^Holdfast/);
  await expect(holdfast.page.locator('html')).toHaveAttribute('data-ready', 'true');
  const shown = await holdfast.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  );
  expect(shown).toHaveLength(1);
  expect(shown[0]).toMatch(/^Holdfast/);
});

test('[APP2] a second start with the same library ends, one with another library runs beside the first', async ({
  launch,
}) => {
  const first = await launch();
  await expect(launch({ library: first.library, userData: first.userData })).rejects.toThrow();
  await expect(first.page).toHaveTitle(/^Holdfast/);
  const second = await launch({ userData: first.userData });
  await expect(first.page).toHaveTitle(/^Holdfast/);
  await expect(second.page).toHaveTitle(/^Holdfast/);
});

test('[APP3] the window comes back where it was closed', async ({ launch }) => {
  const bounds = { x: 120, y: 90, width: 1000, height: 700 };
  const first = await launch();
  await first.electron.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
    bounds,
  );
  await expect.poll(() => boundsOf(first.electron)).toEqual(bounds);
  await first.close();
  const second = await launch({ userData: first.userData });
  await expect.poll(() => boundsOf(second.electron)).toEqual(bounds);
});

test('[PREF2, PREF3] preferences that make no sense are set aside, and unknown ones are kept', async ({
  launch,
  folder,
}) => {
  const userData = join(folder, 'used-before');
  const file = join(userData, 'preferences.json');
  mkdirSync(userData);
  writeFileSync(file, '{ "view"');
  const first = await launch({ userData });
  await first.close();
  expect(readdirSync(userData).some((name) => name.startsWith('preferences-not-understood-'))).toBe(true);

  writeFileSync(file, JSON.stringify({ later: 'kept' }));
  const second = await launch({ userData });
  await second.close();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ later: 'kept', consoleBounds: {} });
});

test('[APP4] an unpackaged app takes its clock from the file it is told', async ({ launch, folder }) => {
  const clockFile = join(folder, 'clock');
  writeFileSync(clockFile, '2026-03-01T12:00:00.000Z');
  const { page } = await launch({ clockFile });
  const reply = await page.evaluate(() => window.bridge.request('app:info', null));
  expect(reply).toMatchObject({ ok: true, value: { testClock: '2026-03-01T12:00:00.000Z' } });
});

test('[RUN2] --once ends with 0 after its picture, and with 1 when the library is open already', async ({
  launch,
  folder,
}) => {
  const first = await launch();
  const refused = await startOnce(folder, `--user-data-dir=${first.userData}`, '--library', first.library);
  expect(refused.code).toBe(1);
  expect(refused.errors).toMatch(
    /^The app ended \(0\) before its console was usable\.\nIf this library is open already/,
  );
  expect(refused.errors).not.toContain(' at ');

  const done = await startOnce(folder, `--user-data-dir=${first.userData}`, '--library', join(folder, 'another'));
  expect(done).toMatchObject({ code: 0, errors: '' });
  expect(existsSync(/Picture: (.+)/.exec(done.output)?.[1] ?? 'no picture')).toBe(true);
});

/** `npm start -- --once` and what it says; its picture lands in a folder that the test takes away. */
async function startOnce(temporary: string, ...options: readonly string[]) {
  const start = fileURLToPath(new URL('../../build/start.mjs', import.meta.url));
  const child = spawn(process.execPath, [start, 'start', '--once', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Node warns of NO_COLOR beside the FORCE_COLOR that Playwright sets; here only our own words are of interest.
    env: { ...process.env, NO_COLOR: undefined, TMPDIR: temporary },
  });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output, errors };
}

function boundsOf(electron: import('@playwright/test').ElectronApplication) {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
}
