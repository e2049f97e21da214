import { join } from 'node:path';
import { setClockFile } from '../support/clock-file.ts';
import { declare, expectRecorded, nextBar, runCommand } from '../support/console-page.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';

const title = 'Checkout fails';

test('[AL1] [AL3] [AL4] [UPP6] an update that becomes due is said once, stands in the title, and at last across the page', async ({
  launch,
  folder,
}) => {
  const clockFile = join(folder, 'clock');
  const clock = (at: string) => setClockFile(clockFile, `2026-03-02T${at}:00.000Z`);
  clock('10:00');
  const app = await launch({ clockFile });
  const { page } = app;
  await declare(page, title);
  await page.getByRole('textbox', { name: 'Log entry' }).fill('!sev 1 all payments fail');
  await page.keyboard.press('Enter');
  // The clocks of the updates begin at its moment.
  await expectRecorded(page, 'all payments fail');
  await expect.poll(() => windowTitle(app)).toBe(`Holdfast: ${title}`);
  clock('10:05');
  await expect.poll(() => windowTitle(app)).toBe(`(1 due) Holdfast: ${title}`);
  await expect(page.getByRole('contentinfo')).toContainText('Responders update is due now.');
  clock('10:11');
  await expect.poll(() => windowTitle(app)).toBe(`(3 due) Holdfast: ${title}`);
  await expect(nextBar(page)).not.toContainText('A whole interval late.');
  clock('10:21');
  await expect(nextBar(page)).toContainText('Responders update overdue 16m 00s');
  await expect(nextBar(page)).toContainText('A whole interval late.');
  const facts = page.getByRole('button', { name: /^Responders .*Deputy too/ }).locator('> :last-child > *');
  await expect(facts).toHaveCount(2);
  // Both at the same moment.
  const isApart = () =>
    facts.evaluateAll((parts) => {
      const [detail, note] = parts.map((part) => part.getBoundingClientRect());
      return detail && note && (detail.right <= note.left || detail.bottom <= note.top);
    });
  await expect.poll(isApart).toBe(true);
  await nextBar(page).getByRole('button', { name: 'Open draft' }).click();
  await expect(page.getByRole('textbox', { name: /^Responders.*draft$/ })).toBeVisible();
  await expect(nextBar(page)).toContainText('A whole interval late.');
});

test('[VW1] [VW2] zone and size of the text are chosen by words and hold at the next start', async ({
  launch,
  folder,
}) => {
  const clockFile = join(folder, 'clock');
  setClockFile(clockFile, '2026-03-02T10:00:00.000Z');
  const app = await launch({ clockFile });
  const { page } = app;
  await declare(page, title);
  await runCommand(page, 'Show times in another zone');
  const zone = page.getByRole('dialog').getByRole('combobox', { name: 'Zone' });
  await zone.fill('Europe/Nowhere');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('This machine knows no such zone.', { exact: false }).first()).toBeVisible();
  await zone.fill('Asia/Tokyo');
  await page.keyboard.press('Control+Enter');
  const header = page.getByRole('banner');
  await expect(header).toContainText('19:00:00');
  await header.getByRole('button', { name: /times are shown in Asia\/Tokyo/ }).click();
  await page.getByRole('menuitem', { name: 'UTC' }).click();
  await expect(header).toContainText('10:00:00');
  await runCommand(page, 'Text at 150 %');
  await expect.poll(() => zoomOf(app)).toBeCloseTo(1.5);
  await runCommand(page, 'Larger text');
  await expect.poll(() => zoomOf(app)).toBeCloseTo(2);
  await app.close();
  const again = await launch({ clockFile, library: app.library, userData: app.userData });
  await expect.poll(() => zoomOf(again)).toBeCloseTo(2);
});

const windowTitle = (app: RunningApp): Promise<string> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');
const zoomOf = (app: RunningApp): Promise<number> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0);
