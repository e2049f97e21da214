import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForNode } from './bundle-for-node.ts';
import { repository } from './paths.ts';

/** Writes the journals of the current format into test/fixtures/journals (docs/reliability.md says when). */
export async function shipJournals(): Promise<number> {
  const cache = join(repository, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'holdfast-ship-'));
  try {
    const program = await bundleForNode('test/support/ship-journals.ts', work);
    return spawnSync(process.execPath, [program], { cwd: repository, stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
