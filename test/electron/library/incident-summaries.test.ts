import { describe, expect, it } from 'vitest';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { createFaultFileLayer, type FaultFileLayer } from '../../support/fault-file-layer.ts';
import {
  aRequest,
  declare,
  incidentA,
  type NotesLibrary,
  note,
  openNotesLibrary,
} from '../../support/memory-library.ts';

const incidents = '/data/library/incidents';
const homeOf = (incident: IncidentId) => `${incidents}/2026-03-02-${incident}`;
const incidentB = '01JD0000000000000000000001' as IncidentId;
const incidentC = '01JD0000000000000000000002' as IncidentId;

const noteIn = (library: NotesLibrary, incident: IncidentId, text: string) =>
  library.execute(aRequest(`${incident}-${text}`, { type: 'Note', text }, incident));

/** A library of two incidents that an app has listed and closed. */
const listedLibrary = async (): Promise<FaultFileLayer> => {
  const files = createFaultFileLayer();
  const library = await openNotesLibrary(files);
  for (const incident of [incidentB, incidentA]) {
    await declare(library, incident);
    await noteIn(library, incident, `of ${incident.slice(-1)}`);
  }
  await library.list();
  await library.close();
  return files;
};
const both = [{ notes: ['of 0'] }, { notes: ['of 1'] }];

/** Every call that reaches the files of an incident, while the returned list is filled. */
const callsToIncidents = (files: FaultFileLayer): readonly string[] => {
  const calls: string[] = [];
  files.onCall = (call, _, path) => {
    if (path.startsWith(`${incidents}/`)) calls.push(`${call} ${path}`);
    return undefined;
  };
  return calls;
};

const removeIncident = (files: FaultFileLayer, incident: IncidentId) =>
  files.rename(homeOf(incident), '/data/elsewhere');

