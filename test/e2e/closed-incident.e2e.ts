import { declare, runCommand, typeAndEnter } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';

test('[RO30] on an incident that is over nobody is asked to be named or relieved', async ({ holdfast: { page } }) => {
  await declare(page, 'Checkout fails');
  await typeAndEnter(page, '!role ic @Ann Lee');
  const roles = page.getByRole('region', { name: 'Roles' });
  await expect(roles).toContainText('Nobody is Resolution Lead. Name one person.');
  await expect(roles).toContainText('relief by');
  await runCommand(page, 'Close as false alarm');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('False alarm', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Why' }).fill('the probe was wrong');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(roles).not.toContainText('Nobody is Resolution Lead');
  await expect(roles).not.toContainText('relief by');
});
