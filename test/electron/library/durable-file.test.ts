import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureFolder, replaceFile } from '../../../electron/library/durable-file.ts';
import type { FileLayer } from '../../../electron/library/file-layer.ts';
import { createNodeFileLayer } from '../../../electron/library/node-file-layer.ts';
import { crashModes, createFaultFileLayer } from '../../support/fault-file-layer.ts';

const [before, after] = [Buffer.from('the good old file'), Buffer.from('a new and longer content of it')];
const withOldFile = async () => {
  const files = createFaultFileLayer();
  await ensureFolder(files, '/', ['library']);
  await replaceFile(files, '/library/f.json', before, 'first');
  return files;
};
const contentOf = (files: FileLayer) => Buffer.from(files.readFile('/library/f.json')).toString();

describe('replacing a file durably', () => {
  it('[LB22] after a power cut at any call the old or the new content is there, whole', async () => {
    const files = await withOldFile();
    const found = new Set<string>();
    files.onCall = () => {
      for (const mode of crashModes) found.add(contentOf(files.crash(mode)));
      return undefined;
    };
    await replaceFile(files, '/library/f.json', after, 'second');
    expect([...found].sort()).toEqual([after.toString(), before.toString()]);
    expect(contentOf(files.crash({ bytes: 'lost', names: 'lost' }))).toBe(after.toString());
  });

  it('[LB23] short writes are gone on with; a disk that takes nothing more keeps the old file', async () => {
    const files = await withOldFile();
    files.onCall = (call) => (call === 'write' ? { short: 3 } : undefined);
    await replaceFile(files, '/library/f.json', after, 'second');
    expect(contentOf(files)).toBe(after.toString());
    files.onCall = (call) => (call === 'write' ? { short: 0 } : undefined);
    await expect(replaceFile(files, '/library/f.json', before, 'third')).rejects.toMatchObject({ code: 'ENOSPC' });
    files.onCall = null;
    expect(contentOf(files)).toBe(after.toString());
    expect(files.list('/library')).toEqual(['f.json']);
  });

  it('[LB24] a file that is shorter on the disk than what was written is never published', async () => {
    const files = await withOldFile();
    const lying: FileLayer = {
      ...files,
      createFile: (path) => {
        const file = files.createFile(path);
        return { ...file, facts: () => ({ ...file.facts(), size: 4 }) };
      },
    };
    await expect(replaceFile(lying, '/library/f.json', after, 'second')).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(contentOf(files)).toBe(before.toString());
  });

  it('[BU46] a name as long as the disk takes one is written, whatever its letters', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-durable-'));
    for (const name of ['a'.repeat(255), 'ы'.repeat(127)]) {
      await replaceFile(createNodeFileLayer(), join(folder, name), after, 'token'.repeat(6));
      expect(readFileSync(join(folder, name))).toEqual(after);
    }
    rmSync(folder, { recursive: true });
  });
});
