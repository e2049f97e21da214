import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { commandLine, launchBusy } from '../support/busy-app.ts';
import {
  declare,
  entryLine,
  nextBar,
  openFromLibrary,
  record,
  rowsSaying,
  runCommand,
  typeAndEnter,
} from '../support/console-page.ts';
import { dialogOpeners } from '../support/dialog-openers.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';
import { journalHolding, makeBusyIncident, makeIncident } from '../support/made-library.ts';

const title = 'Checkout fails';

test.setTimeout(240_000);

test('[AX1] axe finds nothing in any dialog', async ({ launch, folder }) => {
  const { page } = await launchBusy(launch, folder);
  for (const [name, open] of Object.entries(dialogOpeners))
    await test.step(name, async () => {
      await open(page);
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      // Over each screen once what lies behind is looked at as well: whether it can be reached is the same for all.
      await expectAccessible(page, `dialog ${name}`, ['declare', 'factor'].includes(name) ? 'html' : '[role=dialog]');
      // Once more where the first closes only what lies over the dialog.
      await expect(async () => {
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0, { timeout: 2_000 });
      }).toPass({ timeout: 10_000 });
      if (['factor', 'action', 'export'].includes(name)) await runCommand(page, 'Back to the console');
    });
});

test('[AX1] axe finds nothing in an empty library, a filled one, and contacts', async ({ holdfast }) => {
  const { page } = holdfast;
  await expectAccessible(page, 'empty library');
  await page.keyboard.press('Control+Shift+p');
  await expect(page.getByRole('heading', { name: /contacts/i }).first()).toBeVisible();
  await expectAccessible(page, 'no contacts');
  await page.keyboard.press('Escape');
  await declare(page, title);
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('button', { name: title, exact: true })).toBeVisible();
  await expectAccessible(page, 'library with an incident');
});

test('[AX1] axe finds nothing on the console, composer, hand-off, review, and with text at 200 %', async ({
  launch,
  folder,
}) => {
  const app = await launchBusy(launch, folder);
  const { page } = app;
  await expectAccessible(page, 'running');
  await page.keyboard.press('Alt+u');
  await expect(page.getByRole('textbox', { name: /draft$/ })).toBeVisible();
  await expectAccessible(page, 'composer');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Show the brief');
  await expect(page.getByRole('region', { name: 'Brief' })).toBeVisible();
  await expectAccessible(page, 'hand-off');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+p');
  await expect(page.getByRole('heading', { name: 'Contacts', level: 1 })).toBeVisible();
  await expectAccessible(page, 'contacts');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+r');
  await expect(page.getByRole('button', { name: 'Export review' })).toBeVisible();
  await expectAccessible(page, 'review');
  await runCommand(page, 'Back to the console');
  await setZoom(app, 2);
  await expect(entryLine(page)).toBeVisible();
  await expectAccessible(page, 'text at 200 %');
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
    .toBeLessThanOrEqual(0);
});

test('[AX1] axe finds nothing while an update is overdue, a line refused, the record damaged', async ({
  launch,
  folder,
}) => {
  const library = join(folder, 'library');
  const busy = await makeBusyIncident(library, commandLine);
  const journal = journalHolding(library, 'Search latency up');
  writeFileSync(journal, readFileSync(journal, 'utf8').replace('Search latency up', 'Search latency UP'));
  const clockFile = join(folder, 'clock');
  writeFileSync(clockFile, new Date(Date.now() + 3 * 3_600_000).toISOString());
  const { page } = await launch({ library, clockFile });
  await openFromLibrary(page, busy);
  await expect(nextBar(page)).toContainText('overdue');
  await expect(page.getByRole('contentinfo')).toContainText('cannot be read');
  await expectAccessible(page, 'overdue and damaged');
  await typeAndEnter(page, '!milestone recovered 23:59');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'refused');
});

test('[AX1] axe finds nothing while the library cannot be written', async ({ launch }) => {
  const app = await launch();
  await declare(app.page, title);
  await record(app.page, 'before');
  renameSync(app.library, `${app.library}-away`);
  await typeAndEnter(app.page, 'while it is away');
  await expect(app.page.getByRole('contentinfo')).toContainText('Read only');
  await expectAccessible(app.page, 'not recorded');
  await app.page.keyboard.press('Control+l');
  await expect(app.page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();
  await expectAccessible(app.page, 'read-only library');
  renameSync(`${app.library}-away`, app.library);
});

test('[AX1] axe finds nothing with 10,000 entries', async ({ launch, folder }) => {
  const library = join(folder, 'library');
  const made = await makeIncident(library, title, 10_000);
  const { page } = await launch({ library });
  await openFromLibrary(page, title);
  await expect(rowsSaying(page, made.texts.at(-1) ?? '')).toHaveCount(1, { timeout: 30_000 });
  await expectAccessible(page, '10,000 entries');
});

test('[AX1] axe finds nothing in the capture window', async ({ holdfast }) => {
  await declare(holdfast.page, title);
  const capture = await openCapture(holdfast);
  await expectAccessible(capture, 'capture');
});

async function openCapture(app: RunningApp): Promise<Page> {
  const opened = app.electron.waitForEvent('window');
  await app.page.evaluate(() => window.bridge.request('window:show', { window: 'capture' }));
  const capture = await opened;
  await expect(capture.getByRole('textbox').first()).toBeVisible();
  return capture;
}

async function setZoom(app: RunningApp, factor: number): Promise<void> {
  const width = () => app.page.evaluate(() => window.innerWidth);
  const before = await width();
  await app.electron.evaluate(({ BrowserWindow }, zoom) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom);
  }, factor);
  await expect.poll(width).toBeCloseTo(before / factor, 0);
}
