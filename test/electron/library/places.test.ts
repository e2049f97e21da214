import { describe, expect, it } from 'vitest';
import type { LibraryEvent } from '../../../electron/library/library.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';
import { aRequest, declare, incidentA, note, notesOf, openNotesLibrary } from '../../support/memory-library.ts';

const twoLibraries = async () => {
  const files = createFaultFileLayer();
  const here = await openNotesLibrary(files, { folder: '/here/library' });
  const there = await openNotesLibrary(files, { folder: '/there/library' });
  return { files, here, there };
};

describe('carrying between libraries', () => {
  it('[BU36] an incident that is open hears of what came in at once, and lists are told', async () => {
    const { here, there } = await twoLibraries();
    await declare(there);
    await there.places.bundle(null, '/here/b.zip');
    await here.places.restore('/here/b.zip', false);
    here.open(incidentA);
    await note(there, 'later');
    const events: LibraryEvent['kind'][] = [];
    here.subscribe(({ kind }) => events.push(kind));
    expect(await here.places.restore('/there/library', false)).toMatchObject({
      value: { incidents: [{ isNew: false, records: 1, summary: { notes: ['later'] } }] },
    });
    expect(notesOf(here)).toEqual(['later']);
    expect(events).toContain('recorded');
    expect(events).toContain('listed');
  });

  it('[JR49] what comes in and holds what damage took ends its being told, at once; verify still names it', async () => {
    const { files, here, there } = await twoLibraries();
    await declare(there);
    for (const text of ['one', 'two', 'three']) await note(there, text);
    await there.places.bundle(null, '/here/b.zip');
    await here.places.restore('/there/library', false);
    const folder = `/here/library/incidents/2026-03-02-${incidentA}/journal`;
    const path = `${folder}/${files.list(folder)[0]}`;
    const damaged = Buffer.from(files.readFile(path)).toString().replace('"two"', '"tXo"');
    files.remove(path);
    files.createFile(path).write(Buffer.from(damaged));

    const opened = here.open(incidentA);
    expect(opened.ok && opened.value.problems.map(({ kind }) => kind)).toEqual(['damaged-line']);
    const told: LibraryEvent[] = [];
    here.subscribe((event) => told.push(event));
    expect((await here.places.restore('/here/b.zip', false)).ok).toBe(true);
    expect(notesOf(here)).toEqual(['one', 'two', 'three']);
    const recorded = told.flatMap((event) => (event.kind === 'recorded' ? [event.problems] : []));
    expect(recorded.at(-1)).toEqual([]);
    expect(Buffer.from(files.readFile(path)).toString()).toBe(damaged);
    const verified = here.verify(incidentA);
    expect(verified.ok && verified.value.problems).toMatchObject([
      { kind: 'damaged-line', line: 4, message: expect.stringContaining('nothing is missing') },
    ]);
  });

  it('[BU37] a redaction that comes in takes the text out of every file and of the list', async () => {
    const { files, here, there } = await twoLibraries();
    await declare(there);
    const said = await note(there, 'said', 'SECRET');
    await here.places.restore('/there/library', false);
    await here.list();
    const event = said.ok ? (said.value.events[0] ?? '') : '';
    await there.execute(aRequest('redact', { type: 'Redact', event }));
    await here.places.restore('/there/library', false);
    await here.list();
    const texts = (folder: string): string =>
      files
        .list(folder)
        .map((name) => `${folder}/${name}`)
        .map((path) => (files.stat(path)?.isFolder ? texts(path) : Buffer.from(files.readFile(path)).toString()))
        .join('\n');
    expect(texts('/here')).not.toContain('SECRET');
    expect(texts('/cache')).not.toContain('SECRET');
  });

  it('[BU24] a playbook whose file was lost under this run is replaced by none that comes', async () => {
    const { files, here, there } = await twoLibraries();
    const [ours, theirs] = [{ org: 'ours' }, { org: 'theirs' }];
    await here.savePlaybook(ours);
    await there.savePlaybook(theirs);
    files.remove('/here/library/playbook.json');
    expect(await here.places.restore('/there/library', false)).toMatchObject({ value: { playbook: 'kept' } });
    expect(here.playbook().playbook).toEqual(ours);
  });

  it('[BU38] a disk that fails midway says so, keeps what came, and repeating brings the rest', async () => {
    const { files, here, there } = await twoLibraries();
    const second = '01JD0000000000000000000002' as typeof incidentA;
    await declare(there);
    await declare(there, second);
    files.onCall = (call, _, path) => (call === 'write' && path.includes(second) ? { code: 'ENOSPC' } : undefined);
    expect(await here.places.restore('/there/library', false)).toMatchObject({
      ok: false,
      error: { code: 'restore.stopped', message: expect.stringContaining('ENOSPC') },
    });
    files.onCall = null;
    expect(await here.list()).toHaveLength(1);
    expect(await here.places.restore('/there/library', false)).toMatchObject({
      value: { incidents: [{ isNew: false, records: 0 }, { records: 1 }] },
    });
    expect(await here.list()).toHaveLength(2);
  });

  it('[BU44] of a dying disk everything comes in that it still gives; the rest is named, and no empty incident made', async () => {
    const { files, here, there } = await twoLibraries();
    const second = '01JD0000000000000000000002' as typeof incidentA;
    await declare(there);
    await declare(there, second);
    await note(there, 'one');
    files.onCall = (call, _, path) =>
      call === 'list' && path.startsWith('/there') && path.includes(second) ? { code: 'EIO' } : undefined;
    const restored = await here.places.restore('/there/library', false);
    expect(restored).toMatchObject({
      value: {
        incidents: [
          { id: incidentA, records: 2, left: [] },
          { id: second, records: 0, left: expect.anything() },
        ],
      },
    });
    expect(restored.ok && restored.value.incidents[1]?.left.map(({ name }) => name)).toContain('journal');
    expect(notesOf(here)).toEqual(['one']);
    expect(here.folderOf(second).ok).toBe(false);
    files.onCall = null;
    await here.places.restore('/there/library', false);
    expect(await here.list()).toHaveLength(2);
  });

  it('[BU45] a bundle never takes the place of a part of the record', async () => {
    const { files, here } = await twoLibraries();
    await declare(here);
    const home = here.folderOf(incidentA);
    const journal = home.ok ? `${home.value}/journal` : '';
    for (const path of ['/here/library/library.json', `${journal}/${files.list(journal)[0]}`])
      expect(await here.places.bundle(null, path)).toMatchObject({ ok: false, error: { code: 'bundle.not-written' } });
    expect(here.verify(incidentA)).toMatchObject({ value: { problems: [] } });
  });
});
