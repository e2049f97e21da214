import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyNoFailingDisks } from '../../build/end-to-end-setup.ts';
import { type Fault, injectFault, limitFileSize, seenFrom, smallDisk } from '../support/attached-faults.ts';
import { declare, libraryProcessId, openFromLibrary, record, typeAndEnter } from '../support/console-page.ts';
import { type RunningApp, startApp } from '../support/electron-app.ts';
import { expectGoesOn, expectRefused, expectWaysOut, journalSaying } from '../support/failing-disk.ts';
import { readRecord } from '../support/read-record.ts';
import { watchShownRows } from '../support/shown-rows.ts';
import type { Row } from './row.ts';

const title = 'A disk that fails';
/** Longer than what is left of any block: on a full disk it cannot fit beside what is there. */
const filling = 'and this '.repeat(600).trim();

/** What the window has to say, by the system's error. */
const words: Readonly<Record<string, RegExp>> = {
  ENOSPC: /The disk is full \(ENOSPC\)/,
  EDQUOT: /Your share of this disk is used up \(EDQUOT\)/,
  EIO: /The disk reported an error \(EIO\)/,
  EROFS: /its disk is read-only \(EROFS\)/,
  EFBIG: /may not grow any further here \(EFBIG\)/,
};

interface Break {
  readonly name: string;
  readonly reason: RegExp;
  /** The library as a whole cannot be written meanwhile: then the ways out stand in the window. */
  readonly isLasting: boolean;
  /** Breaks it and returns what mends it. `journal` is the file that is being written. */
  readonly cause: (pid: number, journal: string) => Promise<() => Promise<void>>;
}

const injected = (fault: Omit<Fault, 'paths'>, on: 'journal' | 'all'): Break => ({
  name: `${fault.calls} of ${on === 'journal' ? 'the journal' : 'every file'}: ${fault.error}`,
  reason: words[fault.error] ?? /./,
  isLasting: on === 'all',
  cause: (pid, journal) => injectFault(pid, on === 'journal' ? { ...fault, paths: [journal] } : fault),
});
const limited = (name: string, error: string, more: (size: number) => number): Break => ({
  name,
  reason: words[error] ?? /./,
  isLasting: false,
  cause: async (pid, journal) => {
    limitFileSize(pid, more(statSync(journal).size));
    return async () => limitFileSize(pid, 'unlimited');
  },
});

const breaks: readonly Break[] = [
  ...['ENOSPC', 'EIO', 'EROFS', 'EDQUOT'].map((error) => injected({ calls: 'write', error }, 'journal')),
  ...['EIO', 'ENOSPC', 'EDQUOT'].map((error) => injected({ calls: 'fdatasync', error }, 'journal')),
  // The folder's flush too, with which every new file begins.
  ...['EIO', 'ENOSPC', 'EDQUOT'].map((error) => injected({ calls: 'fdatasync,fsync', error }, 'all')),
  limited('a file size limit inside the next line (a short write)', 'ENOSPC', (size) => size + 60),
  limited('a file size limit at its end', 'EFBIG', (size) => size),
];

/**
 * The real app on a disk whose calls fail, each after 1 to `depth` lines in the file: the reason stands there in words,
 * the text goes back to its line, the app goes on by itself once the cause is gone, and after a kill all that was shown
 * as recorded is there once.
 * @param appFolder the product, or another build of it, to see that a broken one is found out
 */
