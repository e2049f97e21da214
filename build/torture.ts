import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForNode } from './bundle-for-node.ts';
import { prepareWindows } from './end-to-end-setup.ts';
import { repository } from './paths.ts';
import { runMutants } from './run-mutants.ts';

/**
 * Runs test/torture: what takes long, or needs root, mounts or further packages, and so is no part of `npm test`.
 * @param options `--seed N --seconds S`, see the runner; `--mutants` plants defects instead
 * @returns 0 only if nothing was lost, or every planted defect was noticed
 */
export async function torture(options: readonly string[]): Promise<number> {
  const cache = join(repository, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'holdfast-torture-'));
  try {
    if (options.includes('--mutants')) {
      return await runMutants(
        work,
        options.filter((option) => option !== '--mutants'),
      );
    }
    await prepareWindows(1);
    const runner = await bundleForNode('test/torture/run-torture.ts', work);
    const victim = await bundleForNode('test/support/journal-victim.ts', work);
    return spawnSync(process.execPath, [runner, victim, ...options], { cwd: repository, stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
