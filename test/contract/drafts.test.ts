import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { createFaultFileLayer } from '../support/fault-file-layer.ts';
import { draftsContract } from './drafts.contract.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

draftsContract('memory', () => {
  const files = createFaultFileLayer();
  files.makeFolder('/library');
  return { files, library: '/library' };
});
draftsContract('real files', () => {
  const library = mkdtempSync(join(tmpdir(), 'holdfast-drafts-'));
  folders.push(library);
  return { files: createNodeFileLayer(), library };
});
