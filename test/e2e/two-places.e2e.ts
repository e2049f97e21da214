import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../support/busy-app.ts';
import { declare, openFromLibrary, record, rowsSaying, runCommand } from '../support/console-page.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';
import { makeIncident } from '../support/made-library.ts';

const title = 'Checkout fails';
const status = ({ page }: RunningApp) => page.getByRole('contentinfo');

/** Answers main's next file dialogs with this path, as a person would choose it. */
const choose = ({ electron }: RunningApp, path: string) =>
  electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, path);

/** The journals of every incident by name, byte for byte. */
const journalsIn = (library: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(library, 'incidents')).flatMap((incident) => {
      const folder = join(library, 'incidents', incident, 'journal');
      return readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => [`${incident}/${name}`, readFileSync(join(folder, name), 'utf8')] as const);
    }),
  );

test('[MI12] a mirror is chosen, follows, is told of when it goes away, catches up, and is followed at the next start', async ({
  launch,
  folder,
}) => {
  const app = await launch();
  const mirror = join(folder, 'stick');
  mkdirSync(mirror);
  await declare(app.page, title);
  await record(app.page, 'before the mirror');
  await expect(status(app)).not.toContainText('Mirror');
  await choose(app, mirror);
  await runCommand(app.page, 'Mirror this library to a folder');
  await expect(status(app)).toContainText('Mirror in step', { timeout: 20_000 });
  await record(app.page, 'with the mirror');
  await expect.poll(() => journalsIn(mirror)).toEqual(journalsIn(app.library));

  renameSync(mirror, `${mirror}-away`);
  await record(app.page, 'while it is away');
  await expect(status(app)).toContainText('Mirror unreachable, 1 behind', { timeout: 20_000 });
  renameSync(`${mirror}-away`, mirror);
  await expect(status(app)).toContainText('Mirror in step', { timeout: 20_000 });
  expect(journalsIn(mirror)).toEqual(journalsIn(app.library));

  await app.close();
  const again = await launch({ library: app.library, userData: app.userData });
  await expect(status(again)).toContainText('Mirror in step', { timeout: 20_000 });
  await runCommand(again.page, 'Stop mirroring');
  await expect(status(again)).not.toContainText('Mirror in step');
});

test('[BU40] an incident is carried to another machine by a bundle, there by opening it, and back into the open window', async ({
  launch,
  folder,
}) => {
  const desk = await launch();
  const bundle = join(folder, 'carried.zip');
  await declare(desk.page, title);
  await record(desk.page, 'from the desk');
  await choose(desk, bundle);
  await runCommand(desk.page, 'Save a bundle of this incident');
  await expect(status(desk)).toContainText('Bundle saved');

  const laptop = await launch({ args: [bundle] });
  const offer = laptop.page.getByRole('dialog', { name: 'Restore or merge' });
  await expect(offer).toContainText('carried.zip');
  await offer.getByRole('button', { name: 'Restore it' }).click();
  await expect(offer).toContainText(`${title}: new, 2 records`);
  await offer.getByRole('button', { name: 'Close' }).click();
  await openFromLibrary(laptop.page, title);
  await expect(rowsSaying(laptop.page, 'from the desk')).toHaveCount(1);
  await record(laptop.page, 'from the laptop');
  await choose(laptop, bundle);
  await runCommand(laptop.page, 'Save a bundle of the whole library');
  await expect(status(laptop)).toContainText('Bundle saved');
  await laptop.close();

  await choose(desk, bundle);
  await runCommand(desk.page, 'Restore or merge a bundle or another library');
  const dialog = desk.page.getByRole('dialog', { name: 'Restore or merge' });
  await dialog.getByRole('button', { name: 'Choose a bundle' }).click();
  await expect(dialog).toContainText('1 new record');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(rowsSaying(desk.page, 'from the laptop')).toHaveCount(1);
});

test('[BU41] a damaged bundle is refused in words, and what is whole of it comes in when a person says so', async ({
  holdfast,
  folder,
}) => {
  const bundle = join(folder, 'damaged.zip');
  await declare(holdfast.page, title);
  await choose(holdfast, bundle);
  await runCommand(holdfast.page, 'Save a bundle of the whole library');
  await expect(status(holdfast)).toContainText('Bundle saved');
  const bytes = readFileSync(bundle);
  // In the middle of the first entry's packed bytes.
  const middle = Math.floor(bytes.indexOf('PK\x03\x04', 4) / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 0x40;
  writeFileSync(bundle, bytes);
  await runCommand(holdfast.page, 'Restore or merge a bundle or another library');
  const dialog = holdfast.page.getByRole('dialog', { name: 'Restore or merge' });
  await dialog.getByRole('button', { name: 'Choose a bundle' }).click();
  await expect(dialog).toContainText('Nothing was taken in');
  await dialog.getByRole('button', { name: 'Take in what is whole' }).click();
  await expect(dialog).toContainText('Left out');
});

test('[CF1] [CF2] [CF4] what two devices changed without knowing of each other is shown as a conflict until somebody decides', async ({
  launch,
  folder,
}) => {
  const library = join(folder, 'library');
  const { id } = await makeIncident(library, title, 1);
  const laptop = join(folder, 'laptop');
  cpSync(library, laptop, { recursive: true });
  changeSeverity(library, id, 'Ann Lee', 'SEV3');
  changeSeverity(laptop, id, 'Bo Chen', 'SEV1');
  const app = await launch({ library });
  const { page } = app;
  await openFromLibrary(page, title);
  const conflicts = status(app).getByRole('button', { name: /conflict/ });
  await expect(conflicts).toHaveCount(0);
  await choose(app, laptop);
  await runCommand(page, 'Restore or merge a bundle or another library');
  const restore = page.getByRole('dialog', { name: 'Restore or merge' });
  await restore.getByRole('button', { name: 'Choose a folder with a library' }).click();
  await expect(restore).toContainText('1 new record');
  await restore.getByRole('button', { name: 'Close' }).click();
  // Each row says what stands against it.
  const sides = rowsSaying(page, 'Against it');
  await expect(sides.filter({ hasText: 'SEV1: as seen' }).filter({ hasText: 'SEV3: as seen' })).toHaveCount(2);
  await expect(conflicts).toHaveText('One conflict');
  await conflicts.click();
  const dialog = page.getByRole('dialog', { name: 'Conflicts' });
  await expect(dialog).toContainText('SEV1: as seen');
  await expect(dialog).toContainText('SEV3: as seen');
  await dialog.getByRole('button', { name: 'Keep this' }).first().click();
  await expect(dialog).toHaveCount(0);
  await expect(conflicts).toHaveCount(0);
});

const changeSeverity = (library: string, incident: string, by: string, severity: string) => {
  const command = { type: 'ChangeSeverity', severity, reason: 'as seen from there' };
  const input = JSON.stringify({ incident, by, command });
  const run = spawnSync(process.execPath, [commandLine, 'exec', '-', '--library', library], {
    input,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
};
