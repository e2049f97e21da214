import { expect, it } from 'vitest';
import { deleteResidue } from '../../../electron/library/delete-residue.ts';
import { sha256 } from '../../../electron/library/sha256.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';

const withExport = async () => {
  const files = createFaultFileLayer();
  for (const folder of ['/inc', '/inc/exports', '/inc/journal']) files.makeFolder(folder);
  for (const path of ['/inc/exports/a.md', '/inc/journal/w.jsonl']) {
    const file = files.createFile(path);
    file.write(Buffer.from('x'));
    await file.flush();
  }
  for (const folder of ['/', '/inc', '/inc/exports', '/inc/journal']) await files.flushFolder(folder);
  return files;
};

it('[RX7] a deleted file is gone after a power cut too', async () => {
  const files = await withExport();
  expect(await deleteResidue(files, '/inc', 'exports/a.md')).toEqual({
    ok: true,
    value: { bytes: 1, sha256: sha256('x') },
  });
  expect(files.crash({ bytes: 'lost', names: 'lost' }).list('/inc/exports')).toEqual([]);
});

it('[RX7] only exports and evidence are deleted, and what is gone is said to be', async () => {
  const files = await withExport();
  for (const path of ['journal/w.jsonl', 'exports/../journal/w.jsonl'])
    expect(await deleteResidue(files, '/inc', path)).toMatchObject({ ok: false, error: { code: 'residue.place' } });
  expect(files.stat('/inc/journal/w.jsonl')).not.toBeNull();
  expect(await deleteResidue(files, '/inc', 'exports/b.md')).toMatchObject({
    ok: false,
    error: { code: 'residue.gone' },
  });
});

it('[RX7] a disk that refuses is told in words about deleting', async () => {
  const files = await withExport();
  files.onCall = (call) => (call === 'remove' ? { code: 'EACCES' } : undefined);
  const outcome = await deleteResidue(files, '/inc', 'exports/a.md');
  expect(outcome).toMatchObject({ ok: false, error: { code: 'storage.denied' } });
  expect(outcome.ok ? '' : outcome.error.message).toMatch(/^Not deleted\. /);
});

it('[RX7] a file that cannot be read is deleted all the same', async () => {
  const files = await withExport();
  files.onCall = (call) => (call === 'readFile' ? { code: 'EIO' } : undefined);
  expect(await deleteResidue(files, '/inc', 'exports/a.md')).toEqual({ ok: true, value: null });
  expect(files.list('/inc/exports')).toEqual([]);
});
