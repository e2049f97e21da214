import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { commandLine } from '../support/busy-app.ts';
import { setClockFile } from '../support/clock-file.ts';
import { declare, resizeTo, typeAndEnter } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';

test('[HB20] command goes over at one instant: offered, read back, accepted, announced', async ({ launch, folder }) => {
  const clockFile = join(folder, 'clock');
  const clock = (at: string) => setClockFile(clockFile, `2026-03-02T${at}.000Z`);
  clock('10:40:00');
  const app = await launch({ clockFile });
  const { page, library } = app;
  const roles = page.getByRole('region', { name: 'Roles' });
  // Until somebody is named, another row says that nobody is Incident Commander.
  const commander = roles.getByRole('listitem').filter({ hasText: /^Incident Commander/ });
  const dialog = page.getByRole('dialog');

  await declare(page, 'Checkout fails');
  await typeAndEnter(page, '!role ic Ann Lee');
  await expect(commander).toContainText('Ann Lee');

  // Offered: nothing moves yet.
  clock('10:45:42');
  await page.getByRole('button', { name: 'Hand off command' }).click();
  await expect(dialog).toContainText('Ann Lee stays Incident Commander until it is accepted.');
  await dialog.getByRole('combobox', { name: 'Who takes over' }).fill('David Okafor');
  const proposed = dialog.getByRole('checkbox', { checked: true });
  for (let left = await proposed.count(); left > 0; left -= 1) {
    await proposed.first().click({ force: true });
    await expect(proposed).toHaveCount(left - 1);
  }
  const risks = [
    'Double charges may rise: 23 found, 212 of 400 orders checked',
    'The temporary pool limit is still in, and the peak from 17:00 would reach it',
    'Refunds wait for a decision by 11:00, support has 31 open tickets',
  ];
  for (const risk of risks) {
    await dialog.getByRole('textbox', { name: 'Another risk' }).fill(risk);
    await dialog.getByRole('button', { name: 'Add' }).click();
  }
  await dialog.getByRole('button', { name: 'Offer command' }).click();

  const brief = page.getByRole('region', { name: 'Brief' });
  const acceptance = page.getByRole('complementary', { name: 'Acceptance' });
  await expect(brief.getByRole('heading', { name: 'Brief for David Okafor' })).toBeVisible();
  for (const risk of risks) await expect(brief).toContainText(risk);
  const next = page.getByRole('region', { name: 'Next' });
  await expect(next).toContainText('David Okafor has not accepted yet');
  await expect(next).toContainText('Ann Lee stays Incident Commander.');
  await expect(acceptance.getByRole('button', { name: 'Copy announcement' })).toHaveAttribute('aria-disabled', 'true');

  // What comes next is in sight at every size, however many risks there are.
  await resizeTo(app, { width: 1024, height: 700 });
  for (const name of ['I have command', 'Cancel hand-off'])
    await expect(acceptance.getByRole('button', { name })).toBeInViewport({ ratio: 1 });

  // Read back aloud, one by one, with nothing lying over them; then the successor types the own name.
  await expect(acceptance.getByRole('textbox', { name: 'your name' })).toBeFocused();
  for (const [index, risk] of risks.entries()) {
    await expect(acceptance).toContainText(`reads back the risks, ${index} of 3`);
    const words = acceptance.getByText(risk);
    await expect(words).toBeInViewport({ ratio: 1 });
    await words.click();
    await expect(acceptance.getByRole('checkbox', { name: risk })).toBeChecked();
  }
  await expect(acceptance).not.toContainText('of 3');
  clock('10:46:30');
  await expect(page.getByRole('banner')).toContainText('10:46:30');
  await acceptance.getByRole('textbox', { name: 'your name' }).fill('David Okafor');
  await acceptance.getByRole('button', { name: 'I have command' }).click();
  await expect(acceptance).toContainText('10:46:30, for both of them');
  await expect(acceptance).toContainText('3 of 3 read back');
  await expect(acceptance).toContainText(
    /David Okafor has command of .* since 10:46 .*Ann Lee stays reachable for 30 min/,
  );
  await expect(acceptance.getByRole('button', { name: 'Copy announcement' })).toBeFocused();
  await expect(acceptance.getByRole('button', { name: 'Copy announcement' })).toBeInViewport({ ratio: 1 });
  await resizeTo(app, { width: 1440, height: 900 });
  await expect(next).not.toContainText('has not accepted');

  await page.keyboard.press('Escape');
  await expect(commander).toContainText('David Okafor');
  await expect(roles).not.toContainText('Ann Lee');
  const [incident] = holdfast(library, 'list', '--json') as readonly { id: string }[];
  const { roles: holders } = holdfast(library, 'show', incident?.id ?? '', '--json') as Shown;
  expect(holders.find(({ role }) => role === 'ic')).toMatchObject({
    person: 'David Okafor',
    since: '2026-03-02T10:46:30.000Z',
  });
});

interface Shown {
  readonly roles: readonly { readonly role: string; readonly person: string; readonly since: string }[];
}

/** What another program reads of the same record. */
const holdfast = (library: string, ...argv: readonly string[]): unknown =>
  JSON.parse(spawnSync(process.execPath, [commandLine, ...argv, '--library', library], { encoding: 'utf8' }).stdout);
