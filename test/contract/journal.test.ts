import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { memoryBench } from '../support/memory-journal.ts';
import { journalContract } from './journal.contract.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

journalContract('memory', memoryBench);
journalContract('real files', () => {
  const base = mkdtempSync(join(tmpdir(), 'holdfast-journal-'));
  folders.push(base);
  return { files: createNodeFileLayer(), base, folder: join(base, 'incident', 'journal') };
});