describe('the list as last seen', () => {
  it('[LB55] is there with the library, in the order of ids, and no file of an incident was asked for it', async () => {
    const files = await listedLibrary();
    const calls = callsToIncidents(files);
    const library = await openNotesLibrary(files);
    expect(library.lastSeen()).toEqual(both);
    expect(calls).toEqual([]);
    expect(await library.list()).toEqual(both);
    expect(calls.filter((call) => call.startsWith('readFile'))).toEqual([]);
  });

  it.each<readonly [string, (files: FaultFileLayer) => unknown, readonly unknown[]]>([
    [
      'an incident went on',
      async (files) => noteIn(await openNotesLibrary(files, { cacheFolder: null }), incidentA, 'later'),
      [{ notes: ['of 0', 'later'] }, { notes: ['of 1'] }],
    ],
    [
      'one was declared',
      async (files) => declare(await openNotesLibrary(files, { cacheFolder: null }), incidentC),
      [...both, { notes: [] }],
    ],
    ['one vanished', (files) => removeIncident(files, incidentA), [{ notes: ['of 1'] }]],
    [
      'a journal was put back as it was before',
      (files) => {
        const [journal = ''] = files.list(`${homeOf(incidentA)}/journal`);
        const path = `${homeOf(incidentA)}/journal/${journal}`;
        const lines = Buffer.from(files.readFile(path)).toString('utf8').split('\n');
        files.remove(path);
        files.createFile(path).write(Buffer.from(`${lines.slice(0, 2).join('\n')}\n`));
      },
      [{ notes: [] }, { notes: ['of 1'] }],
    ],
  ])('[LB56] the list behind it is right when %s', async (_, happen, now) => {
    const files = await listedLibrary();
    await happen(files);
    const library = await openNotesLibrary(files);
    expect(library.lastSeen()).toEqual(both);
    expect(await library.list()).toEqual(now);
    expect(library.lastSeen()).toEqual(now);
    expect(library.state().notices).toEqual([]);
    expect((await openNotesLibrary(files)).lastSeen()).toEqual(now);
  });

  it.each<readonly [string, (files: FaultFileLayer) => Promise<NotesLibrary>]>([
    [
      'was deleted',
      (files) => {
        for (const name of files.list('/cache/one')) files.remove(`/cache/one/${name}/index.json`);
        return openNotesLibrary(files);
      },
    ],
    [
      'is damaged',
      (files) => {
        for (const name of files.list('/cache/one')) {
          const path = `/cache/one/${name}/index.json`;
          const half = files.readFile(path).slice(0, 100);
          files.remove(path);
          files.createFile(path).write(half);
        }
        return openNotesLibrary(files);
      },
    ],
    ['is of another version', (files) => openNotesLibrary(files, { appVersion: '2' })],
    ['is kept for nobody', (files) => openNotesLibrary(files, { cacheFolder: null })],
    [
      'is that of another place',
      (files) => {
        files.makeFolder('/data/moved');
        for (const name of files.list('/data/library')) files.rename(`/data/library/${name}`, `/data/moved/${name}`);
        return openNotesLibrary(files, { folder: '/data/moved' });
      },
    ],
    [
      'is that of another library',
      (files) => {
        files.remove('/data/library/library.json');
        return openNotesLibrary(files);
      },
    ],
  ])('[LB57] is not there when the index %s, and the list is read from the journals', async (_, open) => {
    const files = await listedLibrary();
    const library = await open(files);
    expect(library.lastSeen()).toBeNull();
    expect(await library.list()).toEqual(both);
  });

  it('[LB57] is not there while an incident is missing in the index', async () => {
    const files = await listedLibrary();
    files.onCall = (call, _, path) =>
      call === 'readFile' && path.startsWith(homeOf(incidentC)) && path.endsWith('.b.jsonl')
        ? { code: 'EIO' }
        : undefined;
    const other = await openNotesLibrary(files, { cacheFolder: null });
    await declare(other, incidentC);
    await noteIn(other, incidentC, 'c');
    files.createFile(`${homeOf(incidentC)}/journal/x.b.jsonl`);
    const library = await openNotesLibrary(files);
    expect(await library.list()).toHaveLength(3);
    expect(library.lastSeen()).toBeNull();
    expect((await openNotesLibrary(files)).lastSeen()).toBeNull();
  });

  it('[LB57] is not there while what it has of an incident is of an earlier list, and nothing newer can be kept', async () => {
    const files = await listedLibrary();
    files.createFile(`${homeOf(incidentA)}/journal/x.b.jsonl`);
    files.onCall = (call, _, path) =>
      call === 'readFile' && path.endsWith('/x.b.jsonl') ? { code: 'EIO' } : undefined;
    const library = await openNotesLibrary(files);
    expect(await library.list()).toEqual(both);
    expect(library.lastSeen()).toBeNull();
    await library.close();
    expect((await openNotesLibrary(files)).lastSeen()).toBeNull();
  });

  it.each<readonly [string, (files: FaultFileLayer) => void]>([
    ['pulled out', (files) => files.makeFolder('/data/library')],
    ['changed for another', (files) => files.rename('/data/other', '/data/library')],
  ])('[LB65] a stick that is %s while it is listed takes nothing out of the index', async (_, putInPlace) => {
    const files = await listedLibrary();
    await declare(await openNotesLibrary(files, { folder: '/data/other', cacheFolder: null }), incidentA);
    const library = await openNotesLibrary(files);
    const listing = library.list();
    files.rename('/data/library', '/data/pulled');
    putInPlace(files);
    await expect(listing).rejects.toThrow('library.json is gone');
    await library.close();
    files.rename('/data/library', '/data/left');
    files.rename('/data/pulled', '/data/library');
    const next = await openNotesLibrary(files);
    expect(next.lastSeen()).toEqual(both);
    const calls = callsToIncidents(files);
    expect(await next.list()).toEqual(both);
    expect(calls.filter((call) => call.startsWith('readFile'))).toEqual([]);
  });

  it('[LB71] a library that is away has no list, and has it again when it is back', async () => {
    const files = await listedLibrary();
    const library = await openNotesLibrary(files);
    expect(library.isAway()).toBe(false);
    files.rename('/data/library', '/data/pulled');
    expect(library.isAway()).toBe(true);
    await expect(library.list()).rejects.toThrow('library.json is gone');
    await declare(await openNotesLibrary(files), incidentA);
    expect(library.isAway()).toBe(true);
    files.rename('/data/library', '/data/other');
    files.rename('/data/pulled', '/data/library');
    expect(library.isAway()).toBe(false);
    expect(await library.list()).toEqual(both);
  });

  it('[LB65] only a name that is missing in a readable folder of incidents takes an incident out of the index', async () => {
    const files = await listedLibrary();
    files.rename(`${homeOf(incidentA)}/journal`, '/data/journal');
    const library = await openNotesLibrary(files);
    expect(await library.list()).toEqual([{ notes: ['of 1'] }]);
    expect(library.lastSeen()).toBeNull();
    await library.close();
    files.rename('/data/journal', `${homeOf(incidentA)}/journal`);
    const next = await openNotesLibrary(files);
    const calls = callsToIncidents(files);
    expect(await next.list()).toEqual(both);
    expect(calls.filter((call) => call.startsWith('readFile'))).toEqual([]);
    expect(next.lastSeen()).toEqual(both);
  });

  it('[LB65] a declaration that can be read no more is out of the index, and the rest is there as last seen', async () => {
    const files = await listedLibrary();
    const [journal = ''] = files.list(`${homeOf(incidentA)}/journal`);
    files.remove(`${homeOf(incidentA)}/journal/${journal}`);
    files.createFile(`${homeOf(incidentA)}/journal/${journal}`).write(Buffer.from('{"damaged\n'));
    const library = await openNotesLibrary(files);
    expect(await library.list()).toEqual([{ notes: ['of 1'] }]);
    expect((await openNotesLibrary(files)).lastSeen()).toEqual([{ notes: ['of 1'] }]);
  });

  it('[LB58] a line that is recorded while a summary is being made is in the next list', async () => {
    const files = await listedLibrary();
    const other = await openNotesLibrary(files, { cacheFolder: null });
    await note(other, 'before');
    const last = `${homeOf(incidentA)}/journal/${files.list(`${homeOf(incidentA)}/journal`).at(-1)}`;
    const library = await openNotesLibrary(files);
    const whole = files.readFile(last);
    const line = Buffer.from(whole).lastIndexOf('\n', whole.length - 2) + 1;
    files.remove(last);
    const file = files.createFile(last);
    file.write(whole.slice(0, line));
    files.onCall = (call, _, path) => {
      // Behind the reading of all files, before the summary is kept.
      if (call !== 'readFile' || !path.includes('/playbook-')) return undefined;
      files.onCall = null;
      file.write(whole.slice(line));
      return undefined;
    };
    expect(await library.list()).toEqual(both);
    expect(files.onCall).toBeNull();
    expect(await library.list()).toEqual([{ notes: ['of 0', 'before'] }, { notes: ['of 1'] }]);
  });

  it('[LB59] an incident in it whose folder is gone is refused with what to do, and nothing is made', async () => {
    const files = await listedLibrary();
    removeIncident(files, incidentA);
    const library = await openNotesLibrary(files);
    expect(library.lastSeen()).toHaveLength(2);
    const opened = library.open(incidentA);
    expect(opened).toMatchObject({ ok: false, error: { code: 'incident.unknown' } });
    expect(!opened.ok && opened.error.message).toMatch(/folder was moved or deleted: put the folder back/);
    expect(files.stat(homeOf(incidentA))).toBeNull();
  });
});
