import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../support/busy-app.ts';
import {
  declare,
  entryLine,
  expectRecorded,
  nextBar,
  openFromLibrary,
  record,
  rowsSaying,
  runCommand,
  timeline,
  typeAndEnter,
} from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';
import { addForeignEvent, journalHolding, journalsOf, makeIncident } from '../support/made-library.ts';
import { testInOneApp } from '../support/shared-app.ts';

const title = 'Checkout fails';

test('[TB2] a library that cannot be written is shown, says why, and takes nothing', async ({ launch, folder }) => {
  const library = join(folder, 'library');
  await makeIncident(library, title, 3);
  // For root, whom no mode stops, the app runs as a normal user; the folder stays somebody else's.
  setModes(library, 0o555, 0o444);
  const { page } = await launch({ asNormalUser: true, library });
  await expect(page.getByRole('contentinfo')).toContainText('Read only');
  await page.keyboard.press('Control+l');
  // In words beside the dead button, not only for the pointer that finds it.
  await expect(page.getByText('You may not write into the library folder')).toBeVisible();
  const declareButton = page.getByRole('button', { name: 'Declare incident' });
  await expect(declareButton).toHaveAttribute('aria-disabled', 'true');
  await openFromLibrary(page, title);
  await expect(rowsSaying(page, 'entry 3')).toHaveCount(1);
  await expect(entryLine(page)).toHaveCount(0);
  await expect(page.getByRole('main', { name: 'Incident' })).toContainText('You may not write into the library folder');
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Or nobody but root could remove it.
  setModes(library, 0o755, 0o644);
});

test('[TB3] a library that goes away is told of, the text is kept, and recorded when the library is back', async ({
  holdfast,
}) => {
  const { page, library } = holdfast;
  await declare(page, title);
  await record(page, 'while it was there');
  const away = `${library}-away`;
  renameSync(library, away);
  await typeAndEnter(page, 'while it is away');
  await expect(page.getByRole('main', { name: 'Incident' })).toContainText('The library folder is gone');
  await expect(nextBar(page)).toContainText('Not on disk');
  await expect(entryLine(page)).toHaveValue('while it is away');
  await expect(rowsSaying(page, 'while it was there')).toHaveCount(1);
  await expect(rowsSaying(page, 'while it is away')).toHaveCount(0);
  renameSync(away, library);
  await entryLine(page).press('Enter');
  await expectRecorded(page, 'while it is away');
  await expect(nextBar(page)).not.toContainText('Not on disk');
  // All that was missed is there again, and the line that was refused was recorded in another one.
  await expect(page.getByRole('main', { name: 'Incident' })).not.toContainText('no longer in its file');
  await expect(page.getByRole('contentinfo')).not.toContainText('cannot be read');
});

test('[TB3] a library that goes away while nobody types is told of within seconds, and no more once it is back', async ({
  holdfast,
}) => {
  const { page, library } = holdfast;
  await declare(page, title);
  await record(page, 'while it was there');
  const away = `${library}-away`;
  renameSync(library, away);
  await expect(page.getByRole('main', { name: 'Incident' })).toContainText('no longer in its file');
  renameSync(away, library);
  await expect(page.getByRole('main', { name: 'Incident' })).not.toContainText('no longer in its file');
  await record(page, 'after it came back');
  await expect(page.getByRole('contentinfo')).not.toContainText('cannot be read');
});

test('[TB4] a damaged line is marked, everything else is shown and can be worked with', async ({ launch, folder }) => {
  const library = join(folder, 'library');
  await makeIncident(library, title, 5);
  const journal = journalHolding(library, 'entry 1:');
  const lines = readFileSync(journal, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.includes('entry 3:'));
  lines[at] = (lines[at] ?? '').replace('entry 3:', 'entry X:');
  writeFileSync(journal, lines.join('\n'));
  const { page } = await launch({ library });
  await openFromLibrary(page, title);
  for (const shown of ['entry 1:', 'entry 2:', 'entry 4:', 'entry 5:'])
    await expect(rowsSaying(page, shown)).toHaveCount(1);
  await expect(timeline(page)).toContainText(/damaged.*It says: “entry X:/);
  await expect(timeline(page)).not.toContainText('clearSums');
  await expect(async () => {
    const places = await timeline(page).getByRole('listitem').allInnerTexts();
    const gap = places.findIndex((text) => text.includes('Gap'));
    expect(places[gap - 1]).toContain('entry 2:');
    expect(places[gap + 1]).toContain('entry 4:');
  }).toPass();
  await expect(rowsSaying(page, 'A line is damaged here')).toContainText('entry X: payments');
  // In the narrowest window with room for a row's columns, nothing of a row runs out of it.
  await page.setViewportSize({ width: 1024, height: 700 });
  const overhang = () =>
    timeline(page)
      .getByRole('listitem')
      .evaluateAll((rows) => Math.max(...rows.map((row) => row.scrollWidth - row.clientWidth)));
  await expect.poll(overhang).toBe(0);
  await expect(page.getByRole('contentinfo')).toContainText('cannot be read');
  await record(page, 'recorded beside the damage');
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /cannot be read/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText(`line ${at + 1}`);
});

test('[TB4] a torn tail is marked and nothing is lost but what was never confirmed', async ({ launch, folder }) => {
  const library = join(folder, 'library');
  await makeIncident(library, title, 2);
  const journal = journalHolding(library, 'entry 1:');
  const last = readFileSync(journal, 'utf8').trimEnd().split('\n').at(-1) ?? '';
  appendFileSync(journal, last.slice(0, Math.floor(last.length / 2)));
  const { page } = await launch({ library });
  await openFromLibrary(page, title);
  await expect(rowsSaying(page, 'entry 2:')).toHaveCount(1);
  await expect(page.getByRole('contentinfo')).toContainText('cannot be read');
  await record(page, 'recorded after the tear');
});

