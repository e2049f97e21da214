import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { declare, entryLine, openFromLibrary, rowsSaying } from '../support/console-page.ts';
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

function draftsSaying({ library }: RunningApp, text: string): number {
  const drafts = join(library, 'drafts');
  if (!existsSync(drafts)) return 0;
  return readdirSync(drafts, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .filter((name) => readIfThere(join(drafts, name)).includes(text)).length;
}
