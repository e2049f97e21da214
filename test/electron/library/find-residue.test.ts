import { expect, it } from 'vitest';
import { findResidue, isDeletableResidue } from '../../../electron/library/find-residue.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';

const at = '2026-03-02T10:00:00.000Z' as Instant;
const atMs = Date.parse(at);

const withFiles = () => {
  const files = createFaultFileLayer();
  for (const folder of ['/inc', '/inc/exports', '/inc/exports/old', '/inc/evidence', '/inc/journal'])
    files.makeFolder(folder);
  const put = (path: string, content: string | Buffer, ms = atMs - 60_000) => {
    files.nowMs = ms;
    files.createFile(`/inc/${path}`).write(Buffer.from(content));
  };
  put('exports/review.md', 'the secret words are out');
  put('exports/old/review.md', 'nothing');
  put('exports/review.pdf', Buffer.from([0x25, 0, 0xff]));
  put('exports/review.docx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff]));
  put('exports/later.pdf', Buffer.from([0x25, 0, 0xff]), atMs + 60_000);
  put('evidence/abc.log', 'the secret\twords', atMs + 60_000);
  put('journal/w.jsonl', '{"commit":{}}');
  put('playbook-1.json', 'the secret words');
  return files;
};
const listed = (files: ReturnType<typeof withFiles>, search: Partial<Parameters<typeof findResidue>[2]>) =>
  findResidue(files, '/inc', { texts: [], lastAt: at, lastUnknownAt: null, ...search }).map(
    ({ path, why, canDelete }) => [path, why, canDelete],
  );

it('[RX6] what holds the text is listed wherever it was made, and what nobody can look into if it is older', () => {
  expect(listed(withFiles(), { texts: ['the secret words'] })).toEqual([
    ['evidence/abc.log', 'holds', true],
    ['exports/review.docx', 'unreadable', true],
    ['exports/review.md', 'holds', true],
    ['exports/review.pdf', 'unreadable', true],
  ]);
});

it('[RX6] once nobody knows the text any more, every export and piece of evidence made before is listed', () => {
  expect(listed(withFiles(), { lastUnknownAt: at })).toEqual([
    ['exports/old/review.md', 'made-before', true],
    ['exports/review.docx', 'made-before', true],
    ['exports/review.md', 'made-before', true],
    ['exports/review.pdf', 'made-before', true],
  ]);
});

it('[RX6] a file that the disk does not read counts as one that nobody can look into, and the others are looked into', () => {
  const files = withFiles();
  files.onCall = (call, _, path) =>
    call === 'readFile' && path.endsWith('old/review.md') ? { code: 'EIO' } : undefined;
  expect(listed(files, { texts: ['the secret words'] })).toContainEqual(['exports/old/review.md', 'unreadable', true]);
});

it('[RX6] nothing is listed without a redaction', () => {
  expect(listed(withFiles(), { lastAt: null })).toEqual([]);
});

it('[RX6] a journal that says it elsewhere is named and cannot be deleted; nor can a name that leads away', () => {
  const files = withFiles();
  files.createFile('/inc/journal/x.jsonl').write(Buffer.from('torn: the secret wor'));
  files.createFile('/inc/journal/y.jsonl').write(Buffer.from('torn: the secret words'));
  files.createFile('/inc/exports/review-the-secret-words.md').write(Buffer.from(''));
  expect(listed(files, { texts: ['the secret words'] })).toContainEqual(['journal/y.jsonl', 'holds', false]);
  expect(listed(files, { texts: ['the secret words'] })).toContainEqual([
    'exports/review-the-secret-words.md',
    'holds',
    true,
  ]);
  expect(listed(files, { texts: ['the secret words'] }).flat()).not.toContain('journal/x.jsonl');
  for (const path of ['journal/w.jsonl', 'exports/../journal/w.jsonl', 'exports', 'exports/..', 'evidence\\x', '../a'])
    expect(isDeletableResidue(path), path).toBe(false);
  expect(isDeletableResidue('exports/a.md')).toBe(true);
});
