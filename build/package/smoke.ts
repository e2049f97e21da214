import { spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { CannotGoOn } from '../cannot-go-on.ts';
import { isRoot } from '../paths.ts';
import { hasDisplay, startVirtualDisplay } from '../runtime/display.ts';
import { usableConsole } from '../usable-console.ts';
import { unpackedFolder } from './package.ts';

const usableWithinMs = 60_000;
const nobody = 65_534;
const title = 'Smoke in the packaged app';
const entry = 'Recorded before the power went';

/**
 * Starts the packaged app and uses it from outside: its fuses are locked, so there is no inspector, only the debugging
 * port of its page.
 * @returns 0, or 1 with a sentence on what was wrong
 */
export async function smokeTestPackage(): Promise<number> {
  const executable = join(unpackedFolder, process.platform === 'win32' ? 'Holdfast.exe' : 'holdfast');
  if (!existsSync(executable)) throw new CannotGoOn('There is no package yet; run `npm run package` first.');
  if (!hasDisplay()) process.env.DISPLAY = await startVirtualDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-smoke-'));
  try {
    const complaints = [
      ...(await used(executable, folder, recordAndCheck)),
      ...(await used(executable, folder, findAgain)),
      ...(await startUnprotected(executable, folder)),
    ];
    for (const complaint of complaints) console.error(`Packaged app: ${complaint}`);
    if (complaints.length === 0)
      console.log('The packaged app declares, records, survives its kill, and ignores the test clock.');
    return complaints.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Starts the app, uses it, and kills it as a power cut does.
 * @returns what is wrong
 */
async function used(executable: string, folder: string, use: (page: Page) => Promise<string[]>): Promise<string[]> {
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
    return await use(await usableConsole(app, usableWithinMs));
  } catch (error) {
    return [`it is not usable: ${String(error)}`];
  } finally {
    app.kill('SIGKILL');
    await ended;
  }
}

async function recordAndCheck(page: Page) {
  const windowTitle = await page.title();
  const clockInUse = await page.evaluate(
    'bridge.request("app:info", null).then((reply) => reply.ok ? reply.value.testClock : "no answer")',
  );
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox', { name: 'What is wrong' }).fill(title);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Log entry' }).fill(entry);
  await page.keyboard.press('Enter');
  await rowOf(page).waitFor();
  await page.getByRole('contentinfo').getByText('all on disk').waitFor();
  return [
    ...(windowTitle.startsWith('Holdfast') ? [] : [`its title is "${windowTitle}"`]),
    ...(clockInUse === null ? [] : [`it listens to HOLDFAST_TEST_CLOCK (${clockInUse})`]),
  ];
}

/** The one incident that runs is open again by itself. */
async function findAgain(page: Page) {
  await rowOf(page).waitFor();
  return [];
}

function rowOf(page: Page) {
  return page.getByRole('region', { name: 'Timeline' }).getByRole('listitem').filter({ hasText: entry });
}

/**
 * Without its sandbox it must not run, but for root, who cannot have one. Root tries as somebody else, who may not be
 * allowed to look into the checkout: hence the copy.
 */
async function startUnprotected(executable: string, folder: string): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  let program = executable;
  const data = join(folder, 'unprotected');
  mkdirSync(data);
  if (isRoot()) {
    const copy = join(folder, 'copy');
    cpSync(dirname(executable), copy, { recursive: true });
    for (const path of [folder, copy]) chmodSync(path, 0o755);
    chownSync(data, nobody, nobody);
    program = join(copy, basename(executable));
  }
  const app = spawn(program, ['--no-sandbox', `--user-data-dir=${data}`, '--library', join(data, 'library')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: data },
    ...(isRoot() ? { uid: nobody, gid: nobody } : {}),
  });
  let text = '';
  app.stderr.setEncoding('utf8').on('data', (data) => {
    text += data;
  });
  const hasEnded = await Promise.race([
    new Promise((resolve) => app.once('exit', () => resolve(true))),
    new Promise((resolve) => setTimeout(resolve, usableWithinMs, false).unref()),
  ]);
  if (!hasEnded) app.kill('SIGKILL');
  if (hasEnded && text.includes('does not run with --no-sandbox')) return [];
  return [`a normal user can start it with --no-sandbox: ${text.slice(-500)}`];
}
