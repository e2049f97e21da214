import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRunAlive, newRun } from '../../../electron/library/run-identity.ts';
import { eventually } from '../../support/eventually.ts';

const runOf = (pid: number) => newRun('01JD').replace(`-${process.pid}-`, `-${pid}-`);

describe('whether a run is going on', () => {
  it('[DF8] this one is; one of a number that nobody has is over; of one of another machine nobody can tell', () => {
    expect(isRunAlive(newRun('01JD'))).toBe(true);
    expect(isRunAlive(`elsewhere-${process.pid}-01jd`)).toBeNull();
    expect(isRunAlive(runOf(2 ** 22 + 1))).toBe(false);
  });

  // Elsewhere nobody can see it.
  if (existsSync('/proc/self/stat'))
    it('[DF8] one that died and whose exit code nobody took is over', async () => {
      // The shell becomes a program that never asks for the exit code of the child it was given.
      const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const pid = Number(line.toString());
      await eventually(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '));
      expect(isRunAlive(runOf(pid))).toBe(false);
      parent.kill();
    });
});
