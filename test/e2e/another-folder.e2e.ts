import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  declare,
  entryLine,
  expectRecorded,
  nextBar,
  record,
  rowsSaying,
  runCommand,
  typeAndEnter,
} from '../support/console-page.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';

/** What the folder dialog will answer. */
const choose = ({ electron }: RunningApp, folder: string) =>
  electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);

/** Takes in the library in that folder and closes the dialog when it says this. */
const mergeFolder = async (app: RunningApp, folder: string, says: string) => {
  await choose(app, folder);
  await runCommand(app.page, 'Restore or merge a bundle or another library');
  const dialog = app.page.getByRole('dialog', { name: 'Restore or merge' });
  await dialog.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(dialog).toContainText(says);
  await dialog.getByRole('button', { name: 'Close' }).click();
};

const goElsewhere = ({ page }: RunningApp) =>
  page.getByRole('contentinfo').getByRole('button', { name: 'Record in another folder' }).click();

test('[TB40] when the stick is pulled out the record goes on in another folder, with all that was recorded before', async ({
  launch,
  folder,
}) => {
  const app = await launch();
  const { page, library } = app;
  await declare(page, 'Checkout fails');
  await record(page, 'said before');
  renameSync(library, `${library}-away`);
  await typeAndEnter(page, 'said while it was away');
  await expect(nextBar(page)).toContainText('Not on disk');

  const other = join(folder, 'other');
  mkdirSync(other);
  await choose(app, other);
  await goElsewhere(app);
  await expect(page.getByRole('contentinfo')).toContainText(`Recording in ${other} now`);
  await expect(entryLine(page)).toHaveValue('said while it was away');
  await expect(rowsSaying(page, 'said before')).toHaveCount(1);
  await entryLine(page).press('Enter');
  await expectRecorded(page, 'said while it was away');
  await expect(nextBar(page)).not.toContainText('Not on disk');

  await app.kill();
  const again = await launch({ library: other });
  await expectRecorded(again.page, 'said before');
  await expectRecorded(again.page, 'said while it was away');
  // The refused line lies in the file that went away, too: under the same command, so that it counts once when merged.
  await again.close();

  renameSync(`${library}-away`, library);
  const back = await launch({ library, userData: app.userData });
  await expect(back.page.getByRole('contentinfo')).toContainText(`the record went on in ${other}`);
  await mergeFolder(back, other, 'Checkout fails');
  await expectRecorded(back.page, 'said while it was away');
  await back.close();
  const merged = await launch({ library, userData: app.userData });
  await expectRecorded(merged.page, 'said while it was away');
  await expect(merged.page.getByRole('contentinfo')).not.toContainText('the record went on');
});

test('[TB42] the notice of where the record went on goes when that folder is merged in, and not before', async ({
  launch,
  folder,
}) => {
  const first = await launch();
  const { library, userData } = first;
  await declare(first.page, 'Checkout fails');
  await record(first.page, 'said before');
  renameSync(library, `${library}-away`);
  await typeAndEnter(first.page, 'said while it was away');
  await expect(nextBar(first.page)).toContainText('Not on disk');
  const [other, unrelated] = [join(folder, 'other'), join(folder, 'unrelated')];
  mkdirSync(other);
  await choose(first, other);
  await goElsewhere(first);
  await expect(first.page.getByRole('contentinfo')).toContainText(`Recording in ${other} now`);
  await entryLine(first.page).press('Enter');
  await expectRecorded(first.page, 'said while it was away');
  await first.close();
  renameSync(`${library}-away`, library);
  mkdirSync(join(unrelated, 'incidents'), { recursive: true });

  const back = await launch({ library, userData });
  const status = back.page.getByRole('contentinfo');
  const notice = status.getByTitle(`the record went on in ${other}`);
  await expect(notice.first()).toBeVisible();
  await mergeFolder(back, unrelated, 'It holds no incidents');
  await expect(notice.first()).toBeVisible();
  await mergeFolder(back, other, 'Checkout fails');
  await expect(notice).toHaveCount(0);
});

test('[TB41] a folder that takes nothing either is refused in words, and the console stays where it was', async ({
  launch,
  folder,
}) => {
  const app = await launch();
  const { page, library } = app;
  await declare(page, 'Checkout fails');
  renameSync(library, `${library}-away`);
  await typeAndEnter(page, 'kept');
  await expect(nextBar(page)).toContainText('Not on disk');

  const file = join(folder, 'a-file');
  writeFileSync(file, 'not a folder');
  await choose(app, file);
  await goElsewhere(app);
  await expect(page.getByRole('contentinfo')).toContainText(
    `${file} cannot be used: no folder is there. Choose another folder.`,
  );
  await expect(entryLine(page)).toHaveValue('kept');

  renameSync(`${library}-away`, library);
  await entryLine(page).press('Enter');
  await expectRecorded(page, 'kept');
});
