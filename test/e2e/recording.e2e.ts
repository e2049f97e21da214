import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { copyAppWithoutFlush } from '../support/app-variants.ts';
import {
  declare,
  entryLine,
  expectRecorded,
  libraryProcessId,
  nextBar,
  openFromLibrary,
  record,
  rowsSaying,
  typeAndEnter,
} from '../support/console-page.ts';
import { expect, type LaunchOptions, type RunningApp, test } from '../support/electron-app.ts';

const title = 'Checkout fails';
const delayMs = 2_000;
/** The app with a disk that takes so long for every flush. */
const slowFlush = (when: 'delay_enter' | 'delay_exit', calls = 'fdatasync', ms = delayMs) => [
  ...['strace', '-f', '--seccomp-bpf', '-qq', '-o', '/dev/null'],
  ...['-e', `trace=${calls}`, '-e', `inject=${calls}:${when}=${ms * 1000}`],
];

// Without strace nothing can be delayed, so there is no test then; the configuration says so.
test.describe('with strace', { tag: '@strace' }, () => {
  test('[RC1] an entry reads "recording" until the disk has confirmed it, while everything else goes on', {
    tag: '@alone',
  }, async ({ launch }) => {
    const { page } = await launchSlowly(launch);
    await keepsWaitingForTheDisk(page, 'the disk is slow');
  });

  test('[RC1] that check fails for an app whose flush was taken out', async ({ launch, folder }) => {
    const appFolder = copyAppWithoutFlush(join(folder, 'without-flush'));
    const { page } = await launchSlowly(launch, { appFolder });
    await expect(keepsWaitingForTheDisk(page, 'nobody waits for the disk')).rejects.toThrow(/msUntilRecorded/);
  });

  test('[RC2] an entry that is late takes the Next bar, and leaves it when it is on the disk', async ({ launch }) => {
    const { page } = await launchSlowly(launch, {}, slowFlush('delay_enter', 'fdatasync,fsync', 3_000));
    // The first entry of a run makes its journal: the file and the folder are flushed one after the other.
    await typeAndEnter(page, 'the first line of this run');
    // Both at once: it is late for some four seconds.
    await Promise.all([
      expect(nextBar(page)).toContainText('Not on disk yet'),
      expect(rowsSaying(page, 'the first line of this run')).toContainText('not on disk yet'),
    ]);
    await expectRecorded(page, 'the first line of this run', 20_000);
    await expect(nextBar(page)).not.toContainText('Not on disk yet');
    // Late, and not so late that the writer was taken for hung.
    await expect(page.getByRole('contentinfo')).not.toContainText('was started again');
  });

  test('[RC3] a writer that dies between the disk and its answer has recorded once', async ({ launch }) => {
    const app = await launchSlowly(launch, {}, slowFlush('delay_exit'));
    await record(app.page, 'before it dies', 20_000);
    const dying = await libraryProcessId(app);
    await typeAndEnter(app.page, 'on the disk and not answered');
    const soon = { intervals: [20] };
    await expect.poll(() => linesSaying(app, 'on the disk and not answered'), soon).toBe(1);
    // Stopped before it can answer, however long it takes to look at the row.
    killProcess(dying, 'SIGSTOP');
    await expect(rowsSaying(app.page, 'on the disk and not answered')).toContainText(/recording|not on disk yet/);
    killProcess(dying, 'SIGKILL');
    await expectRecorded(app.page, 'on the disk and not answered', 30_000);
    expect(await libraryProcessId(app)).not.toBe(dying);
    expect(linesSaying(app, 'on the disk and not answered')).toBe(1);
    await expectRecorded(app.page, 'before it dies');
  });
});

test('[RC3] a writer that dies before the disk is started again and answers the waiting command once', async ({
  launch,
}) => {
  const app = await launch();
  await declare(app.page, title);
  await record(app.page, 'before it dies');
  const dying = await libraryProcessId(app);
  killProcess(dying, 'SIGSTOP');
  await typeAndEnter(app.page, 'while it cannot answer');
  await expect(rowsSaying(app.page, 'while it cannot answer')).toContainText('recording');
  killProcess(dying, 'SIGKILL');
  await expectRecorded(app.page, 'while it cannot answer');
  expect(await libraryProcessId(app)).not.toBe(dying);
  expect(linesSaying(app, 'while it cannot answer')).toBe(1);
  await expect(app.page.getByRole('contentinfo')).toContainText('was started again');
  await record(app.page, 'after it');
});