test('[TB5] an event of a type that this version does not know is shown by its name and kept', async ({
  launch,
  folder,
}) => {
  const library = join(folder, 'library');
  await makeIncident(library, title, 0);
  addForeignEvent(journalsOf(library)[0] ?? '', { type: 'CoffeeBrewed', cups: 3 });
  const { page } = await launch({ library });
  await openFromLibrary(page, title);
  await expect(
    timeline(page)
      .getByRole('listitem')
      .filter({ hasText: /Coffee\u200b?Brewed/ }),
  ).toHaveCount(1);
  await expect(page.getByRole('contentinfo')).not.toContainText('cannot be read');
  await record(page, 'recorded after it');
});

test('[TB6] a playbook that cannot be read is set aside, told of, and the default is in use', async ({
  launch,
  folder,
}) => {
  const library = join(folder, 'library');
  await makeIncident(library, title, 1);
  writeFileSync(join(library, 'playbook.json'), '{ "version"');
  const { page } = await launch({ library });
  await expect(page.getByText('could not be used', { exact: false }).first()).toContainText('playbook.json');
  const kept = readdirSync(library).filter((name) => name.startsWith('playbook.json.corrupt-'));
  expect(kept.map((name) => readFileSync(join(library, name), 'utf8'))).toEqual(['{ "version"']);
  await declare(page, 'Declared with the default');
  await expect(page.getByRole('region', { name: 'Roles' })).toContainText('Incident Commander');
});

test('[TB7] preferences that cannot be read are set aside and keep nobody from working', async ({ launch, folder }) => {
  const userData = join(folder, 'used-before');
  mkdirSync(userData);
  writeFileSync(join(userData, 'preferences.json'), 'not json');
  const { page } = await launch({ userData });
  await expect(page.getByText('The preferences', { exact: false }).first()).toContainText('could not be used');
  await declare(page, title);
  await record(page, 'works all the same');
  expect(readdirSync(userData).some((name) => name.startsWith('preferences-not-understood-'))).toBe(true);
});

test('[TB8] app and command line write at the same time and each shows what the other wrote', {
  tag: '@alone',
}, async ({ holdfast: { page, library } }) => {
  await declare(page, title);
  await record(page, 'from the app');
  const logged = holdfast('log', 'from the command line', '--library', library, '--as', 'Bo Chen');
  expect(logged.stderr).toBe('');
  // Within a second of its being written: the command has ended by now.
  await expect(rowsSaying(page, 'from the command line')).toHaveCount(1, { timeout: 1_000 });
  await record(page, 'from the app again');
  const [folder = ''] = readdirSync(join(library, 'incidents'));
  const shown = holdfast('show', folder.slice(-26), '--library', library);
  expect(shown.stderr).toBe('');
  for (const text of ['from the app', 'from the command line', 'from the app again']) {
    expect(shown.stdout).toContain(text);
    await expect(rowsSaying(page, text).first()).toBeVisible();
  }
  expect(journalsOf(library)).toHaveLength(2);
});

testInOneApp('[TB10] Enter pressed twice records once', async ({ holdfast }) => {
  const { page } = holdfast;
  await declare(page, title);
  await entryLine(page).fill('pressed twice');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await record(page, 'after it');
  await expectRecorded(page, 'pressed twice');
});

testInOneApp('[TB10] a declaration sent twice declares one incident', async ({ holdfast }) => {
  const { page } = holdfast;
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox', { name: 'What is wrong' }).fill('Sent twice');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Sent twice', level: 1 })).toBeVisible();
  await expect(entryLine(page)).toBeFocused();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('button', { name: 'Sent twice', exact: true })).toHaveCount(1);
});

testInOneApp(
  '[TB11] Ctrl Z in the empty entry line takes back my last command, and never erases it',
  async ({ holdfast }) => {
    const { page } = holdfast;
    await declare(page, title);
    await record(page, 'a mistake');
    await expect(entryLine(page)).toHaveValue('');
    await page.keyboard.press('Control+z');
    await expect(rowsSaying(page, 'a mistake')).toContainText('Taken back');
    await expect(rowsSaying(page, 'a mistake').locator('s')).toContainText('a mistake');
  },
);

testInOneApp('[TB11] Ctrl Z in a text undoes typing and takes nothing back', async ({ holdfast }) => {
  const { page } = holdfast;
  await declare(page, title);
  await record(page, 'no mistake');
  await page.keyboard.type('wrong words');
  await page.keyboard.press('Control+z');
  await expect(entryLine(page)).not.toHaveValue('wrong words');
  await expect(rowsSaying(page, 'no mistake')).not.toContainText('Taken back');
});

test('[TB12] a window closed in the middle of a dialog loses nothing that was recorded', async ({ launch }) => {
  const first = await launch();
  await declare(first.page, title);
  await record(first.page, 'recorded before');
  await runCommand(first.page, 'Change the severity');
  await expect(first.page.getByRole('dialog')).toBeVisible();
  await first.close();
  const second = await launch({ library: first.library, userData: first.userData });
  await openFromLibrary(second.page, title);
  await expectRecorded(second.page, 'recorded before');
  await expect(nextBar(second.page)).not.toContainText('Not on disk');
});

function setModes(library: string, folderMode: number, fileMode: number): void {
  const entries = readdirSync(library, { recursive: true, withFileTypes: true });
  for (const entry of entries)
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? folderMode : fileMode);
  chmodSync(library, folderMode);
}

function holdfast(...words: readonly string[]) {
  return spawnSync(process.execPath, [commandLine, ...words], { encoding: 'utf8' });
}
