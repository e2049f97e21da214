import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

/** System calls that fail below a running process. */
export interface Fault {
  /** strace's names of them, with commas. `write` wakes up threads, too: never without `paths`. */
  readonly calls: string;
  readonly error: string;
  /** Only calls on these files; on all by default. */
  readonly paths?: readonly string[];
}

/**
 * Lets calls of a running process fail, as a broken disk does, until the returned function takes the cause away: strace,
 * attached to it.
 *
 * @param as words before it that make another user run it
 * @throws when strace cannot attach: then nothing would fail, and a test would show nothing
 */
export const injectFault = async (
  pid: number,
  { calls, error, paths = [] }: Fault,
  as: readonly string[] = [],
): Promise<() => Promise<void>> => {
  const [program = '', ...words] = [...as, 'strace'];
  const tracer = spawn(
    program,
    [
      ...words,
      ...['-f', '-p', String(pid), '-o', '/dev/null'],
      ...paths.flatMap((path) => ['-P', path]),
      ...['-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}`],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(tracer, 'exit');
  let said = '';
  tracer.stderr.setEncoding('utf8');
  const isAttached = new Promise<void>((resolve, reject) => {
    tracer.stderr.on('data', (text: string) => {
      said += text;
      if (said.includes(' attached')) resolve();
    });
    tracer.once('error', reject);
    void ended.then(() => reject(new Error(`strace could not attach to ${pid}: ${said}`)));
  });
  await isAttached;
  return async () => {
    tracer.kill('SIGINT');
    await ended;
  };
};

/** Lets no file of a running process grow beyond this: a write then takes what fits and no more, the next one nothing. */
export const limitFileSize = (pid: number, bytes: number | 'unlimited', as: readonly string[] = []): void => {
  const [program = '', ...words] = [...as, 'prlimit', '--pid', String(pid), `--fsize=${bytes}:unlimited`];
  execFileSync(program, words);
};

/**
 * Words before the program that give it a library on a disk of its own, of so many kilobytes, in name spaces of its own:
 * no right to mount is needed. The disk is gone with the program.
 */
export const smallDisk = (library: string, kilobytes: number): readonly string[] => [
  ...['unshare', '-rm', 'sh', '-c'],
  `mount -t tmpfs -o size=${kilobytes}k holdfast "$0" && exec "$@"`,
  library,
];

/** Where such a disk is seen from outside. */
export const seenFrom = (pid: number, path: string): string => `/proc/${pid}/root${path}`;

/** Words before the program that give it its library on a mount of its own; only root may. The mount is gone with the program. */
export const ownMount = (library: string): readonly string[] => [
  ...['unshare', '-m', 'sh', '-c', 'mount --bind "$0" "$0" && exec "$@"'],
  library,
];

/** Makes such a mount read-only, or writable again. Throws while the program has a file of it open for writing. */
export const remount = (pid: number, library: string, mode: 'ro' | 'rw'): void => {
  const mounting = ['mount', '-o', `remount,${mode},bind`, library];
  execFileSync('nsenter', ['--target', String(pid), '--mount', ...mounting], { stdio: 'pipe' });
};
