import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryLine, openFromLibrary, rowsSaying, runCommand, timeline } from '../support/console-page.ts';
import { expect, test } from '../support/electron-app.ts';
import { addForeignEvent, journalHolding, journalsOf, makeIncident } from '../support/made-library.ts';

const title = 'Checkout fails';
const damage = (journal: string, words: string, to: string) =>
  writeFileSync(journal, readFileSync(journal, 'utf8').replace(words, to));

test('[JR49] a line that comes back whole in a second file is told of no more, at once; verify names its damage', async ({
  launch,
  folder,
}) => {
  const library = join(folder, 'library');
  await makeIncident(library, title, 5);
  const journal = journalHolding(library, 'entry 3:');
  const whole = readFileSync(journal);
  damage(journal, 'entry 3:', 'entry X:');
  const { page } = await launch({ library });
  await openFromLibrary(page, title);
  await expect(timeline(page)).toContainText('Record it anew from the entry line');
  await page.getByRole('button', { name: 'Put it into the entry line' }).click();
  await expect(entryLine(page)).toHaveValue(/^\d\d:\d\d:\d\d !obs entry X:/);
  await entryLine(page).fill('');

  writeFileSync(journal.replace('.jsonl', '~1a2b3c4d.jsonl'), whole);
  await expect(rowsSaying(page, 'entry 3:')).toHaveCount(1);
  await expect(timeline(page)).not.toContainText('damaged');
  await expect(page.getByRole('contentinfo')).not.toContainText('cannot be read');
  await runCommand(page, 'Verify the record');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('What it held is whole in another file: nothing is missing.');
  await expect(dialog).not.toContainText('wrong from line');
});

test('[TV21] a damaged change of the severity is told as one, with the check in place of a note', async ({
  launch,
  folder,
}) => {
  const library = join(folder, 'library');
  await makeIncident(library, title, 0);
  addForeignEvent(journalsOf(library)[0] ?? '', {
    type: 'SeverityChanged',
    severity: 'SEV1',
    reason: 'all of checkout',
  });
  const journal = journalHolding(library, 'all of checkout');
  damage(journal, 'all of checkout', 'all of checkXut');
  const { page } = await launch({ library });
  await openFromLibrary(page, title);
  await expect(timeline(page)).toContainText(
    'It was: severity changed, “all of checkXut”. That does not count: check it',
  );
  await expect(page.getByRole('button', { name: 'Put it into the entry line' })).toHaveCount(0);
  await timeline(page).getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByRole('dialog')).toContainText('Verify the record');
});
