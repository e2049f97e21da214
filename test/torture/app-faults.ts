import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyNoFailingDisks } from '../../build/end-to-end-setup.ts';
import { asNormalUserWords, isRoot } from '../support/app-command.ts';
import { type Fault, injectFault, limitFileSize, seenFrom, smallDisk } from '../support/attached-faults.ts';
import { type Break, findLosses, firstLines, openApp, playFault } from './app-fault-rounds.ts';
import type { Row } from './row.ts';

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

const injected =
  (fault: Omit<Fault, 'paths'>, on: 'journal' | 'all') =>
  (as: readonly string[]): Break => ({
    name: `${fault.calls} of ${on === 'journal' ? 'the journal' : 'every file'}: ${fault.error}`,
    reason: words[fault.error] ?? /./,
    isLasting: on === 'all',
    cause: (pid, journal) => injectFault(pid, on === 'journal' ? { ...fault, paths: [journal()] } : fault, as),
  });
const limited =
  (name: string, error: string, more: (size: number) => number) =>
  (as: readonly string[]): Break => ({
    name,
    reason: words[error] ?? /./,
    isLasting: false,
    cause: async (pid, journal) => {
      limitFileSize(pid, more(statSync(journal()).size), as);
      return async () => limitFileSize(pid, 'unlimited', as);
    },
  });

/** Each for the user who runs the app, or words that make somebody that user: only he, and root, may break its calls. */
const breaks: readonly ((as: readonly string[]) => Break)[] = [
  ...['ENOSPC', 'EIO', 'EROFS', 'EDQUOT'].map((error) => injected({ calls: 'write', error }, 'journal')),
  ...['EIO', 'ENOSPC', 'EDQUOT'].map((error) => injected({ calls: 'fdatasync', error }, 'journal')),
  // The folder's flush too, with which every new file begins.
  ...['EIO', 'ENOSPC', 'EDQUOT'].map((error) => injected({ calls: 'fdatasync,fsync', error }, 'all')),
  limited('a file size limit inside the next line (a short write)', 'ENOSPC', (size) => size + 60),
  limited('a file size limit at its end', 'EFBIG', (size) => size),
];

/** Who runs the app, and breaks its calls. */
export type Who = 'this user' | 'a normal user';

/**
 * The real app on a disk whose calls fail, each after 1 to `depth` lines in the file: the reason stands there in words,
 * the text goes back to its line, the app goes on by itself once the cause is gone, and after a kill all that was shown
 * as recorded is there once.
 */
export const appFaults = async (depth: number, appFolder: string, who: Who): Promise<Row> => {
  const name = nameFor('failing calls below the real app', who);
  const notRun = whyNot(who);
  if (notRun !== undefined) return { name, rounds: 0, acknowledged: 0, losses: [], notRun };
  const base = mkdtempSync(join(tmpdir(), 'holdfast-torture-app-faults-'));
  const library = join(base, 'library');
  const ground = { library, userData: join(base, 'user-data'), appFolder, asNormalUser: who === 'a normal user' };
  const shown = new Set<string>();
  const losses: string[] = [];
  let faults = 0;
  try {
    for (const makeBreak of breaks) {
      const broken = makeBreak(wordsFor(who));
      const app = await openApp(join(base, `start-${faults}`), ground, shown);
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
export const appFullDisk = async (rounds: number, appFolder: string, who: Who): Promise<Row> => {
  const name = nameFor('a full disk under the real app', who);
  const notRun = whyNot(who);
  if (notRun !== undefined) return { name, rounds: 0, acknowledged: 0, losses: [], notRun };
  const base = mkdtempSync(join(tmpdir(), 'holdfast-torture-app-full-'));
  const library = join(base, 'library');
  const shown = new Set<string>();
  const losses: string[] = [];
  try {
    const ground = {
      ...{ library, userData: join(base, 'user-data'), appFolder },
      asNormalUser: who === 'a normal user',
      disk: smallDisk(library, 1024),
    };
    const app = await openApp(join(base, 'start'), ground, shown);
    const seen = seenFrom(await app.electron.evaluate(() => process.pid), library);
    const filler = join(seen, 'filler');
    const full: Break = {
      name,
      reason: words.ENOSPC ?? /./,
      isLasting: true,
      cause: async () => {
        fill(filler, wordsFor(who));
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

const nameFor = (name: string, who: Who): string => (who === 'this user' ? name : `${name}, as a normal user`);
const wordsFor = (who: Who): readonly string[] => (who === 'this user' ? [] : asNormalUserWords);

const whyNot = (who: Who): string | undefined => {
  if (process.platform !== 'linux') return 'strace and name spaces are a matter of Linux';
  if (who === 'a normal user' && !isRoot) return 'the row before it ran as one';
  return whyNoFailingDisks(wordsFor(who));
};

/** By the user of the app: a name space of his own knows no other, not even root. */
const fill = (path: string, as: readonly string[]): void => {
  const { stderr } = spawnSync('env', [...as, 'dd', 'if=/dev/zero', `of=${path}`, 'bs=64k', 'count=64'], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (!stderr.includes('No space left on device')) throw new Error(`The small disk took everything: ${stderr}`);
};
