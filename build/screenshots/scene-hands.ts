import type { ElectronApplication, Page } from '@playwright/test';
import type { PictureApp } from './picture-app.ts';

export async function press(page: Page, keys: string) {
  await leave(page);
  await page.keyboard.press(keys);
}

export async function openWith(page: Page, keys: string) {
  await press(page, keys);
  await page.getByRole('dialog').first().waitFor();
}

/** Closes what is open over the screen; a dialog that was opened from another one leads back to it. */
export async function leave(page: Page) {
  const dialog = page.getByRole('dialog');
  while ((await dialog.count()) > 0) {
    await page.keyboard.press('Escape');
    await dialog.first().waitFor({ state: 'detached' });
  }
}

export async function openIncident(page: Page) {
  await leave(page);
  if ((await page.getByRole('table').count()) === 0) await press(page, 'Control+L');
  await page.getByRole('button', { name: 'Checkout payments fail', exact: true }).click();
  await page.getByRole('region', { name: 'Timeline' }).waitFor();
}

export async function runCommand(page: Page, words: string) {
  await press(page, 'Control+K');
  const palette = page.getByRole('dialog');
  await palette.waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('heading').first().waitFor();
}

export async function openCapture(page: Page, electron: ElectronApplication) {
  await leave(page);
  const opened = electron.waitForEvent('window');
  await page.evaluate('bridge.request("window:show", { window: "capture" })');
  const capture = await opened;
  await capture.getByRole('textbox').waitFor();
  return capture;
}

export async function offerCommand(page: Page) {
  await page.keyboard.press('Control+L');
  await openIncident(page);
  await runCommand(page, 'Hand off command');
  await page.getByRole('combobox', { name: 'Who takes over' }).fill('Dev Patel');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

export async function acceptCommand(page: Page) {
  const acceptance = page.getByRole('complementary', { name: 'Acceptance' });
  // The box itself lies out of sight under its picture.
  for (const risk of await acceptance.getByRole('checkbox').all()) await risk.check({ force: true });
  await acceptance.getByRole('textbox').fill('Dev Patel');
  await page.keyboard.press('Control+Enter');
  await acceptance.getByText('for both of them').waitFor();
}

/** Presses the first thing of a region: by its name, or the first button of its first row. */
export async function pressIn(page: Page, region: string, what: RegExp | 'listitem') {
  const place = page.getByRole('region', { name: region, exact: true });
  const button =
    what === 'listitem' ? place.getByRole('listitem').getByRole('button') : place.getByRole('button', { name: what });
  await button.first().click();
  await page.getByRole('dialog').waitFor();
}

export async function fromRowMenu(page: Page, words: string) {
  const rows = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
  const row = rows.filter({ hasText: /Observed/ }).first();
  await row.hover();
  await row.getByRole('button', { name: /what to do/ }).click();
  await page.getByRole('menuitem', { name: words, exact: false }).first().click();
  await page.getByRole('dialog').waitFor();
}

/** A clock that was found fast, then set back, with entries around it. */
export async function moveTheClock({ page }: PictureApp, setClock: (instant: string) => void) {
  await leave(page);
  await page.keyboard.press('Escape');
  await openIncident(page);
  const entry = page.getByRole('textbox', { name: 'Log entry' });
  const onDisk = page.getByRole('contentinfo').getByText('all on disk');
  await entry.fill('');
  for (const line of ['Errors at 12 %, falling', '!clock 3m fast NTP of the data centre']) {
    await entry.fill(line);
    await page.keyboard.press('Enter');
    await onDisk.waitFor();
  }
  setClock('2026-03-02T14:17:30.000Z');
  await page.getByRole('banner').getByText('14:17:30').first().waitFor();
  await entry.fill('Clock set, errors at 4 %');
  await page.keyboard.press('Enter');
  await page.getByText('clock moved back').first().waitFor();
}

export async function openRedaction(page: Page) {
  const row = page
    .getByRole('region', { name: 'Timeline' })
    .getByRole('listitem')
    .filter({ hasText: 'falling' })
    .first();
  await row.hover();
  await row.getByRole('button', { name: /what to do/ }).click();
  await page.getByRole('menuitem', { name: 'Redact' }).first().click();
  await page.getByRole('dialog').waitFor();
}

export async function redactAndLook(page: Page) {
  await page.getByRole('textbox', { name: 'Why' }).fill('customer name');
  await page.getByRole('button', { name: 'Remove the text' }).click();
  await page.getByText('to look at').or(page.getByText('No file of this incident')).first().waitFor();
}
