import { describe, expect, it } from 'vitest';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { eventually } from '../../support/eventually.ts';
import { createFaultFileLayer, type FaultFileLayer, holdFlushes } from '../../support/fault-file-layer.ts';
import { aRequest, declare, incidentA, note, openNotesLibrary } from '../../support/memory-library.ts';

const otherIncident = '01JD0000000000000000000001' as IncidentId;
/** Each library has a folder of its own in the cache. */
const folderIn = (files: FaultFileLayer, cache = '/cache/one') => `${cache}/${files.list(cache)[0]}`;

describe('the index of incidents', () => {
  it('[LB11] the list comes from the index when nothing changed, and is the same without it', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    await note(library, 'a');
    const list = await library.list();
    expect(list).toEqual([{ notes: ['a'] }]);
    let reads: string[] = [];
    files.onCall = (call, _, path) => {
      if (call === 'readFile' && path.endsWith('.jsonl')) reads.push(path);
      return undefined;
    };
    expect(await (await openNotesLibrary(files)).list()).toEqual(list);
    expect(reads).toEqual([]);
    files.remove(`${folderIn(files)}/index.json`);
    expect(await (await openNotesLibrary(files)).list()).toEqual(list);
    expect(reads).toHaveLength(1);
    await note(library, 'b');
    reads = [];
    expect(await (await openNotesLibrary(files)).list()).toEqual([{ notes: ['a', 'b'] }]);
  });

  it('[AF7] an index that cannot be used is set aside and said, and the list is the same', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    const list = await library.list();
    for (const text of [
      '',
      '{"version":"1"',
      '{"version":"1","isWhole":true,"entries":null}',
      '{"version":"1","isWhole":true,"entries":{"a":5}}',
      '{"version":"1","entries":{}}',
      'null',
    ]) {
      files.remove(`${folderIn(files)}/index.json`);
      files.createFile(`${folderIn(files)}/index.json`).write(Buffer.from(text));
      const next = await openNotesLibrary(files);
      expect(next.state().notices).toEqual([
        expect.stringMatching(/index\.json could not be used.*kept as index\.json\.corr/),
      ]);
      expect(await next.list()).toEqual(list);
      expect((await openNotesLibrary(files)).state().notices).toEqual([]);
    }
  });

  it('[AT14] a copy that a crash left while the index was being saved is gone with the next start', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    await library.list();
    files.createFile(`${folderIn(files)}/index.json.abc.tmp`).write(Buffer.from('a text'));
    await openNotesLibrary(files);
    expect(files.list(folderIn(files))).toEqual(['index.json']);
  });

  const redacted = async (files: FaultFileLayer) => {
    const library = await openNotesLibrary(files);
    await declare(library);
    const told = await note(library, 'a', 'SECRET word');
    await library.list();
    return { library, event: told.ok ? (told.value.events[0] ?? '') : '' };
  };
  const bytesOf = (files: FaultFileLayer) =>
    files
      .list(folderIn(files))
      .map((name) => Buffer.from(files.readFile(`${folderIn(files)}/${name}`)).toString('utf8'));

  it('[RX4] what a redaction takes out leaves the index, also one that could not be saved before', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await redacted(files);
    files.onCall = (call, _, path) => (call === 'rename' && path.includes('index') ? { code: 'EIO' } : undefined);
    await note(library, 'b');
    await library.list();
    files.onCall = null;
    expect(bytesOf(files).join()).toContain('SECRET');
    await library.execute(aRequest('r', { type: 'Redact', event }));
    expect(bytesOf(files).join()).not.toContain('SECRET');
  });

  it('[RX4] an index that was set aside goes with it', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await redacted(files);
    files.createFile(`${folderIn(files)}/index.json.corrupt-1`).write(Buffer.from('{"SECRET word"'));
    await library.execute(aRequest('r', { type: 'Redact', event }));
    expect(files.list(folderIn(files))).toEqual(['index.json']);
  });

  it('[RX4] the index of an earlier build, one for all libraries, goes with it', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await redacted(files);
    files.createFile('/cache/one/index.json').write(Buffer.from(`{"${incidentA}":"SECRET word"}`));
    files.createFile('/cache/one/index.json.corrupt-1').write(Buffer.from('{"SECRET word"'));
    const own = folderIn(files);
    await library.execute(aRequest('r', { type: 'Redact', event }));
    expect(files.list('/cache/one').map((name) => `/cache/one/${name}`)).toEqual([own]);
  });

  it('[RX4] an index that cannot be written anew is removed', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await redacted(files);
    files.onCall = (call, _, path) =>
      call === 'createFile' && path.includes('index') ? { code: 'ENOSPC' } : undefined;
    await library.execute(aRequest('r', { type: 'Redact', event }));
    expect(files.list(folderIn(files))).toEqual([]);
  });

  it('[RX17] the indexes of other libraries that hold the incident go with it, and no others', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await redacted(files);
    const own = folderIn(files);
    for (const [folder, incident] of [
      ['/data/holds', incidentA],
      ['/data/holds-not', otherIncident],
    ] as const) {
      const other = await openNotesLibrary(files, { folder });
      await declare(other, incident);
      await other.list();
    }
    expect(files.list('/cache/one')).toHaveLength(3);
    await library.execute(aRequest('r', { type: 'Redact', event }));
    const kept = files.list('/cache/one').map((name) => `/cache/one/${name}`);
    const left = kept.filter((folder) => folder !== own).map((folder) => files.list(folder));
    expect(left.sort()).toEqual([[], ['index.json']]);
    expect(files.list(own)).toEqual(['index.json']);
  });

  it('[RX17] the index goes too when the library could not be known at its opening and can be written by now', async () => {
    const files = createFaultFileLayer();
    const { library: before, event } = await redacted(files);
    await before.close();
    files.onCall = (call, _, path) =>
      call === 'readFile' && path.endsWith('/library.json') ? { code: 'EIO' } : undefined;
    const library = await openNotesLibrary(files);
    files.onCall = null;
    expect((await library.probe()).readOnly).toBeNull();
    expect(library.open(incidentA).ok).toBe(true);
    expect(await library.execute(aRequest('r', { type: 'Redact', event }))).toMatchObject({ ok: true });
    expect(bytesOf(files).join()).not.toContain('SECRET');
    expect((await openNotesLibrary(files)).lastSeen()).toBeNull();
  });

  it('[RX4] a redaction says so when the cache cannot be searched', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await redacted(files);
    files.onCall = (call, _, path) => (call === 'list' && path === '/cache/one' ? { code: 'EIO' } : undefined);
    await library.execute(aRequest('r', { type: 'Redact', event }));
    const page = library.open(incidentA);
    expect(page.ok && page.value.problems).toMatchObject([{ kind: 'text-left' }]);
  });

  it('[RX17] a list made between a redaction and its end brings the text into no index', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await redacted(files);
    let release = () => {};
    let isRead = false;
    files.onCall = (call, _, path) => {
      // The index has let go of it, and the journal is about to.
      if (call === 'createFile' && path.includes('/journal/') && files.holdFlushes === null)
        release = holdFlushes(files);
      isRead ||= files.holdFlushes !== null && call === 'readFile' && path.endsWith('.jsonl');
      return undefined;
    };
    const redacting = library.execute(aRequest('r', { type: 'Redact', event }));
    await eventually(() => expect(files.holdFlushes).not.toBeNull());
    isRead = false;
    const listing = library.list();
    await eventually(() => expect(isRead).toBe(true));
    release();
    await Promise.all([listing, redacting]);
    expect(bytesOf(files).join()).not.toContain('SECRET');
  });

  it('[RX4] a run that hears of a redaction drops it too', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await redacted(files);
    const other = await openNotesLibrary(files, { cacheFolder: '/cache/two' });
    other.open(incidentA);
    await other.list();
    const bytes = () => Buffer.from(files.readFile(`${folderIn(files, '/cache/two')}/index.json`)).toString('utf8');
    expect(bytes()).toContain('SECRET');
    await library.execute(aRequest('r', { type: 'Redact', event }));
    await eventually(() => expect(bytes()).not.toContain('SECRET'));
  });
});