test('[RC4] a writer that hangs is told of, replaced after ten seconds, and doubles nothing when it wakes', async ({
  launch,
}) => {
  const app = await launch();
  await declare(app.page, title);
  await record(app.page, 'before it hangs');
  const hanging = await libraryProcessId(app);
  killProcess(hanging, 'SIGSTOP');
  try {
    await typeAndEnter(app.page, 'while it hangs');
    await expect(nextBar(app.page)).toContainText('Not on disk yet');
    const copy = app.page.getByRole('contentinfo').getByRole('button', { name: 'Copy everything unrecorded' });
    await copy.click();
    await expect(app.page.getByRole('contentinfo')).toContainText('Everything unrecorded is on the clipboard');
    await expectRecorded(app.page, 'while it hangs', 30_000);
    await expect(app.page.getByRole('contentinfo')).toContainText('was started again');
    await expect(nextBar(app.page)).not.toContainText('Not on disk yet');
  } finally {
    killProcess(hanging, 'SIGCONT');
  }
  await expect.poll(() => isAlive(hanging)).toBe(false);
  await record(app.page, 'after it woke');
  await expectRecorded(app.page, 'while it hangs');
  expect(linesSaying(app, 'while it hangs')).toBe(1);
});

type Launch = (options?: LaunchOptions) => Promise<RunningApp>;

/** An incident that was declared on a fast disk, open in an app with a slow one. */
async function launchSlowly(
  launch: Launch,
  options: LaunchOptions = {},
  tracing: readonly string[] = slowFlush('delay_enter'),
): Promise<RunningApp> {
  const fast = await launch();
  await declare(fast.page, title);
  await fast.close();
  const slow = await launch({ ...options, library: fast.library, userData: fast.userData, tracing });
  await openFromLibrary(slow.page, title);
  return slow;
}

/** The first line makes the journal; the second one is a single flush, and that is the one to look at. */
async function keepsWaitingForTheDisk(page: Page, text: string): Promise<void> {
  await record(page, 'the first line of this run', 30_000);
  await entryLine(page).fill(text);
  // Before Enter: it has to look on from the moment when the row comes.
  const seen = watchRow(page, text);
  await entryLine(page).press('Enter');
  const row = rowsSaying(page, text);
  // Hot keys and typing, while the disk is busy.
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('button', { name: 'Observed', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.type('typed meanwhile');
  await expect(entryLine(page)).toHaveValue('typed meanwhile');
  const waitingMeanwhile = await row.filter({ hasText: 'recording' }).count();
  const { msUntilRecorded, clockTexts, longestPauseMs } = await seen;
  expect(msUntilRecorded, 'msUntilRecorded').toBeGreaterThan(delayMs * 0.9);
  expect(msUntilRecorded, 'msUntilRecorded').toBeLessThan(delayMs * 2);
  expect(waitingMeanwhile).toBe(1);
  expect(clockTexts).toBeGreaterThanOrEqual(2);
  expect(longestPauseMs).toBeLessThan(500);
  await expect(row).toHaveCount(1);
  await expect(entryLine(page)).toHaveValue('typed meanwhile');
}

interface WatchedRow {
  /** From its first sight until the row stands there without "recording" and "not on disk yet". */
  readonly msUntilRecorded: number;
  /** How many different times the header's clock showed meanwhile. */
  readonly clockTexts: number;
  /** The longest time in which the window could not do anything else. */
  readonly longestPauseMs: number;
}

const watchRow = (page: Page, text: string): Promise<WatchedRow> =>
  page.evaluate(
    (wanted) =>
      new Promise<WatchedRow>((resolve) => {
        const clocks = new Set<string>();
        let [last, longestPauseMs] = [performance.now(), 0];
        let firstSeen: number | undefined;
        const timer = setInterval(() => {
          const now = performance.now();
          longestPauseMs = Math.max(longestPauseMs, now - last);
          last = now;
          clocks.add(document.querySelector('header time')?.textContent ?? '');
          const row = [...document.querySelectorAll('[role="listitem"]')].find((each) =>
            each.textContent?.includes(wanted),
          );
          if (!row) return;
          firstSeen ??= now;
          if (/recording|not on disk yet/.test(row.textContent ?? '')) return;
          clearInterval(timer);
          resolve({ msUntilRecorded: Math.round(now - firstSeen), clockTexts: clocks.size, longestPauseMs });
        }, 10);
      }),
    text,
  );

/** How many lines of all journals of the library hold this text. */
function linesSaying({ library }: RunningApp, text: string): number {
  const files = readdirSync(library, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  return files
    .flatMap((name) => readFileSync(join(library, name), 'utf8').split('\n'))
    .filter((line) => line.includes(text)).length;
}

function killProcess(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) throw new Error('The library process is not there.');
  process.kill(pid, signal);
}

function isAlive(pid: number | undefined): boolean {
  try {
    process.kill(pid ?? 0, 0);
    return true;
  } catch {
    return false;
  }
}
