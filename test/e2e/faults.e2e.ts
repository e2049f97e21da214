import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { injectFault, limitFileSize, seenFrom, smallDisk } from '../support/attached-faults.ts';
import {
  declare,
  expectRecorded,
  libraryProcessId,
  openFromLibrary,
  record,
  rowsSaying,
  runCommand,
  timeline,
  typeAndEnter,
} from '../support/console-page.ts';
import { expect, type RunningApp, test } from '../support/electron-app.ts';
import { expectGoesOn, expectRefused, expectWaysOut, journalSaying } from '../support/failing-disk.ts';
import { makeIncident } from '../support/made-library.ts';
import { readRecord, timesRecorded } from '../support/read-record.ts';

const title = 'Checkout fails';

// Left out where nothing can be made to fail; the set-up says why. All errors at all calls are a matter of `npm run torture`.
test.describe('on a failing disk', { tag: '@failing-disk' }, () => {
  test('[AF20, DLG17] a disk that fails for good: said, text kept, gone on by itself, and once on the disk after a kill', async ({
    launch,
    holdfast,
  }) => {
    const { page, library, userData } = holdfast;
    await declare(page, title);
    await record(page, 'before the disk failed');
    const mend = await injectFault(await processOf(holdfast), { calls: 'fdatasync,fsync', error: 'EIO' });
    try {
      await typeAndEnter(page, 'while the disk fails');
      await expectRefused(page, 'while the disk fails', /The disk reported an error \(EIO\)/);
      await expectWaysOut(page, /The disk reported an error \(EIO\)/);
    } finally {
      await mend();
    }
    await expectGoesOn(page, 'while the disk fails');
    await holdfast.kill();

    // The line that was refused is on the disk all the same, beside that of the retry.
    expect((await readRecord(library)).problems.map(({ kind }) => kind)).toEqual(['repeated']);
    const again = await launch({ library, userData });
    await openFromLibrary(again.page, title);
    for (const text of ['before the disk failed', 'while the disk fails']) await expectRecorded(again.page, text);
    expect(await timesRecorded(library, 'while the disk fails')).toBe(1);
    await runCommand(again.page, 'Verify the record');
    const report = again.page.getByRole('dialog', { name: 'Verify the record' });
    await expect(report).toContainText('Every line is whole, and every chain holds.');
    await expect(report).toContainText('may hold several events. One command lies there twice and counts once.');
  });

  test('[AF21] a full disk: said, text kept, gone on by itself when there is room again', async ({
    launch,
    folder,
  }) => {
    const library = join(folder, 'library');
    // The name spaces that the small disk needs make the app a root without rights, whom Chromium asks for this switch.
    const app = await launch({ library, tracing: smallDisk(library, 160), args: ['--no-sandbox'] });
    const { page } = app;
    const seen = seenFrom(await app.electron.evaluate(() => process.pid), library);
    await declare(page, title);
    await record(page, 'while there was room');
    const filler = join(seen, 'filler');
    fillDisk(filler);
    // Longer than what is left of the journal's last block, and than what a draft gives back that is only now removed.
    const long = `no room for this ${'and this '.repeat(2_000)}`.trim();
    await typeAndEnter(page, long);
    await expectRefused(page, long, /The disk is full \(ENOSPC\)/);
    await expectWaysOut(page, /The disk is full \(ENOSPC\)/);
    rmSync(filler);
    await expectGoesOn(page, long);
    await record(page, 'after it');
    expect((await readRecord(seen)).texts.filter((text) => text === long)).toHaveLength(1);
  });

  test('[AF22] a write that the disk takes only a part of counts as not recorded, and the rest goes on', async ({
    holdfast,
  }) => {
    const { page, library } = holdfast;
    await declare(page, title);
    await record(page, 'a whole line');
    const journal = journalSaying(library, 'a whole line');
    const writer = await processOf(holdfast);
    limitFileSize(writer, statSync(journal).size + 40);
    await typeAndEnter(page, 'half a line');
    await expectRefused(page, 'half a line', /The disk is full \(ENOSPC\)/);
    limitFileSize(writer, 'unlimited');
    await expectGoesOn(page, 'half a line');
    expect(await processOf(holdfast)).toBe(writer);
    const { texts, problems } = await readRecord(library);
    expect(problems.map(({ kind }) => kind)).toEqual(['torn-tail']);
    for (const text of ['a whole line', 'half a line']) expect(texts.filter((each) => each === text)).toHaveLength(1);
  });

  test('[AF23] a journal that the disk will not read is said, and shown by itself once it can be read', async ({
    launch,
    folder,
  }) => {
    const library = join(folder, 'library');
    await makeIncident(library, title, 3);
    const app = await launch({ library });
    const { page } = app;
    await leaveFor(page, 'Another incident');
    const journal = journalSaying(library, 'entry 1: errors at 12 % on checkout');
    const mend = await injectFault(await processOf(app), { calls: 'read,pread64', error: 'EIO', paths: [journal] });
    try {
      await openFromLibrary(page, title);
      await expect(timeline(page)).toContainText(/cannot be read now \(.*EIO/);
      await expect(rowsSaying(page, 'entry 1:')).toHaveCount(0);
      await record(page, 'recorded all the same');
    } finally {
      await mend();
    }
    for (const shown of ['entry 1:', 'entry 2:', 'entry 3:']) await expect(rowsSaying(page, shown)).toHaveCount(1);
    await expect(timeline(page)).not.toContainText('cannot be read now');
    await expectRecorded(page, 'recorded all the same');
  });
});

async function processOf(app: RunningApp): Promise<number> {
  const pid = await libraryProcessId(app);
  if (pid === undefined) throw new Error('There is no library process.');
  return pid;
}

/** Until not one byte more is taken; what was written stays. */
function fillDisk(path: string): void {
  expect(() => writeFileSync(path, Buffer.alloc(1024 * 1024))).toThrow(/ENOSPC/);
}

/** The library process lets go of an incident that no window shows, and reads it anew when it is opened again. */
async function leaveFor(page: Page, other: string): Promise<void> {
  await declare(page, other);
  await expect(page.getByRole('heading', { name: other, level: 1 })).toBeVisible();
}
