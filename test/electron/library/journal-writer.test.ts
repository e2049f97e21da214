import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killRounds } from '../../torture/kill-rounds.ts';
import { createRandom } from '../../torture/row.ts';

const rounds = 200;
const base = mkdtempSync(join(tmpdir(), 'holdfast-kill-'));
const program = join(base, 'victim.mjs');

beforeAll(async () => {
  // Node 20 cannot run TypeScript, so the victim is bundled first.
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, '../../support/journal-victim.ts'),
      outDir: base,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'victim.mjs' } },
    },
  });
}, 60_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('a writer that is killed', () => {
  it('[JR38] has lost nothing that it acknowledged, has nothing twice, and leaves a chain that verifies', async () => {
    const row = await killRounds(program, { rounds }, createRandom(38));
    expect(row).toMatchObject({ rounds, losses: [] });
    expect(row.acknowledged).toBeGreaterThan(rounds);
  }, 300_000);
});
