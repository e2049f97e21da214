import { describe, expect, it } from 'vitest';
import { deleteResidue } from '../../../electron/library/delete-residue.ts';
import type { FileLayer } from '../../../electron/library/file-layer.ts';
import { sha256 } from '../../../electron/library/sha256.ts';
import { incidentA } from '../../support/memory-library.ts';
import { begun, expectSame, library, mirrorOn, remounted } from '../../support/mirror-bench.ts';

const ofSecret = { incident: incidentA, bytes: 6, sha256: sha256('SECRET') };

/** A library with exports of these names and contents, in step with its mirror. */
const inStep = async (contents: Readonly<Record<string, string>>) => {
  const { files, main, mirror } = await begun();
  const home = main.folderOf(incidentA);
  const folder = home.ok ? home.value : '';
  const exports = `${folder}/exports`;
  files.makeFolder(exports);
  const put = async (path: string, content: string) => {
    const file = files.createFile(path);
    file.write(Buffer.from(content));
    await file.flush();
    file.close();
  };
  for (const [name, content] of Object.entries(contents)) await put(`${exports}/${name}`, content);
  await files.flushFolder(folder);
  await files.flushFolder(exports);
  expect(await mirror.look()).toMatchObject({ kind: 'in-step' });
  expectSame(files);
  const deleteHere = async (name: string) =>
    expect(await deleteResidue(files, folder, `exports/${name}`)).toMatchObject({ ok: true });
  return { files, mirror, exports, copies: exports.replace(library, '/mirror'), put, deleteHere };
};

describe('a file that a person deleted for good', () => {
  it('[MI20] leaves the mirror too, for good, and returns to neither side', async () => {
    const { files, mirror, copies, deleteHere } = await inStep({ 'a.md': 'SECRET', 'b.md': 'others' });
    await deleteHere('a.md');
    expect(await mirror.look([ofSecret])).toMatchObject({ kind: 'in-step', deleted: [ofSecret] });
    expect(files.crash({ bytes: 'lost', names: 'lost' }).list(copies)).toEqual(['b.md']);
    await mirror.look();
    await mirrorOn(files).look();
    expect(files.list(copies)).toEqual(['b.md']);
    expectSame(files);
  });

  it('[MI20] nothing else goes: not what the library still has, not another content, not another incident', async () => {
    const { files, mirror, copies, put, deleteHere } = await inStep({ 'a.md': 'SECRET', 'same.md': 'SECRET' });
    await put(`${copies}/beside.md`, 'SECRET');
    await put(`${copies}/other.md`, 'OTHERS');
    const elsewhere = `/mirror/incidents/2026-01-01-${incidentA.slice(0, -1)}Z`;
    for (const made of [elsewhere, `${elsewhere}/exports`, `${elsewhere}/journal`]) files.makeFolder(made);
    await put(`${elsewhere}/exports/a.md`, 'SECRET');
    await deleteHere('a.md');
    await mirror.look([ofSecret]);
    expect(files.list(copies).toSorted()).toEqual(['other.md', 'same.md']);
    expect(files.list(`${elsewhere}/exports`)).toEqual(['a.md']);
  });

  it('[MI20] what a look copied while the file was deleted goes with the next one', async () => {
    const { files, exports, copies, put, deleteHere } = await inStep({ 'b.md': 'others' });
    await put(`${exports}/a.md`, 'SECRET');
    let deleting: Promise<unknown> | undefined;
    const racing: FileLayer = {
      ...files,
      readFile: (path, ...rest) => {
        const bytes = files.readFile(path, ...rest);
        if (path === `${exports}/a.md`) deleting ??= deleteHere('a.md');
        return bytes;
      },
    };
    const mirror = mirrorOn(racing);
    await mirror.look();
    await deleting;
    expect(files.list(copies)).toContain('a.md');
    expect(await mirror.look([ofSecret])).toMatchObject({ kind: 'in-step', deleted: [ofSecret] });
    expectSame(files);
  });

  it('[MI21] is owed while the mirror is away, or takes no deletion', async () => {
    const { files, copies, deleteHere } = await inStep({ 'a.md': 'SECRET' });
    await deleteHere('a.md');
    files.makeFolder('/empty');
    let at = '/empty';
    const mirror = mirrorOn(remounted(files, () => at));
    expect(await mirror.look([ofSecret])).toMatchObject({ kind: 'unreachable', deleted: [] });
    at = '/mirror';
    files.onCall = (call) => (call === 'remove' ? { code: 'EACCES' } : undefined);
    expect(await mirror.look([ofSecret])).toMatchObject({ kind: 'behind', deleted: [] });
    // Removed and not flushed: the power may go.
    let flushes = 0;
    files.onCall = (call) => {
      if (call !== 'flushFolder') return undefined;
      flushes += 1;
      return flushes === 1 ? { code: 'EIO' } : undefined;
    };
    expect(await mirror.look([ofSecret])).toMatchObject({ kind: 'behind', deleted: [] });
    expect(await mirror.look([ofSecret])).toMatchObject({ kind: 'in-step', deleted: [ofSecret] });
    expect(files.crash({ bytes: 'lost', names: 'lost' }).list(copies)).toEqual([]);
  });
});
