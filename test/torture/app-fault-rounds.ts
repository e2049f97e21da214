import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { giveToNormalUser } from '../support/app-command.ts';
import { declare, libraryProcessId, openFromLibrary, record, typeAndEnter } from '../support/console-page.ts';
import { type RunningApp, startApp } from '../support/electron-app.ts';
import { expectGoesOn, expectRefused, expectWaysOut, journalSaying } from '../support/failing-disk.ts';
import { readRecord } from '../support/read-record.ts';
import { watchShownRows } from '../support/shown-rows.ts';

const title = 'A disk that fails';

export interface Break {
  readonly name: string;
  readonly reason: RegExp;
  /** The library as a whole cannot be written meanwhile: then the ways out stand in the window. */
  readonly isLasting: boolean;
  /** Breaks it and returns what mends it. `journal` finds the file that is being written. */
  readonly cause: (pid: number, journal: () => string) => Promise<() => Promise<void>>;
}

/** What the app of a row runs on. */
export interface Ground {
  readonly library: string;
  readonly userData: string;
  /** The product, or another build of it, to see that a broken one is found out. */
  readonly appFolder: string;
  /** Run by nobody, with the sandbox where name spaces leave it; else by whoever runs the tests. */
  readonly asNormalUser?: boolean;
  /** Words before the program that give it a disk, or a mount, of its own. */
  readonly disk?: readonly string[];
}

/** What was waited for in vain; Playwright goes on to tell everything it tried. */
export const firstLines = (error: unknown): string => String(error).split('\n').slice(0, 4).join(' ').slice(0, 300);

export const openApp = async (folder: string, ground: Ground, shown: Set<string>): Promise<RunningApp> => {
  const { library, userData, asNormalUser = false, disk = [] } = ground;
  for (const path of [library, userData]) {
    mkdirSync(path, { recursive: true });
    if (asNormalUser) giveToNormalUser(path);
  }
  // Under another user's feet its folder has to be open for that user.
  chmodSync(dirname(library), 0o755);
  const args = asNormalUser && disk.length === 0 ? [] : ['--no-sandbox'];
  const { running } = await startApp(folder, { ...ground, tracing: disk, args });
  const pid = await running.electron.evaluate(() => process.pid);
  if (asNormalUser && statSync(`/proc/${pid}`).uid === 0) throw new Error('The app of a normal user runs as root.');
  if (shown.size === 0) await declare(running.page, title);
  else await openFromLibrary(running.page, title);
  await watchShownRows(running.page, shown);
  return running;
};

/** `lines` whole lines, then one that the disk refuses, then the same one on a disk that is mended. */
export const playFault = async (
  app: RunningApp,
  broken: Break,
  mark: string,
  lines: number,
  more = '',
): Promise<void> => {
  const { page, library } = app;
  for (let line = 1; line <= lines; line += 1) await record(page, `[f${mark}-${line}] whole`);
  const pid = await libraryProcessId(app);
  if (pid === undefined) throw new Error('There is no library process.');
  const mend = await broken.cause(pid, () => journalSaying(library, `[f${mark}-${lines}] whole`));
  const text = `[f${mark}-refused] ${more}`.trim();
  try {
    await typeAndEnter(page, text);
    await expectRefused(page, text, broken.reason);
    if (broken.isLasting) await expectWaysOut(page, broken.reason);
  } finally {
    await mend();
  }
  await expectGoesOn(page, text);
};

/** What is wrong with the record against what was shown: missing, there twice, or a chain that does not verify. */
export const findLosses = async (library: string, shown: ReadonlySet<string>): Promise<readonly string[]> => {
  const { texts, problems } = await readRecord(library);
  const losses: string[] = [];
  for (const mark of shown) {
    const times = texts.filter((text) => text.startsWith(mark)).length;
    if (times !== 1) losses.push(`${mark} was shown as recorded, and is there ${times} times`);
  }
  // A torn line was never recorded; a repeated command is one whose refused line the disk had kept.
  for (const { kind, message } of problems)
    if (kind !== 'torn-tail' && kind !== 'repeated') losses.push(`the record says: ${message}`);
  return losses;
};