export const appFaults = async (depth: number, appFolder: string): Promise<Row> => {
  const name = 'failing calls below the real app';
  const notRun = whyNot();
  if (notRun !== undefined) return { name, rounds: 0, acknowledged: 0, losses: [], notRun };
  const base = mkdtempSync(join(tmpdir(), 'holdfast-torture-app-faults-'));
  const [library, userData] = [join(base, 'library'), join(base, 'user-data')];
  const shown = new Set<string>();
  const losses: string[] = [];
  let faults = 0;
  try {
    for (const broken of breaks) {
      const app = await openApp(join(base, `start-${faults}`), { library, userData, appFolder }, shown);
      try {
        for (let lines = 1; lines <= depth; lines += 1) {
          faults += 1;
          await playFault(app, broken, `${faults}`, lines);
        }
      } catch (error) {
        losses.push(`${broken.name}: ${firstLines(error)}`);
      }
      await app.kill();
      losses.push(...(await findLosses(library, shown)).map((loss) => `${broken.name}: ${loss}`));
    }
    return { name, rounds: faults, acknowledged: shown.size, faults, losses };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
};

/** The real app on a small disk that is filled to its last byte and emptied again. */
export const appFullDisk = async (rounds: number, appFolder: string): Promise<Row> => {
  const name = 'a full disk under the real app';
  const notRun = whyNot();
  if (notRun !== undefined) return { name, rounds: 0, acknowledged: 0, losses: [], notRun };
  const base = mkdtempSync(join(tmpdir(), 'holdfast-torture-app-full-'));
  const library = join(base, 'library');
  const shown = new Set<string>();
  const losses: string[] = [];
  try {
    const places = { library, userData: join(base, 'user-data'), appFolder };
    const app = await openApp(join(base, 'start'), places, shown, smallDisk(library, 1024));
    const seen = seenFrom(await app.electron.evaluate(() => process.pid), library);
    const filler = join(seen, 'filler');
    const full: Break = {
      name,
      reason: words.ENOSPC ?? /./,
      isLasting: true,
      cause: async () => {
        fill(filler);
        return async () => rmSync(filler);
      },
    };
    try {
      for (let round = 1; round <= rounds; round += 1) await playFault(app, full, `${round}`, 1, filling);
    } catch (error) {
      losses.push(firstLines(error));
    }
    // The disk goes with the app.
    cpSync(seen, join(base, 'copy'), { recursive: true });
    await app.kill();
    losses.push(...(await findLosses(join(base, 'copy'), shown)));
    return { name, rounds, acknowledged: shown.size, faults: rounds, losses };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
};

/** What was waited for in vain; Playwright goes on to tell everything it tried. */
const firstLines = (error: unknown): string => String(error).split('\n').slice(0, 4).join(' ').slice(0, 300);

const whyNot = (): string | undefined =>
  process.platform === 'linux' ? whyNoFailingDisks() : 'strace and name spaces are a matter of Linux';

const openApp = async (
  folder: string,
  places: { readonly library: string; readonly userData: string; readonly appFolder: string },
  shown: Set<string>,
  tracing: readonly string[] = [],
): Promise<RunningApp> => {
  const { running } = await startApp(folder, { ...places, tracing, args: ['--no-sandbox'] });
  if (shown.size === 0) await declare(running.page, title);
  else await openFromLibrary(running.page, title);
  await watchShownRows(running.page, shown);
  return running;
};

/** `lines` whole lines, then one that the disk refuses, then the same one on a disk that is mended. */
const playFault = async (app: RunningApp, broken: Break, mark: string, lines: number, more = ''): Promise<void> => {
  const { page, library } = app;
  for (let line = 1; line <= lines; line += 1) await record(page, `[f${mark}-${line}] whole`);
  const pid = await libraryProcessId(app);
  if (pid === undefined) throw new Error('There is no library process.');
  // On a disk of its own the library is not seen from here; nothing of it needs to be known there either.
  const mend = await broken.cause(pid, more === '' ? journalSaying(library, `[f${mark}-${lines}] whole`) : '');
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
const findLosses = async (library: string, shown: ReadonlySet<string>): Promise<readonly string[]> => {
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

const fill = (path: string): void => {
  try {
    writeFileSync(path, Buffer.alloc(4 * 1024 * 1024));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return;
    throw error;
  }
  throw new Error('The small disk took everything: it is not the one that was meant.');
};
