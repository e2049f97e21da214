import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row.ts';
import { findLosses, runVictim } from './victim-runs.ts';

export type FileSystem = 'ext4' | 'xfs';

/**
 * A power cut on a loop-mounted file system: everything that the disk was not told to keep is dropped
 * (`xfs_io shutdown`), then the file system recovers as after a real one. This is what a missing flush cannot survive.
 */
export const powerCut = async (
  fileSystem: FileSystem,
  victim: string,
  rounds: number,
  random: () => number,
): Promise<Row> => {
  const name = `power cut on ${fileSystem}`;
  const notRun = whyNot(fileSystem);
  if (notRun !== undefined) return { name, rounds: 0, acknowledged: 0, losses: [], notRun };
  const work = mkdtempSync(join(tmpdir(), 'holdfast-torture-power-'));
  const [image, mountPoint] = [join(work, 'disk.img'), join(work, 'mount')];
  mkdirSync(mountPoint);
  const losses: string[] = [];
  let count = 0;
  try {
    must('truncate', ['-s', '512M', image]);
    must(`mkfs.${fileSystem}`, fileSystem === 'ext4' ? ['-q', '-F', image] : ['-q', '-f', image]);
    for (let round = 0; round < rounds; round += 1) {
      const [base, run] = [join(mountPoint, `library-${round}`), `w${round}`];
      const folder = join(base, 'incident', 'journal');
      must('mount', ['-o', 'loop', image, mountPoint]);
      mkdirSync(base);
      // The library folder itself is there long before the power goes.
      must('sync', []);
      const cut = (pid: number) => {
        must('xfs_io', ['-x', '-c', 'shutdown', mountPoint]);
        process.kill(pid, 'SIGKILL');
      };
      const names = await runVictim(victim, [base, folder, run], 1 + Math.floor(random() * 60), cut);
      must('umount', [mountPoint]);
      must('mount', ['-o', 'loop', image, mountPoint]);
      losses.push(...findLosses(base, folder, new Map([[run, names]])).map((loss) => `round ${round}: ${loss}`));
      count += names.length;
      must('umount', [mountPoint]);
    }
    return { name, rounds, acknowledged: count, losses };
  } finally {
    spawnSync('umount', [mountPoint]);
    rmSync(work, { recursive: true, force: true });
  }
};

const whyNot = (fileSystem: FileSystem): string | undefined => {
  if (process.platform !== 'linux') return 'loop mounts are a matter of Linux';
  if (process.getuid?.() !== 0) return 'only root may mount; run it as root';
  const missing = ['xfs_io', `mkfs.${fileSystem}`].find((tool) => spawnSync('which', [tool]).status !== 0);
  if (missing) return `${missing} is not installed (Debian: xfsprogs, e2fsprogs)`;
  return spawnSync('losetup', ['-f']).status === 0 ? undefined : 'this machine has no loop devices';
};

const must = (tool: string, args: readonly string[]): void => {
  const { status, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${stderr}`);
};
