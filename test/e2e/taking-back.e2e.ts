import {
  chooseForRow,
  declare,
  entryLine,
  record,
  rowsSaying,
  timeline,
  typeAndEnter,
} from '../support/console-page.ts';
import { expect } from '../support/electron-app.ts';
import { testInOneApp as test } from '../support/shared-app.ts';

const title = 'Checkout fails';

test('[TB13] what was taken back comes back by key, and the status line says what became of it', async ({
  holdfast,
}) => {
  const { page } = holdfast;
  const status = page.getByRole('contentinfo');
  await declare(page, title);
  await record(page, 'no mistake at all');
  await expect(entryLine(page)).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(rowsSaying(page, 'no mistake at all')).toContainText('Taken back');
  // Seen, not only spoken: the live region is a point in size.
  await expect(status.getByTitle('Taken back: Note “no mistake at all”.', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(rowsSaying(page, 'no mistake at all')).not.toContainText('Taken back');
  await expect(status.getByTitle('Brought back. It counts again.')).toBeVisible();
  await expect(status.getByTitle('Brought back. It counts again.')).toBeHidden({ timeout: 15_000 });
});

test('[TB13] a row that was taken back offers to bring it back in its menu', async ({ holdfast }) => {
  const { page } = holdfast;
  await declare(page, title);
  await record(page, 'away and back');
  await page.keyboard.press('Control+z');
  const row = rowsSaying(page, 'away and back');
  await expect(row).toContainText('Taken back');
  await expect(page.getByRole('contentinfo')).toContainText('all on disk');
  await chooseForRow(row, 'Bring back');
  await expect(row).not.toContainText('Taken back');
});

test('[TB14] a refusal is seen in the status line', async ({ holdfast }) => {
  const { page } = holdfast;
  await declare(page, title);
  await expect(timeline(page)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('contentinfo').getByTitle('Nothing of yours is left to take back here.')).toBeVisible();
});

test('[MS41] taking a milestone back tells which figures move, before in its dialog and after by key', async ({
  holdfast,
}) => {
  const { page } = holdfast;
  await declare(page, title);
  await typeAndEnter(page, '!milestone failure');
  // The line that says what is on its way has no menu.
  await expect(page.getByRole('contentinfo')).toContainText('all on disk');
  await chooseForRow(timeline(page).getByRole('listitem').filter({ hasText: 'Failure' }).last(), 'Take back');
  const moves = page.getByRole('dialog', { name: 'Take back' }).getByRole('region', { name: 'What moves' });
  await expect(moves).toContainText('Time to Detect, Failure to Detected');
  await expect(moves).toContainText('becomes no Failure');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(entryLine(page)).toHaveValue('');
  await entryLine(page).focus();
  await page.keyboard.press('Control+z');
  await expect(
    page.getByRole('contentinfo').getByTitle(/^Taken back: .* Time to Detect: no Failure \(was /),
  ).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('contentinfo').getByTitle(/^Brought back\. .*\(was no Failure\)/)).toBeVisible();
});
