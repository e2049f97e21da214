import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeFileLayer } from '../../../electron/library/node-file-layer.ts';
import { namesOf, openJournal } from '../../support/journal-builders.ts';

const rounds = 12;
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
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Runs a writer, kills it after some acknowledgements, and returns all that it gave. */
const killOne = async (folder: string, name: string, afterLines: number): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [program, base, folder, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout) {
    output += chunk;
    if (output.split('\n').length > afterLines) child.kill('SIGKILL');
  }
  // The last line may be cut by the kill; an acknowledgement counts once it was said whole.
  return output.split('\n').slice(0, -1);
};

describe('a writer that is killed', () => {
  it('[JR38] has lost nothing that it acknowledged, has nothing twice, and leaves a chain that verifies', async () => {
    const folder = join(base, 'incident', 'journal');
    const acknowledgedByRun: (readonly string[])[] = [];
    for (let round = 0; round < rounds; round += 1)
      acknowledgedByRun.push(await killOne(folder, `w${round}`, 1 + ((round * 37) % 90)));
    const { commits, problems } = openJournal({ files: createNodeFileLayer(), base, folder }, 'reader').read();
    const kept = namesOf(commits);
    expect(new Set(kept).size).toBe(kept.length);
    for (const [round, acknowledged] of acknowledgedByRun.entries()) {
      expect(acknowledged.length).toBeGreaterThan(0);
      const ofRun = kept.filter((name) => name.startsWith(`w${round}.`));
      expect(ofRun.slice(0, acknowledged.length)).toEqual(acknowledged);
    }
    expect(problems.filter(({ kind }) => kind !== 'torn-tail')).toEqual([]);
  }, 60_000);
});
