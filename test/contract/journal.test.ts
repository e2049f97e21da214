import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { aDraft, type JournalBench, openJournal } from '../support/journal-builders.ts';
import { memoryBench } from '../support/memory-journal.ts';
import { journalContract } from './journal.contract.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

journalContract('memory', memoryBench);
const realBench = (): JournalBench => {
  const base = mkdtempSync(join(tmpdir(), 'holdfast-journal-'));
  folders.push(base);
  return { files: createNodeFileLayer(), base, folder: join(base, 'incident', 'journal') };
};
journalContract('real files', realBench);

describe('a journal on real files', () => {
  it('[JR47] refuses when an older copy was written over its file in place, and says how much is gone', async () => {
    const bench = realBench();
    const journal = openJournal(bench);
    const path = join(bench.folder, 'run-1.jsonl');
    await journal.append(aDraft('a')).recorded;
    const older = readFileSync(path);
    await journal.append(aDraft('b')).recorded;
    // Keeps the number of the file, as `cp` and some synchronising programs do.
    writeFileSync(path, older);
    expect(await journal.append(aDraft('c')).recorded).toMatchObject({ ok: false, error: { code: 'storage.gone' } });
    expect(journal.read().problems.filter(({ kind }) => kind === 'lost-lines')).toMatchObject([
      { file: 'run-1.jsonl', message: expect.stringMatching(/^One recorded line/) },
    ]);
    expect(await journal.append(aDraft('c')).recorded).toMatchObject({ ok: true });
  });
});
