import { describe, expect, it } from 'vitest';
import { beginMirror } from '../../../electron/library/mirror.ts';
import { crashModes, type FaultFileLayer } from '../../support/fault-file-layer.ts';
import { aDraft, aJournalFile } from '../../support/journal-builders.ts';
import { declare, incidentA, note, notesOf, openNotesLibrary } from '../../support/memory-library.ts';
import {
  begun,
  expectSame,
  library,
  mirrorOn,
  newToken,
  openLibrary,
  openMirror,
  redact,
  remounted,
  treeOf,
} from '../../support/mirror-bench.ts';

describe('a mirror', () => {
  it('[MI1] has every record, byte for byte and on its disk, and opens as a library', async () => {
    const { files, main, mirror } = await begun();
    expect(await mirror.look()).toEqual({ folder: '/mirror', kind: 'in-step', behind: 0, why: null, deleted: [] });
    await note(main, 'one');
    // Another run of the same library.
    await note(await openLibrary(files), 'two');
    await note(main, 'three');
    expect(await mirror.look()).toMatchObject({ kind: 'in-step' });
    expectSame(files.crash({ bytes: 'lost', names: 'lost' }));
    expect([...notesOf(await openMirror(files))].sort()).toEqual(['one', 'three', 'two']);
  });

  it('[MI2] a look at what has not changed writes nothing; a new run of it neither', async () => {
    const { files, mirror } = await begun();
    await mirror.look();
    const calls: string[] = [];
    files.onCall = (call) => {
      if (['createFile', 'openFile', 'write', 'rename', 'remove', 'makeFolder'].includes(call)) calls.push(call);
      return undefined;
    };
    await mirror.look();
    await mirrorOn(files).look();
    expect(calls).toEqual([]);
  });

  it('[MI3] one that fails at any call harms no record, says so, and catches up by itself', async () => {
    const dry = await begun();
    await note(dry.main, 'one');
    const first = dry.files.callCount();
    await dry.mirror.look();
    const calls = dry.files.callCount() - first;
    expect(calls).toBeGreaterThan(50);
    for (const code of ['EIO', 'ENOSPC'])
      for (let failing = 0; failing < calls; failing += 1) {
        const { files, main, mirror } = await begun();
        await note(main, 'one');
        let seen = 0;
        files.onCall = (_, __, path) => {
          if (!path.startsWith('/mirror')) return undefined;
          seen += 1;
          return seen > failing ? { code } : undefined;
        };
        const state = await mirror.look();
        if (seen > failing) expect(state.why, `${code} from call ${failing}`).not.toBeNull();
        expect(await note(main, 'two')).toMatchObject({ ok: true });
        files.onCall = null;
        expect(await mirror.look(), `after ${code} from call ${failing}`).toMatchObject({ kind: 'in-step', why: null });
        expectSame(files);
        expect(notesOf(await openLibrary(files))).toEqual(['one', 'two']);
      }
  });

  it('[MI4] one that was killed or lost its power at any call catches up, whatever that left behind', async () => {
    const { files, main, mirror } = await begun();
    await mirror.look();
    await note(main, 'one');
    const said = await note(main, 'two', 'SECRET');
    await mirror.look();
    await redact(main, said.ok ? said.value.events[0] : undefined);
    await note(main, 'three');
    const crashed: FaultFileLayer[] = [];
    files.onCall = (call) => {
      if (['write', 'flush', 'rename', 'flushFolder'].includes(call))
        crashed.push(...crashModes.map((mode) => files.crash(mode)));
      return undefined;
    };
    await mirror.look();
    expect(crashed.length).toBeGreaterThan(50);
    for (const after of crashed) {
      await mirrorOn(after).look();
      expect(await mirrorOn(after).look()).toMatchObject({ kind: 'in-step' });
      expect(notesOf(await openLibrary(after))).toEqual(['one', '[redacted]', 'three']);
      expect(notesOf(await openMirror(after))).toEqual(['one', '[redacted]', 'three']);
      expect(Object.values(treeOf(after, '/mirror')).join()).not.toContain('SECRET');
    }
  });

  it('[MI5] a stick that was pulled out is said with how far it is behind; nothing is begun at its empty place', async () => {
    const { files, main } = await begun();
    let at = '/mirror';
    const mirror = mirrorOn(remounted(files, () => at));
    await mirror.look();
    files.makeFolder('/empty');
    for (const place of ['/empty', '/nothing']) {
      at = place;
      await note(main, `while at ${place}`);
      expect(await mirror.look()).toMatchObject({
        kind: 'unreachable',
        behind: place === '/empty' ? 1 : 2,
        why: expect.stringContaining('was a stick or a share removed?'),
      });
    }
    expect(await mirrorOn(remounted(files, () => at)).look()).toMatchObject({ kind: 'unreachable', behind: null });
    expect(files.list('/empty')).toEqual([]);
    at = '/mirror';
    expect(await mirror.look()).toMatchObject({ kind: 'in-step', behind: 0 });
    expectSame(files);
  });

  it('[MI6] what was recorded on the mirror while it was elsewhere comes into the library, and both are the same', async () => {
    const { files, main, mirror } = await begun();
    await mirror.look();
    const elsewhere = await openMirror(files);
    const other = '01JD0000000000000000000002' as typeof incidentA;
    await note(elsewhere, 'elsewhere');
    await declare(elsewhere, other);
    await note(main, 'here');
    await mirror.look();
    expect(await mirror.look()).toMatchObject({ kind: 'in-step' });
    const opened = await openLibrary(files);
    expect([...notesOf(opened)].sort()).toEqual(['elsewhere', 'here']);
    expect(opened.open(other).ok).toBe(true);
    expectSame(files);
  });

  it('[MI7] a redaction on either side takes the text out of both', async () => {
    for (const side of ['library', 'mirror']) {
      const { files, main, mirror } = await begun();
      const said = await note(main, 'said', 'SECRET');
      await mirror.look();
      await redact(side === 'library' ? main : await openMirror(files), said.ok ? said.value.events[0] : undefined);
      await main.close();
      for (let looks = 0; looks < 3; looks += 1) await mirror.look();
      expect(await mirror.look(), side).toMatchObject({ kind: 'in-step' });
      const texts = [...Object.values(treeOf(files, library)), ...Object.values(treeOf(files, '/mirror'))].join();
      expect(texts, side).not.toContain('SECRET');
    }
  });

  it('[MI8] exports and evidence follow; one that was deleted in the library does not return from the mirror', async () => {
    const { files, main, mirror } = await begun();
    const home = main.folderOf(incidentA);
    const exports = `${home.ok ? home.value : ''}/exports`;
    files.makeFolder(exports);
    for (const name of ['a.md', 'b.md']) files.createFile(`${exports}/${name}`).write(Buffer.from(name));
    await mirror.look();
    expectSame(files);
    files.remove(`${exports}/a.md`);
    await mirror.look();
    expect(await mirrorOn(files).look()).toMatchObject({ kind: 'in-step' });
    expect(files.list(exports)).toEqual(['b.md']);
  });

  it('[MI9] copies that went on differently are both kept on both sides', async () => {
    const { files, main, mirror } = await begun();
    await mirror.look();
    const home = main.folderOf(incidentA);
    const journal = `${home.ok ? home.value : ''}/journal/one.jsonl`;
    const put = (path: string, ...names: string[]) => {
      const { bytes } = aJournalFile(
        'one',
        names.map((name) => aDraft(name)),
      );
      files.createFile(path).write(bytes);
    };
    put(journal, 'a', 'b');
    put(journal.replace(library, '/mirror'), 'a', 'c');
    for (let looks = 0; looks < 3; looks += 1) await mirror.look();
    expect(await mirror.look()).toMatchObject({ kind: 'in-step' });
    for (const opened of [await openLibrary(files), await openMirror(files)])
      expect([...notesOf(opened)].sort()).toEqual(['note a', 'note b', 'note c']);
    const calls: string[] = [];
    files.onCall = (call) => {
      if (call === 'write') calls.push(call);
      return undefined;
    };
    await mirror.look();
    expect(calls).toEqual([]);
  });

  it('[MI10] the playbook in force follows', async () => {
    const { files, main, mirror } = await begun();
    await main.savePlaybook({ org: 'ACME 2' });
    await mirror.look();
    expectSame(files);
  });

  it('[MI11] begins in an empty folder, beside other things in one of its own, and never over another library', async () => {
    const { files } = await begun();
    const begin = (chosen: string) => beginMirror(files, library, chosen, newToken);
    files.makeFolder('/stick');
    files.createFile('/stick/photo.jpg').write(Buffer.from('x'));
    expect(await begin('/stick')).toEqual({ ok: true, value: '/stick/Holdfast mirror' });
    expect(await begin('/stick')).toEqual({ ok: true, value: '/stick/Holdfast mirror' });
    expect(await begin('/mirror')).toEqual({ ok: true, value: '/mirror' });
    await openNotesLibrary(files, { folder: '/other/library' });
    expect(await begin('/other/library')).toMatchObject({
      ok: false,
      error: expect.stringContaining('Another library'),
    });
    for (const inside of [library, '/data', `${library}/incidents`])
      expect(await begin(inside), inside).toMatchObject({ ok: false, error: expect.stringContaining('in each other') });
    expect(await begin('/nowhere')).toMatchObject({ ok: false });
    files.makeFolder('/full');
    files.onCall = (call) => (call === 'write' ? { code: 'ENOSPC' } : undefined);
    expect(await begin('/full')).toMatchObject({ ok: false, error: expect.stringContaining('ENOSPC') });
  });
});
