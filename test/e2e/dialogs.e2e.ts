import type { Locator } from '@playwright/test';
import {
  chooseForRow,
  declare,
  expectToTakeKeys,
  record,
  resizeTo,
  rowsSaying,
  runCommand,
  typeAndEnter,
} from '../support/console-page.ts';
import { expect } from '../support/electron-app.ts';
import { testInOneApp as test } from '../support/shared-app.ts';

test('[DLG3] what cannot be undone says so, and its button looks like no other', async ({ holdfast: { page } }) => {
  await declare(page, 'Checkout fails');
  await record(page, 'Jane Doe called');
  const dialog = page.getByRole('dialog');
  await runCommand(page, 'Change the severity');
  await dialog.getByRole('radio', { name: /SEV2/ }).press('Space');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('many orders fail');
  const usual = await lookOf(dialog.getByRole('button', { name: 'Change severity' }));
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await chooseForRow(rowsSaying(page, 'Jane Doe called').first(), 'Redact');
  await expect(dialog).toContainText('This cannot be undone.');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('a name');
  expect(await lookOf(dialog.getByRole('button', { name: 'Remove the text' }))).not.toBe(usual);
});

test('[DLG4] what a dialog asks for is in sight in the smallest window, however long the list that it stands beside', async ({
  holdfast: app,
}) => {
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

test('[DLG5] verifying counts lines and events, the latter as the status line does; a head is copied whole', async ({
  holdfast: app,
}) => {
  const { page } = app;
  await declare(page, 'Checkout fails');
  await record(page, 'errors at 12 %');
  const events = await page
    .getByRole('contentinfo')
    .getByText(/^\d+ events, all on disk$/)
    .innerText();
  await runCommand(page, 'Verify the record');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`${Number.parseInt(events, 10)} events in 2 lines`);
  await dialog.getByRole('button', { name: /^Copy the head of run/ }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied.');
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^[0-9a-f]{64}$/);
  await expect(dialog.getByRole('table')).toContainText(copied);
});

test('[DLG6, DLG16] where one press could do the wrong thing, nothing is chosen beforehand, and the button looks like it', async ({
  holdfast: { page },
}) => {
  await declare(page, 'Payments fail');
  await declare(page, 'Checkout fails');
  await record(page, 'errors at 12 %');
  const dialog = page.getByRole('dialog');
  await runCommand(page, 'Move to another incident, my last entry');
  await expect(dialog.getByRole('button', { name: /Incident$/ })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('Choose the incident that it belongs to.');
  await page.keyboard.press('Escape');

  await runCommand(page, 'Close as false alarm, merged or cancelled');
  await expect(dialog.getByRole('radio').first()).toBeVisible();
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
  await expectToTakeKeys(dialog);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toHaveText('Choose how it is closed.');
  const close = dialog.getByRole('button', { name: 'Close incident' });
  const open = await lookOf(close);
  await dialog.getByRole('textbox', { name: 'Why' }).fill('declared in error');
  expect(await lookOf(close)).toBe(open);
  await dialog.getByRole('radio', { name: 'Cancelled' }).press('Space');
  await expect.poll(() => lookOf(close)).not.toBe(open);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+r');
  await page.keyboard.press('Alt+f');
  await expect(dialog.getByRole('radio').first()).toBeVisible();
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Add factor' }).press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Choose first where it acted.');
  await dialog.getByRole('button', { name: /Where it acted$/ }).click();
  await page.getByRole('option').first().click();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expectToTakeKeys(dialog);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('status')).toHaveText('Choose first whether it made things worse or helped.');
});

test('[DLG7] fields, buttons and the foot keep common edges while the middle scrolls; options look like it', async ({
  holdfast: app,
}) => {
  const { page } = app;
  await declare(page, 'Checkout fails');
  await resizeTo(app, { width: 1024, height: 700 });
  const dialog = page.getByRole('dialog');
  await runCommand(page, 'Decide');
  await dialog.getByRole('textbox', { name: 'Option A' }).fill('roll back');
  const edges = async () => {
    const field = await boxOf(dialog.getByRole('textbox', { name: 'Decided', exact: true }).locator('..'));
    const button = await boxOf(dialog.getByRole('button', { name: 'Record decision' }));
    return Math.abs(field.right - button.right);
  };
  await expect.poll(edges).toBeLessThan(1);
  const options = dialog.getByRole('radiogroup', { name: 'Option', exact: true }).locator('label');
  const ring = () => options.first().evaluate((label) => getComputedStyle(label, '::before').borderRadius);
  await expect.poll(ring).toBe('50%');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+h');
  // The dialog rises into its place: measured until it stands.
  const beside = async () => {
    const risk = await boxOf(dialog.getByRole('textbox', { name: 'Another risk' }).locator('..'));
    const add = await boxOf(dialog.getByRole('button', { name: 'Add', exact: true }));
    return [add.top - risk.top, add.bottom - risk.bottom];
  };
  await expect.poll(beside).toEqual([0, 0]);
});

