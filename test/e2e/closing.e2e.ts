import { declare, entryLine, expectRecorded, openFromLibrary, record, rowsSaying } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';

const title = 'Checkout fails';

test('[TB20] text that was typed right before the window was closed is there at the next start', async ({ launch }) => {
  const first = await launch();
  await declare(first.page, title);
  await record(first.page, 'recorded before');
  await entryLine(first.page).fill('half a thought');
  await first.closeWindow();

  const second = await launch({ library: first.library, userData: first.userData });
  await openFromLibrary(second.page, title);
  await expect(entryLine(second.page)).toHaveValue('half a thought');
  await expect(rowsSaying(second.page, 'half a thought')).toHaveCount(0);
  await expectRecorded(second.page, 'recorded before');
});

test('[TB20] a line that was entered right before the window was closed is recorded once', async ({ launch }) => {
  const first = await launch();
  await declare(first.page, title);
  await entryLine(first.page).fill('the last line');
  await entryLine(first.page).press('Enter');
  await first.closeWindow();

  const second = await launch({ library: first.library, userData: first.userData });
  await openFromLibrary(second.page, title);
  await expectRecorded(second.page, 'the last line');
  await expect(rowsSaying(second.page, 'the last line')).toHaveCount(1);
  await expect(entryLine(second.page)).toHaveValue('');
});

test('[TB21] a screen that cannot be drawn says so and is shown again, with what was typed', async ({ holdfast }) => {
  const { page } = holdfast;
  holdfast.expectProblem(/planted/);
  await declare(page, title);
  await entryLine(page).fill('half a thought');
  // Every time on the screen is written by it.
  await page.evaluate(() => {
    const { formatToParts } = Intl.DateTimeFormat.prototype;
    Object.assign(globalThis, { mend: () => Object.assign(Intl.DateTimeFormat.prototype, { formatToParts }) });
    Object.assign(Intl.DateTimeFormat.prototype, {
      formatToParts: () => {
        throw new Error('planted');
      },
    });
  });
  const again = page.getByRole('button', { name: 'Show it again' });
  await expect(again).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('The record is not affected');
  await page.evaluate(() => (globalThis as unknown as { mend(): void }).mend());
  await again.click();
  await expect(entryLine(page)).toHaveValue('half a thought');
  await expectRecorded(page, title);
});
