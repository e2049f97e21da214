import { join } from 'node:path';
import { setClockFile } from '../support/clock-file.ts';
import { entryLine, expectRecorded, nextBar, resizeTo, typeAndEnter } from '../support/console-page.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';

test('[AX5] with text at 200 % and every update late, what is typed stays in sight', async ({ launch, folder }) => {
  const clockFile = join(folder, 'clock');
  setClockFile(clockFile, '2026-03-02T09:00:00.000Z');
  const app = await launch({ clockFile });
  const { page } = app;
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox', { name: 'What is wrong' }).fill('Checkout fails');
  await page.keyboard.press('Enter');
  await expect(entryLine(page)).toBeFocused();
  await typeAndEnter(page, '!sev 1 nobody can pay');
  await expectRecorded(page, 'nobody can pay');
  setClockFile(clockFile, '2026-03-02T10:00:00.000Z');
  await expect(nextBar(page)).toContainText('A whole interval late.');
  await resizeTo(app, { width: 1024, height: 700 });
  await zoomTo(app, 2);

  await page.keyboard.press('Control+j');
  await page.keyboard.type('errors at 38 %');
  const line = await boxOf(entryLine(page));
  expect(line.top).toBeGreaterThan(0);
  expect(line.bottom).toBeLessThanOrEqual(await page.evaluate(() => innerHeight));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  await page.keyboard.press('Alt+u');
  const draft = page.getByRole('textbox', { name: /draft$/ });
  await expect(draft).toBeFocused();
  await expect(async () => {
    expect((await boxOf(draft)).bottom).toBeLessThanOrEqual((await boxOf(entryLine(page))).top);
  }).toPass();
});

const boxOf = (field: ReturnType<typeof entryLine>) =>
  field.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top, bottom };
  });

const zoomTo = async ({ electron, page }: RunningApp, factor: number): Promise<void> => {
  const before = await page.evaluate(() => innerWidth);
  await electron.evaluate(
    ({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom),
    factor,
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(before / factor);
};
