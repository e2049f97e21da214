import { declare, openFromLibrary, record, rowsSaying, timeline } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';

test('[DC20] the first Declare dialog asks for name and device tag; both may stay empty and are asked once', async ({
  holdfast,
}) => {
  const { page } = holdfast;
  const dialog = page.getByRole('dialog', { name: 'Declare incident' });
  await page.keyboard.press('Control+n');
  await expect(dialog.getByRole('textbox', { name: 'What is wrong' })).toBeFocused();
  await expect(dialog.getByRole('textbox', { name: 'Your name' })).toHaveValue('');
  await dialog.getByRole('textbox', { name: 'Device tag' }).fill('');
  await dialog.getByRole('textbox', { name: 'What is wrong' }).fill('Checkout fails');
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toBeVisible();
  await expect(page.getByRole('banner').getByRole('button', { name: /^Typing as someone/ })).toBeVisible();
  await record(page, 'nobody said who they are');
  await expect(rowsSaying(page, 'nobody said who they are')).toContainText('someone');

  await page.keyboard.press('Control+l');
  await page.keyboard.press('Control+n');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Your name' })).toHaveCount(0);
});

test('[DC20] who says it there stands beside every entry, and can be switched in one gesture', async ({ holdfast }) => {
  const { page } = holdfast;
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Control+n');
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ann Lee');
  await dialog.getByRole('textbox', { name: 'Device tag' }).fill('ann-7');
  await dialog.getByRole('textbox', { name: 'What is wrong' }).fill('Checkout fails');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('banner').getByRole('button', { name: 'Typing as Ann Lee. Switch person' }),
  ).toBeVisible();
  await record(page, 'the first thing seen');
  await expect(rowsSaying(page, 'the first thing seen')).toContainText('Ann Lee');

  await page.keyboard.press('Control+u');
  await page.getByRole('dialog', { name: 'Who types' }).getByRole('textbox', { name: 'Name' }).fill('Bo Chen');
  await page.keyboard.press('Control+Enter');
  await record(page, 'seen by somebody else');
  await expect(rowsSaying(page, 'seen by somebody else')).toContainText('Bo Chen');
  await expect(rowsSaying(page, 'the first thing seen')).toContainText('Ann Lee');
  // The next one is declared by whoever types now.
  await page.keyboard.press('Control+l');
  await declare(page, 'Mail is late');
  await openFromLibrary(page, 'Mail is late');
  await expect(page.getByRole('region', { name: 'Roles' })).toContainText('Bo Chen');
});
