import { declare, resizeTo, runCommand, typeAndEnter } from '../support/console-page.ts';
import { expect } from '../support/electron-app.ts';
import { testInOneApp as test } from '../support/shared-app.ts';

test('[DLG11] what a press refuses takes the focus, and is in sight in the smallest window', async ({
  holdfast: app,
}) => {
  const { page } = app;
  await declare(page, 'Checkout fails');
  await resizeTo(app, { width: 1024, height: 700 });
  const dialog = page.getByRole('dialog');
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });

  await page.keyboard.press('Alt+d');
  await field('Question').fill('Roll back now, or find the cause?');
  await page.keyboard.press('Control+Enter');
  await expect(field('Decided')).toBeFocused();
  await page.keyboard.press('Escape');

  await typeAndEnter(page, '!milestone fixed');
  await field('What was changed').fill('flag off');
  await field('How it was checked').fill('20 test payments');
  await page.keyboard.press('Control+Enter');
  await expect(field('Reason')).toBeFocused();
  await expect(field('Reason')).toBeInViewport({ ratio: 1 });
  await expect(dialog).toContainText('Say in one line why Fixed comes first.');

  // A clock time an hour ahead can only be yesterday's: it is asked whether that is meant.
  const ahead = new Date(Date.now() + 3_600_000);
  await field('When').fill(ahead.toTimeString().slice(0, 5));
  await field('Reason').fill('rolled back first');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('radiogroup', { name: /which moment/ }).getByRole('radio')).toBeFocused();
});

test('[DLG12] a refusal at the foot goes once its field is changed', async ({ holdfast: { page } }) => {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'What is wrong' }).fill('Checkout fails');
  await dialog.getByRole('textbox', { name: 'Noticed', exact: true }).fill('25:99');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('"25:99" is no time of day like 14:05.')).toHaveCount(2);
  await expect(dialog.getByRole('textbox', { name: 'Noticed', exact: true })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(dialog.getByText('"25:99" is no time of day like 14:05.')).toHaveCount(0);
});

test('[DLG12] in any form a refusal goes once its field is mended', async ({ holdfast: { page } }) => {
  await declare(page, 'Checkout fails');
  await runCommand(page, 'Close as false alarm, merged or cancelled');
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Choose how it is closed.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'False alarm' }).press('Space');
  await expect(dialog.getByText('Choose how it is closed.')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  const why = dialog.getByRole('textbox', { name: 'Why' });
  // The answer of the rules comes later than the press.
  await expect(why).toHaveAttribute('aria-invalid', 'true');
  await why.fill('the probe was misconfigured');
  await expect(why).not.toHaveAttribute('aria-invalid', 'true');
});

test('[DLG13] a field that a milestone cannot do without is not called optional', async ({ holdfast: { page } }) => {
  await declare(page, 'Checkout fails');
  await typeAndEnter(page, '!impact none');
  await typeAndEnter(page, '!milestone recovered');
  const evidence = page.getByRole('dialog').getByRole('textbox', { name: 'Evidence' });
  await expect(evidence).toHaveAccessibleDescription(/^What shows it\?/);
});