test('[DLG8, DLG14] severity and impact say what holds now; a form that was left holds what was typed, until it is sent', async ({
  holdfast: { page },
}) => {
  await declare(page, 'Checkout fails');
  await typeAndEnter(page, '!sev 2 many orders fail');
  await expect(page.getByRole('banner')).toContainText('SEV2');
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Alt+l');
  await expect(dialog).toContainText(/Now SEV2 major since \d\d:\d\d\./);
  const why = dialog.getByRole('textbox', { name: 'Why' });
  const kept = dialog.getByText('Kept from before');
  const sev1 = dialog.getByRole('radio', { name: /SEV1/ });
  await why.fill('no order goes through');
  await sev1.press('Space');
  await expect(kept).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+t');
  await expect(dialog.getByRole('textbox', { name: 'What is to be done' })).toHaveValue('');
  await expect(kept).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+l');
  await expect(kept).toBeVisible();
  await expect(why).toHaveValue('no order goes through');
  await expect(sev1).toBeChecked();
  await dialog.getByRole('button', { name: 'Start again' }).click();
  await expect(kept).toHaveCount(0);
  await expect(why).toHaveValue('');
  await expect(sev1).not.toBeChecked();
  await expectToTakeKeys(dialog);
  // A choice alone is none of it: whoever reads what SEV1 means has typed nothing.
  await sev1.press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+l');
  await expect(kept).toHaveCount(0);
  await expect(sev1).not.toBeChecked();
  await sev1.press('Space');
  await why.fill('no order goes through');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Alt+l');
  await expect(dialog).toContainText(/Now SEV1/);
  await expect(why).toHaveValue('');
  await expect(kept).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+i');
  await dialog.getByRole('textbox', { name: 'What users feel' }).fill('orders fail');
  await dialog.getByRole('textbox', { name: 'Reach' }).fill('38 % of orders');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Alt+i');
  await expect(dialog).toContainText('“orders fail” stays.');
  await expect(dialog).toContainText('“38 % of orders” was said before this change');
  await expectToTakeKeys(dialog);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Alt+i');
  await expect(dialog).toContainText('“orders fail” stays.');
  await expect(dialog).not.toContainText('38 % of orders');
  await page.keyboard.press('Escape');

  // The same where a fact is changed in its place.
  const known = page.getByRole('button', { name: 'Nothing confirmed yet' });
  await known.click();
  await page.keyboard.type('cards only');
  await page.keyboard.press('Escape');
  await known.click();
  await expect(page.getByRole('textbox', { name: 'Known' })).toHaveValue('cards only');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'cards only' })).toBeVisible();
});

test('[DLG9] what a milestone still lacks is said at its field, which has the focus', async ({
  holdfast: { page },
}) => {
  await declare(page, 'Checkout fails');
  await typeAndEnter(page, '!milestone fixed rolled back');
  const dialog = page.getByRole('dialog', { name: 'Record the fix' });
  const check = dialog.getByRole('textbox', { name: 'How it was checked' });
  const lacks = 'Say how the direct effect of the change was checked.';
  await expect(check).toBeFocused();
  await expect(check).toHaveAccessibleDescription(new RegExp(lacks));
  await expect(dialog.getByRole('region', { name: 'What moves' })).not.toContainText(lacks);
  await check.fill('a test payment passes');
  await expect(dialog).not.toContainText(lacks);
});

test('[DLG10] the entry that Enter would insert is marked; Arrow Down goes on to the next', async ({
  holdfast: { page },
}) => {
  await declare(page, 'Checkout fails');
  await record(page, 'errors at 12 %');
  await record(page, 'errors at 15 %');
  await page.keyboard.press('Alt+r');
  await page.keyboard.press('Alt+e');
  const dialog = page.getByRole('dialog');
  const rows = dialog.getByRole('list', { name: 'Entries' }).getByRole('listitem');
  await dialog.getByRole('textbox', { name: 'Find' }).fill('errors');
  await expect(dialog.getByRole('status')).toContainText(/^2 of 2\. Enter takes \d\d:\d\d errors at 12 %/);
  const [first, second] = [rows.nth(0).getByRole('button'), rows.nth(1).getByRole('button')];
  await expect.poll(async () => (await lookOf(first)) !== (await lookOf(second))).toBe(true);
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: /, Markdown$/ })).toContainText(/\[\[entry \S+-2\]\]/);
});

const lookOf = (button: Locator): Promise<string> =>
  button.evaluate((element) => getComputedStyle(element).backgroundColor);

const boxOf = (element: Locator): Promise<{ readonly top: number; readonly right: number; readonly bottom: number }> =>
  element.evaluate((node) => {
    const { top, right, bottom } = node.getBoundingClientRect();
    return { top, right, bottom };
  });
