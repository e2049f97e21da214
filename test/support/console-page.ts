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
  const wrong = page.getByRole('textbox', { name: 'What is wrong' });
  await wrong.fill(title);
  await wrong.press('Enter');
  await expect(entryLine(page)).toBeFocused();
};

/** Opens an incident from the library by its title, wherever the app is: at its start it may have resumed one. */
export const openFromLibrary = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('Control+l');
  await page.getByRole('region', { name: 'Incidents' }).getByRole('button', { name: title, exact: true }).click();
  await expect(timeline(page)).toBeVisible();
  // The line takes the focus once it is this incident's; before, what is put into it may go to none.
  const line = entryLine(page).and(page.locator(':focus'));
  await expect(line.or(page.getByRole('contentinfo').getByText('Read only')).first()).toBeVisible();
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
export const expectRecorded = async (page: Page, text: string, timeout?: number): Promise<void> => {
  const patience = timeout === undefined ? {} : { timeout };
  await expect(page.getByRole('contentinfo')).toContainText('all on disk', patience);
  await expect(rowsSaying(page, text)).toHaveCount(1, patience);
  await expect(rowsSaying(page, text).filter({ hasText: /recording|not on disk yet/ })).toHaveCount(0);
};

/** Runs an action of the command palette by its words. It has been run when this is over; what it does may take longer. */
export const runCommand = async (page: Page, label: string): Promise<void> => {
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const command = palette.getByRole('menuitem', { name: label }).first();
  // It lists what can be done when it opens: what is only just becoming possible stands there the next time.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await palette
      .getByRole('searchbox')
      .or(palette.getByRole('combobox'))
      .or(palette.getByRole('textbox'))
      .first()
      .fill(label, { timeout: 5_000 });
    // A row that moves under the pointer, while the list grows shorter, is missed; the palette stays open then.
    const pressed = command.click({ timeout: 5_000 }).then(() => expect(palette).toBeHidden({ timeout: 5_000 }));
    await pressed.catch(async (error: unknown) => {
      await page.keyboard.press('Escape');
      await expect(palette).toBeHidden();
      throw error;
    });
  }).toPass({ timeout: 30_000 });
  await untilCommandRan(page);
};

/** The palette runs a command by a timer, once the focus is back where it was; this timer comes behind it. */
export const untilCommandRan = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve)));

/** Keys reach a dialog once the focus is in it: its code may have to be fetched first, and its first field be drawn. */
export const expectToTakeKeys = (dialog: Locator): Promise<void> =>
  expect(dialog.and(dialog.page().locator(':focus-within'))).toHaveCount(1);

/** Chooses in the menu of a row. The row has one while the pointer is over it, so a row that moves away is pointed at again. */
export const chooseForRow = async (row: Locator, label: string): Promise<void> => {
  await expect(async () => {
    await row.hover({ timeout: 5_000 });
    await row.getByRole('button', { name: /what to do/ }).click({ timeout: 5_000 });
  }).toPass();
  await row.page().getByRole('menuitem', { name: label }).first().click();
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
  await expect
    .poll(() => page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight })))
    .toEqual({ width: size.width, height: size.height });
};

/** The process that writes to the disk, as the main process knows it. */
export const libraryProcessId = (app: RunningApp): Promise<number | undefined> =>
  app.electron.evaluate(
    ({ app: electronApp }) => electronApp.getAppMetrics().find(({ name }) => name === 'Holdfast library')?.pid,
  );
