import type { Page } from '@playwright/test';
import { declare, entryLine, expectRecorded, rowsSaying } from '../support/console-page.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';

/** As the global hot key does: keys of the desktop do not reach a test. */
const openCapture = async ({ electron, page }: RunningApp): Promise<Page> => {
  const opened = electron.waitForEvent('window');
  await page.evaluate(() => (globalThis as unknown as Bridged).bridge.request('window:show', { window: 'capture' }));
  return opened;
};

interface Bridged {
  readonly bridge: { request(channel: string, payload: unknown): Promise<unknown> };
}

const isShown = ({ electron }: RunningApp): Promise<boolean | undefined> =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle() === 'Holdfast capture' || window.webContents.getURL().includes('capture'))
      ?.isVisible(),
  );

test('[CP20] one line from anywhere is on the timeline of the open incident, and the window gets out of the way', async ({
  holdfast: app,
}) => {
  const { page } = app;
  await declare(page, 'Checkout fails');
  await entryLine(page).fill('half a thought');
  const capture = await openCapture(app);
  const line = capture.getByRole('textbox', { name: 'Log entry' });
  await expect(line).toBeFocused();
  await expect(capture.getByRole('main', { name: 'Capture' })).toContainText('Checkout fails');

  await line.fill('!sev 2 half of the orders are stuck');
  await expect(capture.getByRole('main')).toContainText(/SEV2/);
  await line.press('Enter');
  await expect.poll(() => isShown(app)).toBe(false);
  await expectRecorded(page, 'half of the orders are stuck');
  await expect(page.getByRole('banner')).toContainText('SEV2');
  // What was being typed in the console is still being typed.
  await expect(entryLine(page)).toHaveValue('half a thought');
});

test('[CP21] a refused line stays in the window with the reason; Esc leaves and keeps it', async ({
  holdfast: app,
}) => {
  const { page } = app;
  await declare(page, 'Checkout fails');
  const capture = await openCapture(app);
  const line = capture.getByRole('textbox', { name: 'Log entry' });
  await expect(capture.getByRole('main', { name: 'Capture' })).toContainText('Checkout fails');
  await line.fill('!milestone resolved');
  await line.press('Enter');
  await expect(capture.getByRole('alert')).not.toBeEmpty();
  await expect(line).toHaveValue('!milestone resolved');
  await expect.poll(() => isShown(app)).toBe(true);
  await line.press('Escape');
  await expect.poll(() => isShown(app)).toBe(false);
  await expect(rowsSaying(page, 'milestone resolved')).toHaveCount(0);
  await expect(line).toHaveValue('!milestone resolved');
});
