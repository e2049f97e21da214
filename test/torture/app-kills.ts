import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { declare, entryLine, libraryProcessId, openFromLibrary } from '../support/console-page.ts';
import { type RunningApp, startApp } from '../support/electron-app.ts';
import { readRecord } from '../support/read-record.ts';
import { watchShownRows } from '../support/shown-rows.ts';
import type { Row } from './row.ts';

const title = 'Killed again and again';
/** Longer than typing has to pause before its text is written, and the writing itself. */
const draftMs = 1_500;
const victims = ['the app', 'its library process', 'its window'] as const;
type Victim = (typeof victims)[number];

/**
 * The real app: somebody types, a process of it is killed at a random moment, what is gone starts again. What the window
 * had shown as recorded is there once; what was typed and had stood there for a moment is recorded once or a draft.
 * @param appFolder the product, or another build of it, to see that a broken one is found out
 */
export const appKills = async (rounds: number, random: () => number, appFolder: string): Promise<Row> => {
  const base = mkdtempSync(join(tmpdir(), 'holdfast-torture-app-kills-'));
  const [library, userData] = [join(base, 'library'), join(base, 'user-data')];
  const shown = new Set<string>();
  const losses: string[] = [];
  let starts = 0;
  const start = async (): Promise<RunningApp> => {
    starts += 1;
    const { running } = await startApp(join(base, `start-${starts}`), { library, userData, appFolder });
    if (starts === 1) await declare(running.page, title);
    else await openFromLibrary(running.page, title);
    await watchShownRows(running.page, shown);
    return running;
  };
  let app = await start();
  try {
    for (let round = 0; round < rounds; round += 1) {
      const victim = victims[round % victims.length] ?? 'the app';
      const left = await typeUntilKilled(app, round, victim, random);
      if (victim === 'the app') app = await start();
      losses.push(...(await judge(app, left, shown)).map((loss) => `round ${round}, ${victim}: ${loss}`));
      // Who drives a window from outside loses it with its process, though the app has loaded it again.
      if (victim === 'its window') {
        await app.kill();
        app = await start();
      }
    }
    const { texts, problems } = await readRecord(library);
    losses.push(...findMissing(shown, texts));
    for (const { kind, message } of problems) if (kind !== 'torn-tail') losses.push(`the record says: ${message}`);
    return { name: 'kill -9 of the real app', rounds, acknowledged: shown.size, faults: rounds, losses };
  } finally {
    await app.kill();
    rmSync(base, { recursive: true, force: true });
  }
};

/** Returns what was typed and left standing long enough before the kill; '' when typing never paused. */
const typeUntilKilled = async (
  app: RunningApp,
  round: number,
  victim: Victim,
  random: () => number,
): Promise<string> => {
  const until = performance.now() + random() * 2_500;
  const leavesText = random() < 0.5;
  const pauseAfterMs = random() * 400;
  for (let n = 0; performance.now() < until; n += 1) {
    await entryLine(app.page).fill(`[k${round}-${n}] ${'words '.repeat(Math.floor(random() * 20))}`.trim());
    await entryLine(app.page).press('Enter');
    if (random() < 0.3) await pause(pauseAfterMs);
  }
  const left = leavesText ? `[k${round}-left] half a thought` : '';
  if (leavesText) {
    await entryLine(app.page).fill(left);
    await pause(draftMs);
  }
  await kill(app, victim);
  return left;
};

const kill = async (app: RunningApp, victim: Victim): Promise<void> => {
  if (victim === 'the app') return app.kill();
  const pid =
    victim === 'its window'
      ? await app.electron.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
        )
      : await libraryProcessId(app);
  if (pid === undefined) throw new Error(`${victim} is not there to be killed.`);
  process.kill(pid, 'SIGKILL');
};

const judge = async (app: RunningApp, left: string, shown: ReadonlySet<string>): Promise<readonly string[]> => {
  const losses: string[] = [];
  if (!(await comesTrue(async () => (await seenInWindow(app)).status.includes('all on disk'), 30_000)))
    losses.push('after half a minute the window does not say that all is on disk');
  const { texts } = await readRecord(app.library);
  losses.push(...findMissing(shown, texts));
  if (left === '') return losses;
  const isRecorded = texts.includes(left);
  const isDraft = await comesTrue(async () => (await seenInWindow(app)).line.includes(left), isRecorded ? 500 : 10_000);
  if (!isRecorded && !isDraft) losses.push(`“${left}” was typed and is gone`);
  if (isRecorded && isDraft) losses.push(`“${left}” is recorded, and stands in the entry line to be recorded again`);
  return losses;
};

/** Asked through the main process: who drives a window from outside loses it when its process is killed. */
const seenInWindow = ({ electron }: RunningApp): Promise<{ readonly line: string; readonly status: string }> =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      `({
        line: document.querySelector('[data-entry-line]')?.textContent + (document.querySelector('[data-entry-line] textarea')?.value ?? ''),
        status: document.querySelector('footer')?.textContent ?? '',
      })`,
    ),
  );

const comesTrue = async (ask: () => Promise<boolean>, withinMs: number): Promise<boolean> => {
  const end = performance.now() + withinMs;
  for (;;) {
    // A window whose process is gone, or that is just being loaded, answers nothing.
    const answer = await Promise.race([ask().catch(() => false), pause(1_000, false)]);
    if (answer) return true;
    if (performance.now() > end) return false;
    await pause(50);
  }
};

const findMissing = (shown: ReadonlySet<string>, texts: readonly string[]): readonly string[] => {
  const count = new Map<string, number>();
  for (const text of texts) {
    const [mark = ''] = /^\[[\w-]+\]/.exec(text) ?? [];
    count.set(mark, (count.get(mark) ?? 0) + 1);
  }
  const missing = [...shown]
    .filter((mark) => !count.has(mark))
    .map((mark) => `${mark} was shown as recorded, and is gone`);
  const doubled = [...count]
    .filter(([mark, n]) => mark !== '' && n > 1)
    .map(([mark, n]) => `${mark} is there ${n} times`);
  return [...missing, ...doubled];
};
