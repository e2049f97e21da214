import { spawnSync } from 'node:child_process';
import { commandLine } from '../support/busy-app.ts';
import { declare } from '../support/console-page.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';

/** A second, with the pauses in which a test on a busy machine looks. */
const soon = { timeout: 2_000 };

const holdfast = (app: RunningApp, ...argv: readonly string[]): string => {
  const run = spawnSync(process.execPath, [commandLine, ...argv, '--library', app.library], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return run.stdout.trim();
};

test('[LB54] the library lists what the command line declares and records, whatever the app has open', async ({
  holdfast: app,
}) => {
  const { page } = app;
  const incidents = page.getByRole('region', { name: 'Incidents' });
  const row = incidents.getByRole('row').filter({ hasText: 'Search answers slowly' });

  await page.keyboard.press('Control+l');
  await expect(incidents).toBeVisible();
  const id = holdfast(app, 'new', 'Search answers slowly', '--severity', 'SEV3');
  await expect(row).toBeVisible(soon);
  await expect(row).toContainText('SEV3');
  holdfast(app, 'log', id, '!sev 1 nobody finds anything');
  await expect(row).toContainText('SEV1', soon);

  // The same while another incident is open, for the place where the next one is declared.
  await declare(page, 'Checkout fails');
  holdfast(app, 'new', 'Mail is late', '--service', 'checkout');
  await page.keyboard.press('Control+l');
  await expect(incidents.getByRole('row').filter({ hasText: 'Mail is late' })).toBeVisible(soon);
});
