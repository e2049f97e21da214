import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { entryLine, expectRecorded, nextBar, rowsSaying } from './console-page.ts';

/** A flush, a look for the library every three seconds, and a machine that is busy with other things. */
const patience = { timeout: 15_000 };

/** The disk did not take this line: why stands there in words, the text is back in its field, nothing says "recorded". */
export const expectRefused = async (page: Page, text: string, reason: RegExp): Promise<void> => {
  await expect(entryLine(page)).toHaveValue(text, patience);
  await expect(page.getByRole('main', { name: 'Incident' })).toContainText(reason, patience);
  await expect(rowsSaying(page, text)).toHaveCount(0);
};

/** What can be done while nothing can be written. */
export const expectWaysOut = async (page: Page, reason: RegExp): Promise<void> => {
  const footer = page.getByRole('contentinfo');
  await expect(nextBar(page)).toContainText('Not on disk', patience);
  await expect(page.getByRole('main', { name: 'Incident' })).toContainText(reason, patience);
  for (const name of ['Try again', 'Copy everything unrecorded'])
    await expect(footer.getByRole('button', { name })).toBeVisible(patience);
};

/** The cause is gone: the console notices by itself, and the kept text can be recorded. */
export const expectGoesOn = async (page: Page, text: string): Promise<void> => {
  await expect(page.getByRole('contentinfo').getByRole('button', { name: 'Try again' })).toHaveCount(0, patience);
  await expect(nextBar(page)).not.toContainText('Not on disk', patience);
  await expect(entryLine(page)).toHaveValue(text);
  await entryLine(page).press('Enter');
  await expectRecorded(page, text, patience.timeout);
};

/** The journal of a library that holds this text. */
export const journalSaying = (library: string, text: string): string => {
  const found = readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(library, name))
    .find((path) => readFileSync(path, 'utf8').includes(JSON.stringify(text)));
  if (found === undefined) throw new Error(`No journal in ${library} says ${text}.`);
  return found;
};
