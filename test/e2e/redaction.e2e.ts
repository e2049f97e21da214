import { mkdirSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  chooseForRow,
  declare,
  entryLine,
  openFromLibrary,
  record,
  rowsSaying,
  runCommand,
} from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';
import { readIfThere } from '../support/read-if-there.ts';

const secret = 'Jane Doe, card 4000 1234 5678 9010';
const residue = (page: Page) => page.getByRole('dialog', { name: 'Redacted text in files' });

test('[RX15] a redaction in the app leaves the text in no file of library and data folder but those it lists', async ({
  launch,
}) => {
  const app = await launch();
  const { page, library, userData } = app;
  await declare(page, 'Checkout fails');
  await record(page, secret);
  await page.keyboard.press('Alt+r');
  await page.keyboard.press('Control+Shift+e');
  const exporting = page.getByRole('dialog', { name: 'Export the review' });
  await exporting.getByRole('button', { name: 'Export review' }).click();
  await expect(exporting).toContainText('written', { timeout: 20_000 });
  await page.keyboard.press('Escape');
  const [home = ''] = readdirSync(join(library, 'incidents')).map((name) => join(library, 'incidents', name));
  mkdirSync(join(home, 'evidence'));
  writeFileSync(join(home, 'evidence', 'log.txt'), `18:04 ${secret}`);
  await runCommand(page, 'Back to the console');
  await entryLine(page).fill(`!obs again ${secret}`);
  await expect.poll(() => filesHolding(library, secret).some((path) => path.includes('drafts/'))).toBe(true);

  await redact(page, secret, 'customer data');
  await expect(residue(page)).toContainText(/files to look at/);
  const listed = await residue(page).getByRole('list', { name: 'Files' }).getByRole('listitem').allInnerTexts();
  const names = listed.map((text) => text.split('\n')[0] ?? '');
  expect(names).toContain('evidence/log.txt');
  expect(names.some((name) => name.endsWith('.pdf'))).toBe(true);
  expect(filesHolding(library, secret).filter((path) => !names.some((name) => path.endsWith(name)))).toEqual([]);
  await expect(entryLine(page)).toHaveValue('!obs again [redacted]');

  const files = residue(page).getByRole('list', { name: 'Files' }).getByRole('listitem');
  for (let left = names.length; left > 0; left -= 1) {
    await residue(page)
      .getByRole('button', { name: /^Delete/ })
      .first()
      .click();
    await residue(page)
      .getByRole('button', { name: /for good$/ })
      .click();
    await expect(files).toHaveCount(left - 1);
  }
  await expect(residue(page)).toContainText('No file of this incident');
  await page.keyboard.press('Escape');
  await expect(rowsSaying(page, 'Deleted because it held')).toHaveCount(names.length);
  await expect(entryLine(page)).toHaveValue('!obs again [redacted]');
  await app.close();
  expect(filesHolding(library, secret)).toEqual([]);
  expect(filesHolding(userData, secret)).toEqual([]);
});

test('[RX16] a later look lists what was made before, and other words are looked for and kept nowhere', async ({
  launch,
}) => {
  const first = await launch();
  await declare(first.page, 'Checkout fails');
  await record(first.page, secret);
  await redact(first.page, secret, 'customer data');
  await first.close();
  const { library, userData } = first;
  const [home = ''] = readdirSync(join(library, 'incidents')).map((name) => join(library, 'incidents', name));
  mkdirSync(join(home, 'exports'));
  writeFileSync(join(home, 'exports', 'old.md'), 'anything');
  utimesSync(join(home, 'exports', 'old.md'), new Date(0), new Date(0));
  writeFileSync(join(home, 'exports', 'new.md'), 'Jane *Doe* again');
  const app = await launch({ library, userData });
  const { page } = app;
  await openFromLibrary(page, 'Checkout fails');
  await runCommand(page, 'Look for redacted text in files');
  await expect(residue(page).getByRole('list', { name: 'Files' }).getByRole('listitem')).toHaveCount(1);
  await expect(residue(page)).toContainText(/old\.md[\s\S]*made before the redaction/);
  await residue(page).getByRole('textbox', { name: 'Look for these words too' }).fill('Jane Doe');
  await page.keyboard.press('Enter');
  await expect(residue(page)).toContainText(/new\.md[\s\S]*It holds the text/);
  await page.keyboard.press('Escape');
  await app.close();
  expect(filesHolding(library, 'Jane Doe')).toEqual([]);
  expect(filesHolding(userData, 'Jane Doe')).toEqual([]);
});

test('[RX20] a deletion takes the copy in the mirror along, also one that is away until the next start', async ({
  launch,
  folder,
}) => {
  const app = await launch();
  const { page, library, userData } = app;
  const mirror = join(folder, 'stick');
  mkdirSync(mirror);
  await declare(page, 'Checkout fails');
  await record(page, secret);
  const [incident = ''] = readdirSync(join(library, 'incidents'));
  const evidence = (place: string) => join(place, 'incidents', incident, 'evidence');
  mkdirSync(evidence(library));
  for (const name of ['first.txt', 'second.txt']) writeFileSync(join(evidence(library), name), `${name} ${secret}`);
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, mirror);
  await runCommand(page, 'Mirror this library to a folder');
  await expect(page.getByRole('contentinfo')).toContainText('Mirror in step', { timeout: 20_000 });
  expect(filesHolding(evidence(mirror), secret)).toHaveLength(2);

  await redact(page, secret, 'customer data');
  await deleteListed(page, 'first.txt');
  await expect(residue(page)).not.toContainText('first.txt');
  expect(filesHolding(evidence(mirror), secret)).toEqual([join(evidence(mirror), 'second.txt')]);

  renameSync(mirror, `${mirror}-away`);
  await deleteListed(page, 'second.txt');
  await expect(residue(page)).toContainText(`Its copy in the mirror ${mirror} is not deleted yet`, { timeout: 20_000 });
  await app.close();
  expect(filesHolding(userData, 'second.txt')).toEqual([]);
  renameSync(`${mirror}-away`, mirror);
  await launch({ library, userData });
  await expect.poll(() => readdirSync(evidence(mirror)), { timeout: 20_000 }).toEqual([]);
  expect(filesHolding(mirror, secret)).toEqual([]);
});

async function deleteListed(page: Page, name: string): Promise<void> {
  const file = residue(page).getByRole('listitem').filter({ hasText: name });
  await file.getByRole('button', { name: /^Delete/ }).click();
  await residue(page)
    .getByRole('button', { name: /for good$/ })
    .click();
}

async function redact(page: Page, text: string, why: string): Promise<void> {
  await chooseForRow(rowsSaying(page, text).first(), 'Redact');
  const dialog = page.getByRole('dialog', { name: 'Redact' });
  await dialog.getByRole('textbox', { name: 'Why' }).fill(why);
  await dialog.getByRole('button', { name: 'Remove the text' }).click();
  await expect(residue(page)).toBeVisible();
}

/** Byte by byte, in the encodings that programs on this machine write. */
function filesHolding(folder: string, text: string): readonly string[] {
  const wanted = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readIfThere(path);
      return wanted.some((each) => bytes.includes(each));
    });
}
