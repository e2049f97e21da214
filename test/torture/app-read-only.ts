import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { isRoot } from '../support/app-command.ts';
import { ownMount, remount } from '../support/attached-faults.ts';
import { record } from '../support/console-page.ts';
import { type Break, findLosses, firstLines, openApp, playFault } from './app-fault-rounds.ts';
import type { Row } from './row.ts';

/**
 * The real app on a library whose mount is really made read-only under it, and writable again. Each round is a start of
 * its own: with a journal open for writing the system refuses that, so it hits a run that has read and not yet written.
 */
export const appReadOnly = async (rounds: number, appFolder: string): Promise<Row> => {
  const name = 'a read-only mount under the real app';
  const notRun = whyNot();
  if (notRun !== undefined) return { name, rounds: 0, acknowledged: 0, losses: [], notRun };
  const base = mkdtempSync(join(tmpdir(), 'holdfast-torture-app-read-only-'));
  const library = join(base, 'library');
  const ground = { library, userData: join(base, 'user-data'), appFolder, disk: ownMount(library) };
  const shown = new Set<string>();
  const losses: string[] = [];
  try {
    const first = await openApp(join(base, 'start-0'), ground, shown);
    await record(first.page, '[first] before it');
    await first.kill();
    for (let round = 1; round <= rounds; round += 1) {
      const app = await openApp(join(base, `start-${round}`), ground, shown);
      try {
        await playFault(app, readOnly(library), `${round}`, 0);
        await record(app.page, `[f${round}-after] after it`);
      } catch (error) {
        losses.push(firstLines(error));
      }
      await app.kill();
      losses.push(...(await findLosses(library, shown)).map((loss) => `round ${round}: ${loss}`));
    }
    return { name, rounds, acknowledged: shown.size, faults: rounds, losses };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
};

const readOnly = (library: string): Break => ({
  name: 'a read-only mount',
  reason: /its disk is read-only \(EROFS\)/,
  isLasting: true,
  cause: async (pid) => {
    // A draft or an index that is being written passes.
    await expect(async () => remount(pid, library, 'ro')).toPass({ timeout: 10_000 });
    return async () => remount(pid, library, 'rw');
  },
});

const whyNot = (): string | undefined => {
  if (process.platform !== 'linux') return 'mounts of a process are a matter of Linux';
  if (!isRoot) return 'only root may remount; run it as root';
  const { status, stderr } = spawnSync('unshare', ['-m', 'mount', '--bind', tmpdir(), tmpdir()], { encoding: 'utf8' });
  return status === 0 ? undefined : `this system lets root mount nothing: ${stderr.trim()}`;
};
