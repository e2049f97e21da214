import {
  declare,
  entryLine,
  expectToTakeKeys,
  nextBar,
  openFromLibrary,
  rowsSaying,
  runCommand,
  timeline,
  typeAndEnter,
} from '../support/console-page.ts';
import { expect } from '../support/electron-app.ts';
import { testInBusyApp, testInOneApp } from '../support/shared-app.ts';

testInBusyApp(
  '[MS44] restore progress, objectives and the phase moved on by hand are recorded from the palette',
  async ({ holdfast: { page } }) => {
    const dialog = page.getByRole('dialog');
    await runCommand(page, 'Note how far a restore is');
    await dialog.getByRole('combobox', { name: 'Service or dataset' }).fill('orders');
    await dialog.getByRole('textbox', { name: 'How far it is' }).fill('40 % copied');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(rowsSaying(page, 'orders: 40 % copied')).toHaveCount(1);
    await runCommand(page, 'Record objectives and restore times (RPO, RTO)');
    await dialog.getByRole('combobox', { name: 'Service or dataset' }).fill('orders');
    await dialog.getByRole('textbox', { name: 'RTO' }).fill('4h');
    await dialog.getByRole('textbox', { name: 'MTPD' }).fill('2h');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toContainText('The longest tolerable stop (MTPD) cannot be shorter than the RTO.');
    await dialog.getByRole('textbox', { name: 'MTPD' }).fill('12h');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(rowsSaying(page, 'MTPD 12h 00m')).toHaveCount(1);
    await runCommand(page, 'Move on to another phase');
    await expectToTakeKeys(dialog);
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toContainText('Say in one line why the phase moves on.');
    await dialog.getByRole('textbox', { name: 'Why' }).fill('rolled back, we only watch');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(rowsSaying(page, 'Now Recover: rolled back, we only watch')).toHaveCount(1);
  },
);

testInBusyApp('[MS46] another playbook is adopted and holds at once', async ({ holdfast: { page } }) => {
  await runCommand(page, "Adopt the library's playbook");
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText("carries the library's playbook already");
  await page.keyboard.press('Escape');
  await page.evaluate(() =>
    window.bridge.request('contacts:save', {
      people: [{ id: 'zoe', name: 'Zoe Quill', role: '', phones: [], note: '' }],
      bridges: [],
    }),
  );
  await runCommand(page, "Adopt the library's playbook");
  await expect(dialog).toContainText('People and their numbers');
  await expectToTakeKeys(dialog);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(timeline(page)).toContainText('A newer playbook is in force');
  await page.keyboard.press('Alt+t');
  await dialog.getByRole('combobox').first().fill('Zoe');
  await expect(page.getByRole('option', { name: /Zoe Quill/ })).toBeVisible();
});

testInBusyApp(
  '[NEXT40] confirmed harm to data asks for SEV1 until a reason is given',
  async ({ holdfast: { page } }) => {
    await runCommand(page, 'Make the data statement');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Data affected', exact: true }).press('Space');
    await dialog.getByRole('textbox', { name: 'In words' }).fill('three orders are lost');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(nextBar(page)).toContainText('raise to SEV1?', { ignoreCase: true });
    await page.keyboard.press('Alt+l');
    await expect(dialog).toContainText('Data loss or exposure is confirmed: raise to SEV1?');
    await dialog.getByRole('button', { name: 'Keep SEV3' }).click();
    await expect(dialog).toContainText('Say in one line why it stays SEV3.');
    await dialog.getByRole('textbox', { name: 'Why' }).fill('they were test orders');
    await dialog.getByRole('button', { name: 'Keep SEV3' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(nextBar(page)).not.toContainText('raise to SEV1?', { ignoreCase: true });
    await expect(rowsSaying(page, 'Keep SEV3')).toHaveCount(1);
  },
);

testInOneApp(
  '[MS48] merging offers the earlier failure to the other incident, which takes it over',
  async ({ holdfast }) => {
    const { page } = holdfast;
    await declare(page, 'The cart fails');
    await runCommand(page, 'Change title, id or services');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Id' }).fill('INC-1');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await declare(page, 'Payments fail');
    await typeAndEnter(page, `!milestone failure ${new Date(Date.now() - 60_000).toISOString().slice(11, 16)}`);
    await expect(page.getByRole('contentinfo')).toContainText('all on disk');
    await expect(rowsSaying(page, 'Failure').first()).toBeVisible();
    await expect(entryLine(page)).toHaveValue('');
    await runCommand(page, 'Close as false alarm, merged or cancelled');
    await dialog.getByRole('radio', { name: 'Merged' }).press('Space');
    await dialog.getByRole('button', { name: /Part of/ }).click();
    await page.getByRole('option').filter({ hasText: 'INC-1' }).click();
    await expect(dialog.getByRole('checkbox', { name: /^Failure .* not recorded there$/ })).toBeChecked();
    await dialog.getByRole('textbox', { name: 'Why' }).fill('the same cause');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('contentinfo').getByTitle(/^Merged into INC-1, which took over Failure/)).toBeVisible();
    await openFromLibrary(page, 'The cart fails');
    await expect(timeline(page)).toContainText('Failure');
  },
);
