import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, median, ratioOf } from './measure.ts';

export interface StartBench {
  /** Electron's executable. */
  readonly runtime: string;
  /** The bundled product, `out/`. */
  readonly bundle: string;
  /** The folder of the app that only opens a window. */
  readonly emptyApp: string;
  /** A library with something in it. */
  readonly library: string;
  /** For what the runs leave behind. */
  readonly folder: string;
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
  const ours = createRunner(bench, 'holdfast', wrapProduct(bench), ['--library', bench.library]);
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

/** Runs the product's own main bundle, and says on standard output when its page can be used. */
const wrapProduct = ({ bundle, folder }: StartBench): string => {
  const app = join(folder, 'product');
  mkdirSync(app);
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'holdfast-bench', version: '0.0.0', type: 'module', main: 'main.mjs' }),
  );
  writeFileSync(
    join(app, 'main.mjs'),
    `import { app } from 'electron';
app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => contents.executeJavaScript(${JSON.stringify(usable)}).then(() => console.log('bench: usable')));
});
await import(${JSON.stringify(join(bundle, 'main', 'main.js'))});
`,
  );
  return app;
};

const usable = `new Promise((resolve) => {
  const look = () => {
    if (document.documentElement.dataset.ready !== 'true') return false;
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
    return true;
  };
  if (!look()) new MutationObserver((_changes, observer) => { if (look()) observer.disconnect(); })
    .observe(document.documentElement, { attributes: true });
})`;

const createRunner =
  ({ runtime, folder }: StartBench, name: string, app: string, args: readonly string[]) =>
  async (): Promise<Start> => {
    const userData = `--user-data-dir=${join(folder, `user-data-${name}`)}`;
    const began = performance.now();
    const child = spawn(runtime, [app, userData, ...args, ...(isRoot ? ['--no-sandbox'] : [])], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await said(child, 'bench: usable');
    const readyMs = performance.now() - began;
    const memoryMb = memoryOfTree(child.pid ?? 0);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    return { readyMs, memoryMb };
  };

const said = (child: ChildProcess, words: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let text = '';
    const fail = (how: string) => reject(new Error(`It ${how} before its window was usable:\n${text.slice(-2_000)}`));
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (data: string) => {
        text += data;
        if (text.includes(words)) resolve();
      });
    child.once('exit', (code) => fail(`ended with ${code}`));
    setTimeout(() => fail('took a minute'), 60_000).unref();
  });

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
