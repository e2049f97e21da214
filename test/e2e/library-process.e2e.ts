import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  declare,
  entryLine,
  expectRecorded,
  libraryProcessId,
  nextBar,
  record,
  rowsSaying,
  typeAndEnter,
} from '../support/console-page.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';

const title = 'Checkout fails';

test('[LP9] a library process that was started again hears of what others write, unasked', async ({ holdfast }) => {
  const { page, library } = holdfast;
  await declare(page, title);
  await record(page, 'before it died');
  const dying = await libraryProcessId(holdfast);
  if (dying === undefined) throw new Error('There is no library process.');
  process.kill(dying, 'SIGKILL');
  await expect.poll(async () => [undefined, dying].includes(await libraryProcessId(holdfast))).toBe(false);
  const entry = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
  const words = ['log', 'from the command line', '--library', library, '--as', 'Bo Chen'];
  expect(spawnSync(process.execPath, [entry, ...words], { encoding: 'utf8' }).stderr).toBe('');
  await expect(rowsSaying(page, 'from the command line')).toHaveCount(1);
});

test('[TB22] a library that is back is written again by itself; until then there is "Try again"', async ({
  holdfast,
}) => {
  const { page, library } = holdfast;
  const footer = page.getByRole('contentinfo');
  await declare(page, title);
  await record(page, 'while it was there');
  const away = `${library}-away`;
  renameSync(library, away);
  await typeAndEnter(page, 'while it is away');
  await expect(footer.getByRole('button', { name: 'Copy everything unrecorded' })).toBeVisible();
  await footer.getByRole('button', { name: 'Try again' }).click();
  await expect(footer).toContainText('The library folder is gone');
  await expect(entryLine(page)).toHaveValue('while it is away');
  renameSync(away, library);
  await expect(footer.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await expect(nextBar(page)).not.toContainText('Not on disk');
  await entryLine(page).press('Enter');
  await expectRecorded(page, 'while it is away');
});

test('[TB23] a capture page that died is loaded again', async ({ holdfast }) => {
  const { electron, page } = holdfast;
  await declare(page, title);
  const opened = electron.waitForEvent('window');
  await page.evaluate(() => window.bridge.request('window:show', { window: 'capture' }));
  await opened;
  await expect.poll(() => pageProcess(electron, 'capture')).toBeDefined();
  await killPage(electron, 'capture');
});

test('[RZ3] a console page that died comes back where one was, with what was typed', async ({ holdfast }) => {
  const { electron, page } = holdfast;
  await declare(page, 'Mails arrive late');
  await page.keyboard.press('Control+L');
  await declare(page, title);
  await record(page, 'before it died');
  await entryLine(page).fill('half a thought');
  // Asked through the main process: who drives a page from outside loses it when its process is killed.
  const ask = (script: string) =>
    electron.evaluate(
      ({ BrowserWindow }, asked) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(asked),
      script,
    );
  const drafts = join(holdfast.library, 'drafts');
  const isDraft = () =>
    readdirSync(drafts, { recursive: true, encoding: 'utf8' }).some(
      (name) => name.endsWith('.json') && readFileSync(join(drafts, name), 'utf8').includes('half a thought'),
    );
  await expect.poll(() => existsSync(drafts) && isDraft()).toBe(true);
  await killPage(electron, 'console');
  const shown = `({
    title: document.querySelector('h1')?.textContent,
    line: document.querySelector('[data-entry-line] :is(textarea, input)')?.value,
    rows: document.querySelector('main')?.textContent,
  })`;
  await expect
    .poll(() => ask(shown))
    .toEqual({
      title,
      line: 'half a thought',
      rows: expect.stringContaining('before it died'),
    });
});

/** The process of a window's page; nothing while it is gone or being loaded. */
const pageProcess = (electron: RunningApp['electron'], name: 'console' | 'capture'): Promise<number | undefined> =>
  electron.evaluate(({ BrowserWindow }, asked) => {
    const contents = BrowserWindow.getAllWindows()
      .map(({ webContents }) => webContents)
      .find((each) => each.getURL().includes('capture') === (asked === 'capture'));
    return contents?.isCrashed() || contents?.isLoading() ? undefined : contents?.getOSProcessId();
  }, name);

/** Settles when the page has been loaded again. */
const killPage = async (electron: RunningApp['electron'], name: 'console' | 'capture'): Promise<void> => {
  const dying = await pageProcess(electron, name);
  if (dying === undefined) throw new Error(`There is no ${name} page.`);
  process.kill(dying, 'SIGKILL');
  await expect.poll(async () => [undefined, dying].includes(await pageProcess(electron, name))).toBe(false);
};
