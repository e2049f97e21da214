import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from './electron-app.ts';

/** What a person does in the console's window, in their words. */

export const entryLine = (page: Page): Locator => page.getByRole('textbox', { name: 'Log entry' });
export const timeline = (page: Page): Locator => page.getByRole('region', { name: 'Timeline' });
export const nextBar = (page: Page): Locator => page.getByRole('region', { name: 'Next' });
/** Rows of the timeline that say this. */
export const rowsSaying = (page: Page, text: string): Locator =>
  timeline(page).getByRole('listitem').filter({ hasText: text });

/** Declares with the title alone, by keyboard, and waits until the entry line is there. */
export const declare = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox', { name: 'What is wrong' }).fill(title);
  await page.keyboard.press('Enter');
  await expect(entryLine(page)).toBeFocused();
};

/** Opens an incident from the library by its title, wherever the app is: at its start it may have resumed one. */
export const openFromLibrary = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('Control+l');
  await page.getByRole('region', { name: 'Incidents' }).getByRole('button', { name: title, exact: true }).click();
  await expect(timeline(page)).toBeVisible();
};

export const typeAndEnter = async (page: Page, text: string): Promise<void> => {
  await entryLine(page).fill(text);
  await entryLine(page).press('Enter');
};

/** Types, presses Enter and waits until the row stands there as recorded. */
export const record = async (page: Page, text: string, timeout?: number): Promise<void> => {
  await typeAndEnter(page, text);
  await expectRecorded(page, text, timeout);
};

/** Exactly one row says it, and nothing is on its way to the disk any more. */
export const expectRecorded = async (page: Page, text: string, timeout = 10_000): Promise<void> => {
  await expect(page.getByRole('contentinfo')).toContainText('all on disk', { timeout });
  await expect(rowsSaying(page, text)).toHaveCount(1, { timeout });
  await expect(rowsSaying(page, text)).not.toContainText(/recording|not on disk yet/);
};

/** Runs an action of the command palette by its words. */
export const runCommand = async (page: Page, label: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await palette
    .getByRole('searchbox')
    .or(palette.getByRole('combobox'))
    .or(palette.getByRole('textbox'))
    .first()
    .fill(label);
  await palette.getByRole('menuitem', { name: label }).first().click();
  await expect(palette).toBeHidden();
};

/** The window's content takes this size, as when a person drags its edge. */
export const resizeTo = async (
  { electron, page }: RunningApp,
  size: { readonly width: number; readonly height: number },
): Promise<void> => {
  await electron.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  );
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(size.width);
};

/** The process that writes to the disk, as the main process knows it. */
export const libraryProcessId = (app: RunningApp): Promise<number | undefined> =>
  app.electron.evaluate(
    ({ app: electronApp }) => electronApp.getAppMetrics().find(({ name }) => name === 'Holdfast library')?.pid,
  );
