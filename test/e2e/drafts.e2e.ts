import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseForRow, declare, entryLine, openFromLibrary, record, rowsSaying } from '../support/console-page.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';
import { readIfThere } from '../support/read-if-there.ts';

const title = 'Checkout fails';

test('[TB9] [TB16] an entry, an update and a review section that were being written are there again after a power cut, and a damaged draft is kept and told of', async ({
  launch,
}) => {
  const first = await launch();
  await declare(first.page, title);
  await entryLine(first.page).fill('half a thought');
  await expect.poll(() => draftsSaying(first, 'half a thought')).toBe(1);
  await first.page.keyboard.press('Alt+u');
  const update = first.page.getByRole('textbox', { name: /draft|update/i }).first();
  await update.fill('Half an update for everyone.');
  await expect.poll(() => draftsSaying(first, 'Half an update for everyone.')).toBe(1);
  await first.page.keyboard.press('Escape');
  await first.page.keyboard.press('Alt+r');
  const field = first.page.getByRole('textbox', { name: /summary/i }).first();
  await field.click();
  await first.page.keyboard.type('Half a summary of it.');
  await expect.poll(() => draftsSaying(first, 'Half a summary of it.')).toBe(1);
  await first.kill();
  const drafts = join(first.library, 'drafts');
  const [run = ''] = readdirSync(drafts);
  const damaged = join(drafts, run, `${'0'.repeat(32)}.json`);
  writeFileSync(damaged, '{"key":"x","text":"half an upd');

  const second = await launch({ library: first.library, userData: first.userData });
  const notice = second.page.getByText('A text that was typed and not recorded cannot be used', { exact: false });
  await expect(notice.first()).toContainText(damaged);
  const kept = readdirSync(join(drafts, run)).find((name) => name.includes('.corrupt-')) ?? '';
  expect(readFileSync(join(drafts, run, kept), 'utf8')).toBe('{"key":"x","text":"half an upd');
  await openFromLibrary(second.page, title);
  await expect(entryLine(second.page)).toHaveValue('half a thought');
  await expect(rowsSaying(second.page, 'half a thought')).toHaveCount(0);
  await second.page.keyboard.press('Alt+u');
  await expect(second.page.getByRole('textbox', { name: /draft|update/i }).first()).toHaveValue(
    'Half an update for everyone.',
  );
  await second.page.keyboard.press('Escape');
  await second.page.keyboard.press('Alt+r');
  await expect(second.page.getByText('Half a summary of it.').first()).toBeVisible();
});

test('[DLG18, DLG19] a declaration and a contact that were being typed as the app was killed are there again, and no draft once they are sent', async ({
  launch,
}) => {
  const first = await launch();
  await first.page.keyboard.press('Control+Shift+p');
  await first.page.getByRole('button', { name: 'Add a person' }).click();
  await phones(first.page).fill('+420 600 111 222');
  await expect.poll(() => draftsSaying(first, '+420 600 111 222')).toBe(1);
  await first.page.keyboard.press('Control+n');
  await wrong(first.page).fill('Checkout fa');
  await services(first.page).fill('orders');
  await expect.poll(() => draftsSaying(first, 'orders')).toBe(1);
  await first.kill();
  expect(draftsSaying(first, 'Checkout fa')).toBe(1);

  const second = await launch({ library: first.library, userData: first.userData });
  const { page } = second;
  const left = page.getByText('A declaration was begun and not sent.');
  await expect(left).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog')).toContainText('Kept from before');
  await expect(services(page)).toHaveValue('orders');
  await expect(wrong(page)).toHaveValue('Checkout fa');
  await wrong(page).fill(title);
  await wrong(page).press('Enter');
  await expect(entryLine(page)).toBeFocused();
  await expect.poll(() => draftsSaying(second, 'orders')).toBe(0);

  await page.keyboard.press('Control+Shift+p');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expect(page.getByText('Kept from before')).toBeVisible();
  await expect(phones(page)).toHaveValue('+420 600 111 222');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(phones(page)).toHaveValue('');
  await expect.poll(() => draftsSaying(second, '+420 600 111 222')).toBe(0);
  await openFromLibrary(page, title);
  await page.keyboard.press('Control+l');
  await expect(left).toHaveCount(0);
  await page.keyboard.press('Control+n');
  await expect(wrong(page)).toHaveValue('');
  await expect(page.getByText('Kept from before')).toHaveCount(0);
});

test('[RX18] a declaration that was left loses what is redacted in an incident', async ({ holdfast }) => {
  const { page } = holdfast;
  const secret = 'card 4000 1234 5678 9010';
  await declare(page, title);
  await record(page, secret);
  await page.keyboard.press('Control+n');
  await wrong(page).fill(`Leaked: ${secret}`);
  await expect.poll(() => draftsSaying(holdfast, `Leaked: ${secret}`)).toBe(1);
  await page.keyboard.press('Escape');
  await chooseForRow(rowsSaying(page, secret).first(), 'Redact');
  const dialog = page.getByRole('dialog', { name: 'Redact' });
  await dialog.getByRole('textbox', { name: 'Why' }).fill('customer data');
  await dialog.getByRole('button', { name: 'Remove the text' }).click();
  await expect(page.getByRole('dialog', { name: 'Redacted text in files' })).toBeVisible();
  expect(draftsSaying(holdfast, secret)).toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+n');
  await expect(wrong(page)).toHaveValue('Leaked: [redacted]');
});

const wrong = (page: Page) => page.getByRole('textbox', { name: 'What is wrong' });
const services = (page: Page) => page.getByRole('textbox', { name: 'Services' });
const phones = (page: Page) => page.getByRole('textbox', { name: 'Phones' });

function draftsSaying({ library }: RunningApp, text: string): number {
  const drafts = join(library, 'drafts');
  if (!existsSync(drafts)) return 0;
  return readdirSync(drafts, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .filter((name) => readIfThere(join(drafts, name)).includes(text)).length;
}
