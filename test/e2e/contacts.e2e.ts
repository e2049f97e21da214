import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Contacts, contactsToCsv, csvToContacts } from '../../shared/playbook/contacts-csv.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';
import { makeIncident } from '../support/made-library.ts';
import { testInOneApp } from '../support/shared-app.ts';

/** As a company of some size has them: several numbers, roles of some words, hours. */
const phoneBook: Contacts = {
  people: Array.from({ length: 60 }, (_, n) => ({
    id: `person-${n + 1}`,
    name: `${['Ann', 'Bartholomew', 'Chiara', 'Dev'][n % 4]} ${['Lee', 'Featherstone', 'Nováková'][n % 3]} ${n + 1}`,
    role: ['Database on call', 'Network and data centre lead', 'Support'][n % 3] ?? '',
    phones: n % 2 === 0 ? [`+420 600 123 4${String(n).padStart(2, '0')}`] : ['+44 20 7946 0018', '0800 55 11 22'],
    ...(n % 3 === 0 ? { email: `person.${n + 1}@example.org` } : {}),
    ...(n < 20 ? { escalation: n + 1 } : {}),
    note: n % 5 === 0 ? 'Weekdays 8 to 18' : '',
  })),
  bridges: Array.from({ length: 10 }, (_, n) => ({
    name: `Bridge ${n + 1}`,
    number: `+49 30 567 9${String(n).padStart(2, '0')}`,
    pin: `${4400 + n}`,
    ...(n === 0 ? { note: 'The first to try' } : {}),
  })),
};

test('[CN20, CN21] sixty people and ten bridges come in as CSV, print on one page and go out again', async ({
  holdfast: app,
  folder,
}) => {
  const { page, electron } = app;
  const [given, exported] = [join(folder, 'given.csv'), join(folder, 'exported.csv')];
  writeFileSync(given, contactsToCsv(phoneBook));
  await electron.evaluate(
    ({ dialog }, [open, save]) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [open] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: save });
    },
    [given, exported] as const,
  );

  await page.keyboard.press('Control+Shift+p');
  await page.getByRole('button', { name: 'Import CSV' }).click();
  const preview = page.getByRole('region', { name: 'Import' });
  await expect(preview).toContainText('This file holds 60 people and 10 bridges');
  await preview.getByRole('button', { name: 'Add them' }).click();
  await expect(preview).toBeHidden();
  await expect(people(page).getByRole('listitem')).toHaveCount(60);

  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect(page.getByText(`Written to ${exported}.`)).toBeVisible();
  expect(csvToContacts(readFileSync(exported, 'utf8'))).toEqual(csvToContacts(contactsToCsv(phoneBook)));

  expect(await printedPages(app)).toBe(1);
});

testInOneApp(
  '[CN24] [CN25] a file that cannot be used says why and leaves nothing of the one before to take over',
  async ({ holdfast: { page, electron }, folder }) => {
    const choose = async (name: string, content: string | Uint8Array) => {
      writeFileSync(join(folder, name), content);
      await electron.evaluate(
        ({ dialog }, path) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
        },
        join(folder, name),
      );
      await page.getByRole('button', { name: 'Import CSV' }).click();
    };
    await page.keyboard.press('Control+Shift+p');
    await choose('good.csv', 'name,role\nAnn Lee,Database\n');
    await expect(page.getByRole('region', { name: 'Import' })).toContainText('This file holds 1 person');
    await choose('bad.csv', 'foo,bar\n1,2\n');
    await expect(page.getByRole('alert')).toContainText('bad.csv cannot be used');
    await expect(page.getByRole('region', { name: 'Import' })).toBeHidden();
    await choose('picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48]));
    await expect(page.getByRole('alert')).toContainText('picture.csv is no text. Save the list as CSV');
  },
);

test('[CN22] a person is added, found by number and changed, and is there after a restart', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await page.keyboard.press('Control+Shift+p');
  await page.getByRole('button', { name: 'Add a person' }).click();
  const form = page.getByRole('group', { name: 'New person' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toContainText('Name is needed.');
  await form.getByRole('textbox', { name: 'Name' }).fill('Mei Tanaka');
  await form.getByRole('textbox', { name: 'Role' }).fill('Database');
  await form.getByRole('textbox', { name: 'Phones' }).fill('+420 600 111 222, 0800 4711');
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expect(form).toContainText('Kept from before');
  await expect(form.getByRole('textbox', { name: 'Phones' })).toHaveValue('+420 600 111 222, 0800 4711');
  await form.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(form).toBeHidden();
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('4711');
  const row = people(page).getByRole('listitem').filter({ hasText: 'Mei Tanaka' });
  await expect(row).toContainText('+420 600 111 222');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expect(form.getByRole('textbox', { name: 'Phones' })).toHaveValue('');
  await page.keyboard.press('Escape');

  await row.getByRole('button', { name: 'Change Mei Tanaka' }).click();
  const change = page.getByRole('group', { name: 'Mei Tanaka' });
  await change.getByRole('textbox', { name: 'Phones' }).fill('+420 600 111 333');
  await change.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('');
  await expect(row).toContainText('+420 600 111 333');
  await expect(row).not.toContainText('4711');
  await app.close();

  const again = await launch({ library: app.library, userData: app.userData });
  await again.page.keyboard.press('Control+Shift+p');
  await expect(people(again.page).getByRole('listitem')).toContainText(['+420 600 111 333']);
});

test('[CN23] contacts open by their key in a library that is read only, and in a damaged one', async ({
  launch,
  folder,
}) => {
  const [readOnly, damaged] = [join(folder, 'read-only'), join(folder, 'damaged')];
  for (const library of [readOnly, damaged]) {
    await makeIncident(library, 'Checkout fails', 3);
    const app = await launch({ library });
    await app.page.keyboard.press('Control+Shift+p');
    await addPerson(app.page, 'Mei Tanaka', '+420 600 111 222');
    await app.close();
  }
  const mark = join(readOnly, 'library.json');
  writeFileSync(mark, JSON.stringify({ ...JSON.parse(readFileSync(mark, 'utf8')), v: 99 }));
  for (const name of readdirSync(damaged, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.jsonl')) writeFileSync(join(damaged, name), 'no journal at all\n');
  }
  for (const library of [readOnly, damaged]) {
    const { page } = await launch({ library });
    await page.keyboard.press('Control+Shift+p');
    await expect(people(page).getByRole('listitem')).toContainText(['+420 600 111 222']);
  }
});

const people = (page: Page) => page.getByRole('region', { name: 'People' });

const addPerson = async (page: Page, name: string, phone: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Phones' }).fill(phone);
  await page.keyboard.press('Enter');
  await expect(people(page).getByRole('listitem')).toContainText([name]);
};

/** As Ctrl P prints it on A4; every page of a PDF is an object of its own. */
const printedPages = async ({ electron }: RunningApp): Promise<number> => {
  const pdf = await electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const printed = await window?.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true });
    return printed?.toString('latin1') ?? '';
  });
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};
