import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row.ts';
import { findLosses, runVictim } from './victim-runs.ts';

/**
 * kill -9 of a writer at random moments. It notices an acknowledgement before the write, a torn line, a doubled one; it
 * cannot notice a missing flush, because the page cache outlives the process. That is what the power cut is for.
 */
export const killRounds = async (victim: string, seconds: number, random: () => number): Promise<Row> => {
  const base = mkdtempSync(join(tmpdir(), 'holdfast-torture-kill-'));
  const folder = join(base, 'incident', 'journal');
  const acknowledged = new Map<string, readonly string[]>();
  const end = performance.now() + seconds * 1000;
  try {
    while (performance.now() < end || acknowledged.size === 0) {
      const run = `w${acknowledged.size}`;
      const kill = (pid: number) => process.kill(pid, 'SIGKILL');
      acknowledged.set(run, await runVictim(victim, [base, folder, run], 1 + Math.floor(random() * 200), kill));
    }
    return {
      name: 'kill -9 of the writer',
      rounds: acknowledged.size,
      acknowledged: [...acknowledged.values()].flat().length,
      losses: findLosses(base, folder, acknowledged),
    };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
};
