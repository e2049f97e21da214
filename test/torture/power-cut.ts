import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
  const notRun = whyNot(fileSystem);
  return notRun === undefined
    ? cutPower(fileSystem, victim, rounds, random)
    : { name: nameOf(fileSystem), rounds: 0, acknowledged: 0, losses: [], notRun };
};

/**
 * The same cut on a writer whose flushes do nothing (libeatmydata). It must lose something, else the cut shows nothing:
 * that is the one loss of this row.
 */
export const powerCutControl = async (
  fileSystem: FileSystem,
  victim: string,
  rounds: number,
  random: () => number,
): Promise<Row> => {
  const name = `control: ${nameOf(fileSystem)}, flushes do nothing`;
  const preload = findEatMyData();
  const notRun =
    whyNot(fileSystem) ?? (preload === undefined ? 'libeatmydata is not installed (Debian: eatmydata)' : undefined);
  if (notRun !== undefined || preload === undefined)
    return { name, rounds: 0, acknowledged: 0, losses: [], notRun: notRun ?? '' };
  const { losses, ...row } = await cutPower(fileSystem, victim, rounds, random, preload);
  return losses.length === 0
    ? { ...row, name, losses: ['it lost nothing either, so this power cut is no test'] }
    : { ...row, name: `${name}: it loses ${losses.length} times, as it must`, losses: [] };
};

const nameOf = (fileSystem: FileSystem) => `power cut on ${fileSystem}`;

const cutPower = async (
  fileSystem: FileSystem,
  victim: string,
  rounds: number,
  random: () => number,
  preload?: string,
): Promise<Row> => {
  const work = mkdtempSync(join(tmpdir(), 'holdfast-torture-power-'));
  const [image, mountPoint] = [join(work, 'disk.img'), join(work, 'mount')];
  mkdirSync(mountPoint);
  const losses: string[] = [];
  let count = 0;
  try {
    must('truncate', ['-s', '512M', image]);
    must(`mkfs.${fileSystem}`, fileSystem === 'ext4' ? ['-q', '-F', image] : ['-q', '-f', image]);
    for (let round = 0; round < rounds; round += 1) {
      const [base, name] = [join(mountPoint, `library-${round}`), `w${round}`];
      must('mount', ['-o', 'loop', image, mountPoint]);
      mkdirSync(base);
      // The library folder itself is there long before the power goes.
      must('sync', []);
      const stop = (pid: number) => {
        must('xfs_io', ['-x', '-c', 'shutdown', mountPoint]);
        process.kill(pid, 'SIGKILL');
      };
      const afterLines = 1 + Math.floor(random() * 60);
      const said = await runVictim({
        victim,
        base,
        name,
        afterLines,
        stop,
        onlyBefore: true,
        ...(preload === undefined ? {} : { preload }),
      });
      must('umount', [mountPoint]);
      must('mount', ['-o', 'loop', image, mountPoint]);
      losses.push(...findLosses(base, new Map([[name, said]])).map((loss) => `round ${round}: ${loss}`));
      count += said.recorded.length;
      must('umount', [mountPoint]);
    }
    return { name: nameOf(fileSystem), rounds, acknowledged: count, faults: rounds, losses };
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

/** Where distributions put it; the package's own script finds it the same way. */
const findEatMyData = (): string | undefined =>
  ['/usr/lib', '/usr/local/lib']
    .flatMap((folder) => [folder, ...(existsSync(folder) ? subfolders(folder) : [])])
    .map((folder) => join(folder, 'libeatmydata.so'))
    .find((path) => existsSync(path));

const subfolders = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));

const must = (tool: string, args: readonly string[]): void => {
  const { status, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${stderr}`);
};
