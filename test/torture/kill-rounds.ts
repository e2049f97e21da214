import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row.ts';
import { findLosses, runVictim, type VictimSaid } from './victim-runs.ts';

/** Starting a process takes longer than what it does before it is killed. */
const atOnce = 4;
/** Rounds that share a folder: a redaction looks into every file beside its own. */
const roundsEach = 16;

/**
 * kill -9 of a writer at random moments, many rounds in one folder. It notices an acknowledgement before the write,
 * a torn line that counts, a doubled one; it cannot notice a missing flush, because the page cache outlives the process.
 * That is what the power cut is for.
 */
export const killRounds = async (
  victim: string,
  { rounds, untilMs = 0 }: { readonly rounds: number; readonly untilMs?: number },
  random: () => number,
): Promise<Row> => {
  const root = mkdtempSync(join(tmpdir(), 'holdfast-torture-kill-'));
  const saidByBase = new Map<string, Map<string, VictimSaid>>();
  let started = 0;
  const killOneAfterAnother = async () => {
    while (started < rounds || performance.now() < untilMs) {
      const name = `w${started}`;
      const base = join(root, String(Math.floor(started / roundsEach)));
      started += 1;
      mkdirSync(base, { recursive: true });
      const afterLines = 1 + Math.floor(random() * 36);
      const delayMs = random() * 3;
      // Not only right behind an acknowledgement: in the middle of whatever comes next, too.
      const stop = (pid: number) => setTimeout(() => process.kill(pid, 'SIGKILL'), delayMs);
      const said = await runVictim({ victim, base, name, afterLines, stop });
      saidByBase.set(base, (saidByBase.get(base) ?? new Map<string, VictimSaid>()).set(name, said));
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, killOneAfterAnother));
    const acknowledged = [...saidByBase.values()]
      .flatMap((saidByRun) => [...saidByRun.values()])
      .reduce((sum, { recorded }) => sum + recorded.length, 0);
    const losses = [...saidByBase].flatMap(([base, saidByRun]) => findLosses(base, saidByRun));
    return { name: 'kill -9 of the writer', rounds: started, acknowledged, faults: started, losses };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
