import { declare, entryLine, openFromLibrary, resizeTo, runCommand } from '../support/console-page.ts';
import { expect } from '../support/electron-app.ts';
import { testInOneApp as test } from '../support/shared-app.ts';

const regions = ['Clocks', 'Roles', 'Checklist', 'Timeline', 'Updates', 'Decisions'] as const;

test('[PS1] the console has its six regions, the entry line and its button at every width', async ({ holdfast }) => {
  const { page, electron } = holdfast;
  await declare(page, 'Checkout fails');
  for (const [width, height] of [
    [1440, 900],
    [1024, 700],
  ] as const) {
    await resizeTo(holdfast, { width, height });
    for (const name of regions) await expect(page.getByRole('region', { name, exact: true })).toHaveCount(1);
    await expect(page.getByRole('textbox', { name: 'Log entry', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeVisible();
  }
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  for (const name of regions) await expect(page.getByRole('region', { name, exact: true })).toHaveCount(1);
  await expect(entryLine(page)).toBeVisible();
});

test('[PS2] the buttons that others rely on keep their names', async ({ holdfast }) => {
  const { page } = holdfast;
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('button', { name: 'Declare incident', exact: true })).toBeVisible();
  await declare(page, 'Sign-in fails');
  await page.keyboard.press('Alt+u');
  await expect(page.getByRole('button', { name: 'Copy update', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mark as sent', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+r');
  await expect(page.getByRole('button', { name: 'Export review', exact: true })).toBeVisible();
  await runCommand(page, 'Back to the console');
  await page.keyboard.press('Control+l');
  await openFromLibrary(page, 'Sign-in fails');
  await expect(page).toHaveTitle(/^Holdfast/);
});
