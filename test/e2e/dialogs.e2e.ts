import type { Locator } from '@playwright/test';
import { declare, record, resizeTo, rowsSaying, runCommand } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';

test('[DLG3] what cannot be undone says so, and its button looks like no other', async ({ launch }) => {
  const { page } = await launch();
  await declare(page, 'Checkout fails');
  await record(page, 'Jane Doe called');
  const dialog = page.getByRole('dialog');
  await runCommand(page, 'Change the severity');
  const usual = await lookOf(dialog.getByRole('button', { name: 'Change severity' }));
  await page.keyboard.press('Escape');
  await rowsSaying(page, 'Jane Doe called').first().hover();
  await rowsSaying(page, 'Jane Doe called')
    .first()
    .getByRole('button', { name: /what to do/ })
    .click();
  await page.getByRole('menuitem', { name: 'Redact', exact: false }).first().click();
  await expect(dialog).toContainText('This cannot be undone.');
  expect(await lookOf(dialog.getByRole('button', { name: 'Remove the text' }))).not.toBe(usual);
});

test('[DLG4] what a dialog asks for is in sight in the smallest window, however long the list that it stands beside', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await declare(page, 'Checkout fails');
  await resizeTo(app, { width: 1024, height: 700 });
  await page.keyboard.press('Alt+r');
  await runCommand(page, 'Mark the review reviewed');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'Open points' }).getByRole('listitem').last()).not.toBeInViewport();
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeInViewport({ ratio: 1 });
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'Mark reviewed anyway' })).toBeInViewport({ ratio: 1 });
});

test('[DLG5] verifying counts lines and entries, the latter as the status line does; a head is copied whole', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await declare(page, 'Checkout fails');
  await record(page, 'errors at 12 %');
  const entries = await page
    .getByRole('contentinfo')
    .getByText(/^\d+ entries, all on disk$/)
    .innerText();
  await runCommand(page, 'Verify the record');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`${Number.parseInt(entries, 10)} entries in 2 lines`);
  await dialog.getByRole('button', { name: /^Copy the head of run/ }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied.');
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^[0-9a-f]{64}$/);
  await expect(dialog.getByRole('table')).toContainText(copied);
});

const lookOf = (button: Locator): Promise<string> =>
  button.evaluate((element) => getComputedStyle(element).backgroundColor);
