import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AppBench, startApp, usable, wrapProduct } from './app-run.ts';
import { type Figure, median, ratioOf } from './measure.ts';

export interface StartBench extends AppBench {
  /** The folder of the app that only opens a window. */
  readonly emptyApp: string;
  /** A library with something in it. */
  readonly library: string;
}

interface Start {
  readonly readyMs: number;
  /** Proportional share of all the app's processes, in MB; undefined where the system does not tell. */
  readonly memoryMb: number | undefined;
}

const isRoot = process.getuid?.() === 0;
const canDropCaches = isRoot && process.platform === 'linux';

/**
 * From the start of the process to a window that is painted and can be used (`data-ready`), beside an app that opens
 * an empty window with the same settings. Both have run before, as on any day but the first.
 */
export const measureColdStart = async (bench: StartBench): Promise<readonly Figure[]> => {
  const empty = createRunner(bench, 'empty', bench.emptyApp, []);
  const ours = createRunner(bench, 'holdfast', wrapProduct(bench, 'product', usable), ['--library', bench.library]);
  for (const run of [empty, ours]) await run();
  const warm = await alternate(11, [ours, empty], () => undefined);
  const cold = canDropCaches ? await alternate(7, [ours, empty], dropCaches) : undefined;
  return [
    ...(cold ? [ratioOf('Cold start, page cache dropped', timesOf(cold), 'empty window', '1.3')] : []),
    ratioOf('Cold start, page cache warm', timesOf(warm), 'empty window', '1.3'),
    // On a machine that does other things too, the least disturbed runs say most about the product.
    ratioOf(
      'The quickest of those',
      timesOf(warm, (times) => Math.min(...times)),
      'empty window',
    ),
    memoryOf(warm),
  ];
};

const timesOf = (
  [ours = [], empty = []]: readonly (readonly Start[])[],
  of: (times: readonly number[]) => number = median,
): readonly [number, number] => [of(ours.map(({ readyMs }) => readyMs)), of(empty.map(({ readyMs }) => readyMs))];

const memoryOf = ([ours = [], empty = []]: readonly (readonly Start[])[]): Figure => {
  const of = (starts: readonly Start[]) => median(starts.flatMap(({ memoryMb }) => memoryMb ?? []));
  return {
    what: 'Memory after the start, all processes (PSS)',
    ours: `${Math.round(of(ours))} MB`,
    beside: `${Math.round(of(empty))} MB empty window`,
    ratio: of(ours) / of(empty),
  };
};

const alternate = async (
  rounds: number,
  runs: readonly (() => Promise<Start>)[],
  before: () => void,
): Promise<readonly (readonly Start[])[]> => {
  const starts = runs.map((): Start[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, run] of runs.entries()) {
      before();
      starts[index]?.push(await run());
    }
  return starts;
};

const dropCaches = () => {
  execFileSync('sync');
  writeFileSync('/proc/sys/vm/drop_caches', '3');
};

const createRunner =
  (bench: AppBench, name: string, app: string, args: readonly string[]) => async (): Promise<Start> => {
    const began = performance.now();
    const run = await startApp(bench, name, app, args);
    const readyMs = performance.now() - began;
    const memoryMb = memoryOfTree(run.pid);
    await run.end();
    return { readyMs, memoryMb };
  };

const memoryOfTree = (root: number): number | undefined => {
  if (process.platform !== 'linux') return undefined;
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const isOurs = (pid: number): boolean => pid === root || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isOurs).reduce((sum, pid) => sum + shareOf(pid), 0) / 1e3;
};

// A process may end between being listed and being read.
const parentOf = (pid: string): number => Number(/^PPid:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/status`))?.[1] ?? 0);
const shareOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
const readIfThere = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
