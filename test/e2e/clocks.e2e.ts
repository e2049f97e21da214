import { join } from 'node:path';
import { setClockFile } from '../support/clock-file.ts';
import { declare, expectRecorded, record, rowsSaying, runCommand, typeAndEnter } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';

const title = 'Checkout fails';
const onDay = (clock: string) => `2026-03-02T${clock}.000Z`;

test('[CE12] timers are right after the clock was moved forward and back, and the rows around it say so', async ({
  launch,
  folder,
}) => {
  const clockFile = join(folder, 'clock');
  const clock = (at: string) => setClockFile(clockFile, onDay(at));
  clock('10:00:00');
  const { page } = await launch({ clockFile });
  await declare(page, title);
  const clocks = page.getByRole('region', { name: 'Clocks' });
  const header = page.getByRole('banner');
  await record(page, 'first');
  clock('10:12:30');
  await expect(clocks).toContainText('12m 30s');
  await record(page, 'before it was set back');
  clock('10:05:10');
  await expect(clocks).toContainText('5m 10s');
  await expect(header).toContainText(/05:10/);
  await record(page, 'after it was set back');
  await expect(rowsSaying(page, 'before it was set back')).toContainText('clock moved after this');
  await expect(rowsSaying(page, 'after it was set back')).toContainText('clock moved back by 7m 20s');
  await expect(rowsSaying(page, 'first')).not.toContainText('clock');
  clock('09:30:00');
  await expect(header).toContainText(/30:00/);
  await expect(clocks).not.toContainText(/-\d/);
  clock('11:00:00');
  await expect(clocks).toContainText('1h 00m');
});

test('[CE13] a clock error is stated by line or dialog, and shows corrected times beside until it is taken back', async ({
  launch,
  folder,
}) => {
  const clockFile = join(folder, 'clock');
  setClockFile(clockFile, onDay('10:00:00'));
  const { page } = await launch({ clockFile });
  await declare(page, title);
  await record(page, 'errors at 12 %');
  await typeAndEnter(page, '!clock 3m fast NTP');
  await expectRecorded(page, '3m 00s fast against NTP');
  await expect(rowsSaying(page, 'errors at 12 %')).toContainText('time corrected 09:57:00');

  await runCommand(page, "State this device's clock error");
  const dialog = page.getByRole('dialog', { name: 'Clock error of this device' });
  await expect(dialog).toContainText('3m 00s fast against NTP');
  await dialog.getByText('Slow', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('Type how far it is off');
  await dialog.getByRole('textbox', { name: 'By how much' }).fill('45s');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('Say which clock it was compared with');
  await dialog.getByRole('textbox', { name: 'Against which clock' }).fill('the phone network');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(rowsSaying(page, 'errors at 12 %')).toContainText('time corrected 10:00:45');

  await page.getByRole('textbox', { name: 'Log entry' }).press('Control+z');
  await expect(rowsSaying(page, 'errors at 12 %')).toContainText('time corrected 09:57:00');
  await page.keyboard.press('Alt+r');
  await expect(page.getByRole('button', { name: 'Export review' })).toBeVisible();
});
