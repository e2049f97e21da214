import {
  declare,
  entryLine,
  expectToTakeKeys,
  record,
  resizeTo,
  rowsSaying,
  runCommand,
  typeAndEnter,
} from '../support/console-page.ts';
import { expect } from '../support/electron-app.ts';
import { testInOneApp as test } from '../support/shared-app.ts';

test('[DLG1] a primary button says what is missing, also to whoever presses its keys', async ({
  holdfast: { page },
}) => {
  await declare(page, 'Checkout fails');
  await runCommand(page, 'Change the severity');
  const dialog = page.getByRole('dialog');
  await expectToTakeKeys(dialog);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toHaveText('Choose the severity. Unsure? Take the more severe one.');
  await page.keyboard.press('Escape');

  await runCommand(page, 'Make the data statement');
  await dialog.getByRole('button', { name: 'Make statement' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Choose what is known.');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+n');
  await dialog.getByRole('button', { name: 'Declare incident' }).click();
  await expect(dialog.getByText('Say in a few words what is wrong.')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+r');
  await runCommand(page, 'Mark the review reviewed');
  await expectToTakeKeys(dialog);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('status')).toHaveText('Say why first: readers will ask.');
});

test('[DLG2, DLG15, KY5] while a dialog is open, or its code is on its way, nothing typed changes the screen behind', async ({
  holdfast: { page },
}) => {
  await declare(page, 'Keys go astray');
  await record(page, 'errors at 12 %');
  await runCommand(page, 'Attach link as evidence');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName('Attach evidence');
  await page.keyboard.press('Alt+m');
  await expect(dialog).toHaveCount(1);
  await expect(dialog).toHaveAccessibleName('Attach evidence');
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type('https://graphs.example.com/1');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();

  await page.keyboard.press('Alt+r');
  await runCommand(page, 'Set review owner and meeting');
  await expectToTakeKeys(dialog);
  await page.keyboard.press('Alt+f');
  await expect(dialog).toHaveCount(1);
  await expect(dialog).toHaveAccessibleName('Owner and meeting');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Back to the console' }).click();
  await expect(entryLine(page)).toBeFocused();

  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/all-commands-.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  // It comes back where one was.
  await expect(entryLine(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByText('Opening')).toBeVisible();
  await page.keyboard.type('to no');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Opening')).toHaveCount(0);
  await page.keyboard.type('hot');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sever');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Opening')).toBeVisible();
  letThrough();
  await expect(page.getByRole('textbox', { name: 'Commands' })).toHaveValue('sever');
  await page.keyboard.type('ity');
  await expect(page.getByRole('menuitem', { name: 'Change the severity' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(entryLine(page)).toHaveValue('hot');
  await expect(entryLine(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByText('Arrow Down marks one, Enter runs it')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('textbox', { name: 'Commands' })).toHaveAttribute('aria-activedescendant', /./);
});

test('[EL10] a milestone that the line cannot say in full opens its form with what was typed', async ({
  holdfast: { page },
}) => {
  await declare(page, 'Checkout fails');
  await typeAndEnter(page, '!milestone fixed rolled back');
  const dialog = page.getByRole('dialog', { name: 'Record the fix' });
  await expect(dialog.getByRole('textbox', { name: 'What was changed' })).toHaveValue('rolled back');
  await dialog.getByRole('textbox', { name: 'How it was checked' }).fill('a test payment passes');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('the cause came later');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(entryLine(page)).toHaveValue('');
});

test('[TV17] a to-do is answered from its row', async ({ holdfast: { page } }) => {
  await declare(page, 'Checkout fails');
  await record(page, 'TODO ask the provider');
  await runCommand(page, 'Answer, my last entry');
  await expect(entryLine(page)).toHaveValue(/^!done \S+ $/);
  await entryLine(page).pressSequentially('they know');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('they know');
});

test('[CM12] what was copied stands still while the facts move on, and says so', async ({ holdfast: { page } }) => {
  await declare(page, 'Checkout fails');
  await typeAndEnter(page, '!sev 2 some cannot pay');
  await typeAndEnter(page, '!impact partial some cannot pay');
  await expect(page.getByRole('contentinfo')).toContainText('all on disk');
  await expect(rowsSaying(page, 'some cannot pay')).toHaveCount(2);
  await typeAndEnter(page, '!upd chat Payments are slow');
  const draft = page.getByRole('textbox', { name: /draft$/ });
  await expect(draft).toHaveValue('Payments are slow');
  await page.getByRole('button', { name: 'Start again from the facts' }).click();
  await expect(draft).not.toHaveValue('Payments are slow');
  await page.getByRole('button', { name: 'Copy update' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied at' })).toBeVisible();
  const copied = await draft.inputValue();
  await typeAndEnter(page, '!impact full nobody can pay');
  await typeAndEnter(page, '!sev 1 nobody can pay');
  await expect(page.getByRole('status').filter({ hasText: 'The facts have changed since' })).toBeVisible();
  await expect(draft).toHaveValue(copied);
  await page.getByRole('button', { name: 'Start again from the facts' }).click();
  await expect(draft).not.toHaveValue(copied);
});

test('[EL12] under a refused line every key for its kind is there, whole', async ({ holdfast: app }) => {
  const { page } = app;
  await declare(page, 'Checkout fails');
  await typeAndEnter(page, '!milestone fixed 23:59');
  await expect(page.getByRole('alert')).toBeVisible();
  const keys = page.getByRole('group', { name: 'Kind of entry' }).getByRole('button');
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 700 },
  ]) {
    await resizeTo(app, size);
    await expect(keys).toHaveCount(7);
    for (const key of await keys.all()) await expect(key).toBeInViewport({ ratio: 1 });
  }
});
