import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { commandLine } from '../support/busy-app.ts';
import { declare, openFromLibrary, record } from '../support/console-page.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';
import { makeIncident } from '../support/made-library.ts';

/** A second, with the pauses in which a test on a busy machine looks. */
const soon = { timeout: 2_000 };

const holdfast = (app: RunningApp, ...argv: readonly string[]): string => {
  const run = spawnSync(process.execPath, [commandLine, ...argv, '--library', app.library], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return run.stdout.trim();
};

test('[LB54] the library lists what the command line declares and records, whatever the app has open', {
  tag: '@alone',
}, async ({ holdfast: app }) => {
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

test('[LB71] a library that is pulled out while nobody types is told of, and its list stays; put back it goes on', async ({
  launch,
  folder,
}) => {
  const library = join(folder, 'library');
  await makeIncident(library, 'Checkout fails', 1);
  const { page } = await launch({ library });
  await openFromLibrary(page, 'Checkout fails');
  await page.keyboard.press('Control+l');
  const row = page.getByRole('button', { name: 'Checkout fails', exact: true });
  await expect(row).toBeVisible();
  const away = `${library}-away`;
  renameSync(library, away);
  await expect(page.getByText('The library folder is gone').first()).toBeVisible();
  await expect(page.getByRole('contentinfo').getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(row).toBeVisible();
  renameSync(away, library);
  await expect(page.getByRole('contentinfo').getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await row.click();
  await record(page, 'after it came back');
});

test('[LB74] a start without the stick begins no other library in its place, and goes on when it is put in', async ({
  launch,
  folder,
}) => {
  const library = join(folder, 'library');
  await makeIncident(library, 'Checkout fails', 1);
  const first = await launch({ library });
  await openFromLibrary(first.page, 'Checkout fails');
  await first.close();
  const away = `${library}-away`;
  renameSync(library, away);
  mkdirSync(library);
  const { page } = await launch({ library, userData: first.userData });
  await expect(page.getByText('The library folder is gone').first()).toBeVisible();
  await expect(page.getByText('Not known yet what is running')).toBeVisible();
  await expect(page.getByText('cannot be used')).toHaveCount(0);
  expect(readdirSync(library)).toEqual([]);
  rmdirSync(library);
  renameSync(away, library);
  await expect(page.getByRole('button', { name: 'Checkout fails', exact: true })).toBeVisible();
  await expect(page.getByText('The library folder is gone')).toHaveCount(0);
});

test('[LB56] what came and went while the app was closed is right at its next start, whatever was seen last', async ({
  launch,
}) => {
  const first = await launch();
  await declare(first.page, 'Checkout fails');
  await first.page.keyboard.press('Control+l');
  const rows = (app: RunningApp, title: string) =>
    app.page.getByRole('region', { name: 'Incidents' }).getByRole('row').filter({ hasText: title });
  await expect(rows(first, 'Checkout fails')).toBeVisible();
  await first.close();
  const incidents = join(first.library, 'incidents');
  for (const name of readdirSync(incidents)) rmSync(join(incidents, name), { recursive: true });
  holdfast(first, 'new', 'Mail is late');

  const again = await launch({ library: first.library, userData: first.userData });
  // The only one that runs by now, so the start goes there.
  await expect(again.page.getByRole('heading', { name: 'Mail is late' })).toBeVisible();
  await again.page.keyboard.press('Control+l');
  await expect(rows(again, 'Mail is late')).toBeVisible();
  await expect(rows(again, 'Checkout fails')).toHaveCount(0);
});

/** Chromium throws away what is pressed before. */
const hasPainted = (page: Page): Promise<boolean> =>
  page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length > 0);

/** Holds whoever opens this file; without seccomp, whose filter would outlive the tracer and refuse every such call. */
const holding = (file: string): readonly string[] => {
  const hold = ['-e', 'trace=openat', '-e', 'inject=openat:delay_enter=100000000', '-P', file];
  return ['strace', '-D', '-f', '-qq', '-o', '/dev/null', ...hold];
};

/** Takes the tracer from a traced app, which goes on at once; asked in a friendlier way it would see the delay through. */
const letGo = async ({ electron }: RunningApp): Promise<void> => {
  const status = readFileSync(`/proc/${await electron.evaluate(() => process.pid)}/status`, 'utf8');
  process.kill(Number(/^TracerPid:\s+([1-9]\d*)$/m.exec(status)?.[1]), 'SIGKILL');
};

test('[LI6] [LI7] rows stand there as last seen and marked until they are checked, and a search begun in them goes on', {
  tag: '@strace',
}, async ({ launch }) => {
  const first = await launch();
  await declare(first.page, 'Checkout fails');
  await first.page.keyboard.press('Control+l');
  await expect(first.page.getByRole('status').filter({ hasText: /^1 incident$/ })).toBeVisible();
  await first.close();
  const incidents = join(first.library, 'incidents');
  const [home = ''] = readdirSync(incidents);
  // Whatever lies there has to be looked into before the row is right.
  const unseen = join(incidents, home, 'journal', 'held.a.jsonl');
  writeFileSync(unseen, 'copied only in part');

  const tracing = holding(unseen);
  const again = await launch({ library: first.library, userData: first.userData, until: 'h1', tracing });
  const { page } = again;
  const row = page.getByRole('region', { name: 'Incidents' }).getByRole('row').filter({ hasText: 'Checkout fails' });
  try {
    await expect(row).toBeVisible();
    await expect(page.getByRole('region', { name: 'Incidents' })).toContainText('As last seen; checking');
    await expect(page.getByRole('region', { name: 'Next' })).toContainText('As last seen; checking');
    await expect(page.getByRole('status').filter({ hasText: '1 incident, as last seen' })).toBeVisible();
    await expect.poll(() => hasPainted(page)).toBe(true);
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Search incidents' })).toBeFocused();
    await page.keyboard.type('check');
  } finally {
    rmSync(unseen);
    await letGo(again);
  }
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await expect(page.getByText('As last seen')).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: /^1 incident$/ })).toBeVisible();
  await expect(row).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Search incidents' })).toHaveValue('check');
  await expect(page.getByRole('searchbox', { name: 'Search incidents' })).toBeFocused();
});
