import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
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
import { expect, test } from '../support/electron-app.ts';

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
  const isAlive = () =>
    electron.evaluate(({ BrowserWindow }) => {
      const capture = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('capture'));
      return capture !== undefined && !capture.webContents.isCrashed() && !capture.webContents.isLoading();
    });
  await expect.poll(isAlive).toBe(true);
  const processOf = () =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().includes('capture'))
        ?.webContents.getOSProcessId(),
    );
  const dying = await processOf();
  if (dying === undefined) throw new Error('There is no capture window.');
  process.kill(dying, 'SIGKILL');
  await expect.poll(async () => (await isAlive()) && (await processOf()) !== dying).toBe(true);
});
