import { expect, it } from 'vitest';
import { contentSums } from '../../../electron/library/content-sums.ts';
import { createJournalReader } from '../../../electron/library/journal-reader.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';
import { aDraft, aJournalFile, anIncident } from '../../support/journal-builders.ts';

it('[OP3] a file in which no line is whole is read once: nothing is left that the full check could find', () => {
  const files = createFaultFileLayer();
  files.makeFolder('/journal');
  const put = (name: string, content: string | Uint8Array) =>
    files.createFile(`/journal/${name}`).write(Buffer.from(content));
  put('photo.jsonl', 'not a journal\nat all\n');
  const reads: string[] = [];
  files.onCall = (call, _, path) => {
    if (call === 'readFile') reads.push(path);
    return undefined;
  };
  const folder = () => '/journal';
  const reader = createJournalReader({ files, folder, incident: anIncident, sums: contentSums, check: 'quick' });
  expect(reader.read(new Set()).problems).toMatchObject([{ kind: 'not-a-journal' }]);
  expect(reader.isChecked()).toBe(true);
  expect(reads).toHaveLength(1);
  put('w.jsonl', aJournalFile('w', [aDraft('a')]).bytes);
  expect(reader.read(new Set()).commits).toHaveLength(1);
  expect(reader.isChecked()).toBe(false);
});
