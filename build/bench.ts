import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleIfChanged } from './bundle.ts';
import { bundleFolder, repository } from './paths.ts';
import { hasDisplay, startVirtualDisplay } from './runtime/display.ts';
import { prepareRuntime } from './runtime/runtime.ts';

/**
 * Bundles and runs test/bench, which prints a table of ratios. It gates nothing: the disk and the machine decide much.
 * @param options names of the parts to run (append, open, start), all when none is named
 * @returns 0 when everything could be measured
 */
export async function runBenchmarks(options: readonly string[]): Promise<number> {
  const runtime = await prepareRuntime();
  bundleIfChanged();
  if (!hasDisplay()) process.env.DISPLAY = await startVirtualDisplay();
  const cache = join(repository, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'holdfast-bench-'));
  try {
    const { build } = await import('vite');
    await build({
      root: repository,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: 'test/bench/run-benchmarks.ts',
        outDir: join(work, 'bundle'),
        minify: false,
        target: 'node20.18',
        rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
      },
    });
    const script = join(work, 'bundle', 'run-benchmarks.mjs');
    const emptyApp = join(repository, 'test', 'fixtures', 'empty-window');
    const args = ['--expose-gc', script, runtime.executable, bundleFolder, emptyApp, work, ...options];
    return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
