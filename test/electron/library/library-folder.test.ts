import { describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { createFaultFileLayer, type FaultFileLayer, holdFlushes } from '../../support/fault-file-layer.ts';
import { declare, incidentA, type NotesLibrary, note, openNotesLibrary } from '../../support/memory-library.ts';

/** A command finds the disk full; returns what the library says then. */
const findFull = async (files: FaultFileLayer, library: NotesLibrary) => {
  files.onCall = (call) => (call === 'write' ? { code: 'ENOSPC' } : undefined);
  expect((await note(library, 'a')).ok).toBe(false);
  const told = library.state().readOnly;
  expect(told).toMatch(/ENOSPC/);
  return told;
};

describe('the library folder', () => {
  it('[LB12] a folder that cannot be written opens read-only and says why; trying again finds it mended', async () => {
    const files = createFaultFileLayer();
    const first = await openNotesLibrary(files);
    await declare(first);
    files.onCall = (call) => (call === 'createFile' ? { code: 'EROFS' } : undefined);
    const library = await openNotesLibrary(files);
    expect(library.state().readOnly).toBe('The library folder cannot be written: its disk is read-only (EROFS).');
    expect(library.open(incidentA).ok).toBe(true);
    files.onCall = null;
    expect((await library.probe()).readOnly).toBeNull();
  });

  it('[LB72] two runs that begin one library at the same time share it, and both record', async () => {
    const files = createFaultFileLayer();
    const quick = { library: null as NotesLibrary | null };
    const slow: FaultFileLayer = {
      ...files,
      createFile: (path) => {
        const file = files.createFile(path);
        const flush = async () => {
          quick.library ??= await openNotesLibrary(files);
          await file.flush();
        };
        return { ...file, flush };
      },
    };
    const library = await openNotesLibrary(slow);
    if (!quick.library) throw new Error('The other run has not begun.');
    await declare(quick.library);
    expect(await note(quick.library, 'a')).toMatchObject({ ok: true });
    expect(await note(library, 'b')).toMatchObject({ ok: true });
    expect([quick.library.state().readOnly, library.state().readOnly]).toEqual([null, null]);
  });

  it.each([
    ['succeeds', undefined, null],
    ['fails', 'EIO', 'The disk reported an error (EIO).'],
  ])(
    '[LB64] opening does not wait for the flush of the probe; when it %s that is told, and closing waits',
    async (_, code, told) => {
      const files = createFaultFileLayer();
      await declare(await openNotesLibrary(files));
      const release = holdFlushes(files);
      const library = await openNotesLibrary(files);
      expect(library.state().readOnly).toBeNull();
      expect(library.open(incidentA).ok).toBe(true);
      let isClosed = false;
      const closing = library.close().then(() => {
        isClosed = true;
      });
      const states: (string | null)[] = [];
      library.subscribe((event) => event.kind === 'state' && states.push(event.state.readOnly));
      expect(files.list('/data/library').some((name) => name.startsWith('.probe'))).toBe(true);
      expect(isClosed).toBe(false);
      files.onCall = (call) => (call === 'flush' && code ? { code } : undefined);
      release();
      await closing;
      expect(states).toEqual(told === null ? [] : [told]);
      expect(library.state().readOnly).toBe(told);
      expect(files.list('/data/library').some((name) => name.startsWith('.probe'))).toBe(false);
    },
  );

  it('[LB64] what a command has found out meanwhile is newer than a flush of the first probe that is done late', async () => {
    const files = createFaultFileLayer();
    await declare(await openNotesLibrary(files));
    const release = holdFlushes(files);
    const library = await openNotesLibrary(files);
    const told = await findFull(files, library);
    release();
    await library.close();
    expect(library.state().readOnly).toBe(told);
  });

  it('[LB64] what a command has found out meanwhile is newer than a flush of a later probe that is done late', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    expect((await library.probe()).readOnly).toBeNull();
    const release = holdFlushes(files);
    const probing = library.probe();
    await eventually(() => expect(files.list('/data/library').join()).toContain('.probe-'));
    const told = await findFull(files, library);
    release();
    await probing;
    await library.close();
    expect(library.state().readOnly).toBe(told);
  });

  it('[LB66] closing saves while a flush of the probe is stuck; the probe left behind goes with the next start', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    await library.close();
    files.holdFlushes = new Promise(() => {});
    const stuck = await openNotesLibrary(files);
    files.holdFlushes = null;
    // What is left to save: the index, which could not be before.
    let isSaved = false;
    files.onCall = (call, _, path) => (call === 'rename' && path.endsWith('/index.json') ? { code: 'EIO' } : undefined);
    await note(stuck, 'a');
    await stuck.list();
    files.onCall = (call, _, path) => {
      isSaved ||= call === 'rename' && path.endsWith('/index.json');
      return undefined;
    };
    void stuck.close();
    await eventually(() => expect(isSaved).toBe(true));
    const names = () => files.list('/data/library').join();
    expect(names()).toContain('.probe-');
    // It is killed now.
    await (await openNotesLibrary(files)).close();
    expect(names()).not.toContain('.probe-');
  });

  it('[LB33] looking again at a library that went away begins none in its place', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    // As after a stick was pulled out: its mount point is there, and nothing in it.
    files.rename('/data/library/library.json', '/data/away.json');
    expect((await library.probe()).readOnly).toMatch(/gone/);
    expect(files.stat('/data/library/library.json')).toBeNull();
    await openNotesLibrary(files);
    expect((await library.probe()).readOnly).toMatch(/Another library/);
    files.rename('/data/away.json', '/data/library/library.json');
    expect((await library.probe()).readOnly).toBeNull();
    expect((await note(library, 'a')).ok).toBe(true);
  });

  it('[LB69] a second folder of one incident is told, since only one is read', async () => {
    const files = createFaultFileLayer();
    await declare(await openNotesLibrary(files));
    const library = await openNotesLibrary(files);
    const states: (readonly string[])[] = [];
    library.subscribe((event) => event.kind === 'state' && states.push(event.state.notices));
    await library.list();
    expect(library.state().notices).toEqual([]);
    files.makeFolder(`/data/library/incidents/2026-03-05-${incidentA}`);
    await library.list();
    expect(library.state().notices).toEqual([
      expect.stringMatching(/Two folders hold one incident: .*2026-03-02-.* is used, .*2026-03-05-.* is not[.]/),
    ]);
    expect(states.at(-1)).toEqual(library.state().notices);
  });

  it('[LB13] a named folder whose parent is missing is not made up', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files, { folder: '/media/stick/library', mayCreateParents: false });
    expect(library.state().readOnly).toMatch(/gone/);
    expect(files.stat('/media')).toBeNull();
  });

  it('[LB74] where another library is expected none is begun, and none of another id is written to', async () => {
    const files = createFaultFileLayer();
    const first = await openNotesLibrary(files);
    await declare(first);
    const { id } = first.state();
    await first.close();
    files.rename('/data/library', '/data/pulled');
    files.makeFolder('/data/library');
    const library = await openNotesLibrary(files, { expected: id });
    expect(library.state().readOnly).toMatch(/^The library folder is gone/);
    expect(library.isAway()).toBe(true);
    expect(files.list('/data/library')).toEqual([]);
    await declare(await openNotesLibrary(files), incidentA);
    expect((await library.probe()).readOnly).toMatch(/Another library lies where this one was/);
    files.rename('/data/library', '/data/other');
    files.rename('/data/pulled', '/data/library');
    expect((await library.probe()).readOnly).toBeNull();
    expect((await library.list()).length).toBe(1);
  });

  it('[LB14] a library whose identity vanished takes no new journal', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    files.remove('/data/library/library.json');
    expect(await declare(library)).toMatchObject({ ok: false, error: { code: 'storage.gone' } });
  });

  it('[LB15] a library of a newer version is opened read-only', async () => {
    const files = createFaultFileLayer();
    files.makeFolder('/data');
    files.makeFolder('/data/library');
    files.createFile('/data/library/library.json').write(Buffer.from('{"format":"holdfast-library","v":2,"id":"x"}'));
    const library = await openNotesLibrary(files);
    expect(library.state().readOnly).toMatch(/newer version/);
    expect(await declare(library)).toMatchObject({ ok: false, error: { code: 'storage.newer-library' } });
    expect(library.state().readOnly).toMatch(/newer version/);
    expect(files.stat('/data/library/incidents')).toBeNull();
  });

  it('[LB33] nothing is recorded in another library that took the place of this one, nor where library.json is damaged', async () => {
    const files = createFaultFileLayer();
    await declare(await openNotesLibrary(files));
    const library = await openNotesLibrary(files);
    await library.probe();
    const journals = () => files.list(`/data/library/incidents/2026-03-02-${incidentA}/journal`);
    const before = journals();
    for (const [identity, message] of [
      ['{"format":"holdfast-library","v":1,"id":"other"}', /Another library lies/],
      ['', /library[.]json of this library cannot be read[.] Your text is kept/],
    ] as const) {
      files.remove('/data/library/library.json');
      files.createFile('/data/library/library.json').write(Buffer.from(identity));
      expect(await note(library, 'a')).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) } });
      expect(journals()).toEqual(before);
    }
  });

  it('[LB19] an incident id that is no ULID is refused before it can name a folder', async () => {
    const library = await openNotesLibrary();
    expect(
      await note(
        { ...library, execute: (request) => library.execute({ ...request, incident: '../../x' as never }) },
        'a',
      ),
    ).toMatchObject({
      error: { code: 'incident.id' },
    });
  });
});
