import { join } from 'node:path';
import { setClockFile } from '../support/clock-file.ts';
import { declare, expectRecorded, resizeTo, rowsSaying, typeAndEnter } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';

test('[CM17] what was copied and sent when is told in the zone of the screen, also for a text in another', async ({
  launch,
  folder,
}) => {
  const clockFile = join(folder, 'clock');
  setClockFile(clockFile, '2026-03-02T09:14:00.000Z');
  const { page } = await launch({ clockFile, env: { TZ: 'Europe/Prague' } });
  await declare(page, 'Checkout fails');
  await typeAndEnter(page, '!sev 2 one in eight fails');
  await expectRecorded(page, 'one in eight fails');
  await typeAndEnter(page, '!upd public');
  const draft = page.getByRole('textbox', { name: /draft$/ });
  await expect(draft).toHaveValue(/09:\d\d UTC/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Copied at/)).toContainText('10:14:00');
  await page.keyboard.press('Alt+s');
  await expect(page.getByRole('main')).toContainText('marked as sent at 10:14:00');
  await expect(page.getByRole('contentinfo')).toContainText('marked as sent at 10:14:00');
});

test('[TV18, TV19] no milestone is broken over two lines, and the star of a row covers none of its tags', async ({
  holdfast: app,
}) => {
  const { page } = app;
  await declare(page, 'Checkout fails');
  await typeAndEnter(page, '!ack');
  const word = rowsSaying(page, 'Acknowledged').getByText('Acknowledged', { exact: true });
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 700 },
    { width: 800, height: 560 },
  ]) {
    await resizeTo(app, size);
    await expect(word).toBeVisible();
    expect((await word.boundingBox())?.height).toBeLessThan(28);
  }

  await resizeTo(app, { width: 1024, height: 700 });
  await typeAndEnter(page, 'one more word '.repeat(12));
  const row = rowsSaying(page, 'one more word');
  await row.hover();
  const star = await row.getByRole('toolbar').boundingBox();
  const text = await row.getByText('one more word').boundingBox();
  expect((text?.x ?? 0) + (text?.width ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(star?.x ?? 0);
});
