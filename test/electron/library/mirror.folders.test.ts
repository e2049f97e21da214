import { describe, expect, it } from 'vitest';
import type { FileLayer } from '../../../electron/library/file-layer.ts';
import { beginMirror } from '../../../electron/library/mirror.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';
import { aDraft, aJournalFile } from '../../support/journal-builders.ts';
import { declare, incidentA, note, notesOf } from '../../support/memory-library.ts';
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

describe('the folders of a mirror', () => {
  it('[MI16] follows both folders of an incident that has two, whichever the library writes to', async () => {
    const { files, main, mirror } = await begun();
    await note(main, 'one');
    const [used = ''] = files.list(`${library}/incidents`);
    for (const day of ['2020-01-01', '2030-01-01']) {
      const twin = `${library}/incidents/${used.replace(/^\d{4}-\d{2}-\d{2}/, day)}`;
      files.makeFolder(twin);
      files.makeFolder(`${twin}/journal`);
      files.createFile(`${twin}/journal/w${day}.jsonl`).write(aJournalFile(`w${day}`, [aDraft(day)]).bytes);
    }
    expect(await mirror.look()).toMatchObject({ kind: 'in-step' });
    expectSame(files);
    await note(main, 'two');
    expect(await mirror.look()).toMatchObject({ kind: 'in-step' });
    expectSame(files);
    expect(await mirrorOn(files).look()).toMatchObject({ kind: 'in-step' });
  });

  it('[MI17] a redacted journal that got the number of the file before it is not taken for one that has grown', async () => {
    const { files, main } = await begun();
    // ext4 gives the number of a removed file to the next one: two redactions, and it is the old number again.
    const numbered: FileLayer = {
      ...files,
      stat: (path) => {
        const facts = files.stat(path);
        return facts && path.startsWith(library) ? { ...facts, identity: path } : facts;
      },
    };
    const mirror = mirrorOn(numbered);
    const said = await note(main, 'said', 'SECRET');
    await note(main, 'more');
    expect(await mirror.look()).toMatchObject({ kind: 'in-step' });
    await redact(main, said.ok ? said.value.events[0] : undefined);
    for (const text of ['later', 'and later', 'and even later']) await note(main, text);
    expect(await mirror.look()).toMatchObject({ kind: 'in-step' });
    expect(JSON.stringify(treeOf(files, '/mirror'))).not.toContain('SECRET');
    expectSame(files);
  });

  it('[MI18] the library itself is no mirror, by whatever link it is reached', async () => {
    const files = createFaultFileLayer();
    await declare(await openLibrary(files));
    const linked = remounted(files, () => '/data');
    expect(await beginMirror(linked, library, '/mirror/library', newToken)).toMatchObject({ ok: false });
    expect(await beginMirror(linked, library, '/mirror/library/incidents', newToken)).toMatchObject({ ok: false });
    const turned = remounted(files, () => library);
    expect(await mirrorOn(turned).look()).toMatchObject({
      kind: 'unreachable',
      why: expect.stringContaining('itself'),
    });
  });

  it('[MI19] a name that its disk does not take keeps no record out of the mirror, and that is told', async () => {
    const { files, main, mirror } = await begun();
    await note(main, 'one');
    const home = main.folderOf(incidentA);
    const evidence = `${home.ok ? home.value : ''}/evidence`;
    files.makeFolder(evidence);
    files.createFile(`${evidence}/graph 10:30.png`).write(Buffer.from('png'));
    files.onCall = (call, _, path) =>
      call === 'createFile' && path.startsWith('/mirror') && path.includes('10:30') ? { code: 'EINVAL' } : undefined;
    expect(await mirror.look()).toMatchObject({ kind: 'behind', why: expect.stringContaining('EINVAL') });
    expect(notesOf(await openMirror(files))).toEqual(['one']);
    files.onCall = null;
    expect(await mirror.look()).toMatchObject({ kind: 'in-step' });
    expectSame(files);
  });
});
