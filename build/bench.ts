import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleIfChanged } from './bundle.ts';
import { bundleForNode } from './bundle-for-node.ts';
import { bundleFolder, repository } from './paths.ts';
import { hasDisplay, startVirtualDisplay } from './runtime/display.ts';
import { prepareRuntime } from './runtime/runtime.ts';

/** Stores that others use, measured beside the journal. For the bench alone: nothing of the product may depend on them. */
const peerPackages = ['lowdb@7.0.1', 'conf@15.1.0', '@seald-io/nedb@4.1.2', 'pouchdb@9.0.0', 'better-sqlite3@12.6.2'];

/**
 * Bundles and runs test/bench, which prints a table of ratios. It gates nothing: the disk and the machine decide much.
 * @param options names of the parts to run (append, hop, open, library, peers, start), all when none is named
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
    const script = await bundleForNode('test/bench/run-benchmarks.ts', join(work, 'bundle'));
    const emptyApp = join(repository, 'test', 'fixtures', 'empty-window');
    const peers = options.length === 0 || options.includes('peers') ? installPeers(cache) : cache;
    const args = ['--expose-gc', script, runtime.executable, bundleFolder, emptyApp, peers, work, ...options];
    return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Installs them one by one: one that cannot be built on this machine must not cost the others their figures. */
function installPeers(cache: string): string {
  const folder = join(cache, 'holdfast-bench-peers');
  mkdirSync(folder, { recursive: true });
  const about = { private: true, type: 'module', allowScripts: { 'better-sqlite3': true } };
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), JSON.stringify(about));
  for (const name of peerPackages) {
    // better-sqlite3 builds its part for this machine, which `.npmrc` of this repository forbids to all its own packages.
    const switches = ['--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error', '--save-exact'];
    const args = ['install', ...switches, name];
    const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) console.error(`${name} could not be installed.`);
  }
  return folder;
}
