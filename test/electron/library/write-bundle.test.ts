import { describe, expect, it } from 'vitest';
import { readBundle } from '../../../electron/library/read-bundle.ts';
import { writeBundle } from '../../../electron/library/write-bundle.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { createFaultFileLayer, type FaultFileLayer } from '../../support/fault-file-layer.ts';
import { aDraft, aJournalFile, aNote, aRedaction, start } from '../../support/journal-builders.ts';
import { incidentA } from '../../support/memory-library.ts';

const home = `/library/incidents/2026-03-02-${incidentA}`;

const aLibrary = async () => {
  const files = createFaultFileLayer();
  for (const path of ['/out', '/library', '/library/incidents', home, `${home}/journal`, `${home}/evidence`])
    files.makeFolder(path);
  const put = (path: string, bytes: Uint8Array) => files.createFile(path).write(bytes);
  const secret = aDraft('a', { events: [aNote('a', 'SECRET')] });
  put(`${home}/journal/one.jsonl`, aJournalFile('one', [secret, aDraft('b')]).bytes);
  put(`${home}/journal/two.jsonl`, aJournalFile('two', [aDraft('r', { events: [aRedaction('event-a')] })]).bytes);
  put(`${home}/evidence/graph.png`, Buffer.from('png'));
  put(`${home}/journal/one.jsonl.t.tmp`, Buffer.from('half'));
  put('/library/playbook.json', Buffer.from('{}'));
  await files.flushFolder('/');
  return files;
};
const write = (files: FaultFileLayer) => {
  const options = { newToken: () => `t${files.callCount()}`, now: start as Instant, library: '/library' };
  return writeBundle({ ...options, files, incidents: null, path: '/out/b.zip' });
};
const contentsOf = async (files: FaultFileLayer) => {
  const read = await readBundle(Buffer.from(files.readFile('/out/b.zip')));
  if (!read.ok) throw new Error(read.error);
  const [incident] = read.value.given.incidents;
  const contents: Record<string, string> = {};
  for (const file of incident?.files ?? []) contents[file.name] = Buffer.from(await file.read()).toString();
  return { contents, damaged: read.value.damaged.map(({ name }) => name) };
};

describe('a bundle that is written', () => {
  it('[BU33] holds every file once and no redacted text, also where its journal was not blanked yet', async () => {
    const files = await aLibrary();
    expect(await write(files)).toMatchObject({ incidents: [incidentA], files: 4, left: [] });
    const { contents, damaged } = await contentsOf(files.crash({ bytes: 'lost', names: 'lost' }));
    expect(damaged).toEqual([]);
    expect(Object.keys(contents).sort()).toEqual(['evidence/graph.png', 'journal/one.jsonl', 'journal/two.jsonl']);
    expect(Object.values(contents).join()).toContain('note b');
    expect(Object.values(contents).join()).not.toContain('SECRET');
  });

  it('[BU33] holds no redacted text of an incident that has two folders', async () => {
    const files = await aLibrary();
    const twin = home.replace('2026', '2027');
    files.makeFolder(twin);
    files.makeFolder(`${twin}/journal`);
    files.rename(`${home}/journal/one.jsonl`, `${twin}/journal/one.jsonl`);
    expect(await write(files)).toMatchObject({ left: [] });
    const read = await readBundle(Buffer.from(files.readFile('/out/b.zip')));
    const parts = read.ok ? read.value.given.incidents.flatMap((incident) => incident.files) : [];
    const texts = await Promise.all(parts.map(async (file) => Buffer.from(await file.read()).toString()));
    expect(texts.join()).toContain('note b');
    expect(texts.join()).not.toContain('SECRET');
  });

  it('[BU34] appears whole or not at all, whatever call fails, and an older one stays until then', async () => {
    const dry = await aLibrary();
    const before = dry.callCount();
    await write(dry);
    for (let failing = before; failing < dry.callCount(); failing += 1) {
      const files = await aLibrary();
      files.createFile('/out/b.zip').write(Buffer.from('older'));
      files.onCall = (call, index) => (index === failing && call !== 'readFile' ? { code: 'ENOSPC' } : undefined);
      const outcome = await write(files).then(
        () => 'written',
        () => 'failed',
      );
      files.onCall = null;
      const isOlder = Buffer.from(files.readFile('/out/b.zip')).toString() === 'older';
      if (!isOlder) await contentsOf(files);
      if (outcome === 'written') expect(isOlder, `call ${failing}`).toBe(false);
    }
  });

  it('[BU35] leaves out what cannot be read, names it, and holds the rest', async () => {
    const files = await aLibrary();
    files.onCall = (call, _, path) => (call === 'readFile' && path.endsWith('graph.png') ? { code: 'EIO' } : undefined);
    const { left } = await write(files);
    files.onCall = null;
    expect(left.map(({ name }) => name)).toEqual([`incidents/2026-03-02-${incidentA}/evidence/graph.png`]);
    const { contents, damaged } = await contentsOf(files);
    expect(Object.keys(contents)).toHaveLength(2);
    expect(damaged).toEqual(left.map(({ name }) => name));
  });

  it('[BU35] leaves out a folder whose names the disk does not give, names it, and holds the rest', async () => {
    const files = await aLibrary();
    files.onCall = (call, _, path) => (call === 'list' && path.endsWith('evidence') ? { code: 'EIO' } : undefined);
    const { left } = await write(files);
    files.onCall = null;
    expect(left).toMatchObject([
      { name: `incidents/2026-03-02-${incidentA}/evidence`, why: expect.stringContaining('EIO') },
    ]);
    expect(Object.keys((await contentsOf(files)).contents)).toEqual(['journal/one.jsonl', 'journal/two.jsonl']);
  });
});
