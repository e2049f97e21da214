import { describe, expect, it } from 'vitest';
import { draftPrefix } from '../../../electron/library/protocol.ts';
import { eventually } from '../../support/eventually.ts';
import { crashModes, createFaultFileLayer, type FaultFileLayer } from '../../support/fault-file-layer.ts';
import {
  aRequest,
  declare,
  incidentA,
  type NotesLibrary,
  note,
  notesOf,
  openNotesLibrary,
} from '../../support/memory-library.ts';

const filesHolding = (files: FaultFileLayer, text: string, folder = ''): readonly string[] =>
  files.list(folder || '/').flatMap((name) => {
    const path = `${folder}/${name}`;
    if (files.stat(path)?.isFolder) return filesHolding(files, text, path);
    return Buffer.from(files.readFile(path)).includes(text) ? [path] : [];
  });

/** A library whose note, draft and index hold the text. */
const withSecret = async (files: FaultFileLayer, given = {}) => {
  const library = await openNotesLibrary(files, { fileNowMs: () => 0, ...given });
  await declare(library);
  const told = await note(library, 'a', 'SECRET word');
  await library.drafts.save(`${incidentA}/entry`, '!obs SECRET word');
  await library.list();
  return { library, event: told.ok ? (told.value.events[0] ?? '') : '' };
};
const redact = (library: NotesLibrary, event: string) => library.execute(aRequest('r', { type: 'Redact', event }));

describe('a redaction', () => {
  it('[RX3] comes back for the file of a run that ended a moment ago', async () => {
    const files = createFaultFileLayer();
    const first = await withSecret(files);
    await first.library.close();
    let nowMs = 0;
    const timers: (() => void)[] = [];
    const setTimer = (run: () => void) => {
      timers.push(run);
      return () => {};
    };
    const library = await openNotesLibrary(files, { fileNowMs: () => nowMs, setTimer });
    await redact(library, first.event);
    const page = library.open(incidentA);
    expect(page.ok && page.value.problems).toMatchObject([{ kind: 'text-left' }]);
    expect(filesHolding(files, 'SECRET')).toHaveLength(1);
    nowMs = 20_000;
    for (const run of timers.splice(0)) run();
    await eventually(() => expect(filesHolding(files, 'SECRET')).toEqual([]));
    expect(notesOf(library)).toEqual(['[redacted]']);
    const mended = library.open(incidentA);
    expect(mended.ok && mended.value.problems).toEqual([]);
    expect(timers).toEqual([]);
  });

  it('[RX8] cut off at any call is carried on by the next run: then the text is nowhere', async () => {
    const probe = createFaultFileLayer();
    const { library: probed, event: probedEvent } = await withSecret(probe);
    const first = probe.callCount();
    await redact(probed, probedEvent);
    const last = probe.callCount();
    expect(last - first).toBeGreaterThan(10);
    for (const mode of crashModes)
      for (let cut = first; cut <= last; cut += 1) {
        const files = createFaultFileLayer();
        const { library, event } = await withSecret(files);
        let crashed: FaultFileLayer | undefined;
        files.onCall = (_, index) => {
          if (index === cut) crashed ??= files.crash(mode);
          return undefined;
        };
        await redact(library, event);
        files.onCall = null;
        const disk = crashed ?? files.crash(mode);
        const next = await openNotesLibrary(disk, { fileNowMs: () => 60_000 });
        next.open(incidentA);
        await next.list();
        // The one that was not recorded before the power went is given again, as the person would.
        await redact(next, event);
        // Waits for what opening has begun.
        await next.close();
        expect(filesHolding(disk, 'SECRET'), `${JSON.stringify(mode)} at ${cut - first}`).toEqual([]);
        const verified = next.verify(incidentA);
        const kinds = verified.ok ? verified.value.problems.map(({ kind }) => kind) : ['unreadable'];
        // Of a redaction line that the power cut in two: it was never acknowledged.
        expect(kinds.filter((kind) => kind !== 'torn-tail')).toEqual([]);
      }
  }, 60_000);

  it('[RX9] whose text still lies in a journal is reported by a check of the record', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await withSecret(files);
    await library.close();
    const other = await openNotesLibrary(files, { fileNowMs: () => 0 });
    await redact(other, event);
    expect(other.verify(incidentA)).toMatchObject({ ok: true, value: { problems: [{ kind: 'text-left', line: 3 }] } });
  });

  it('[RX9] that the disk refuses elsewhere is told, and the record is clean all the same', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await withSecret(files);
    files.onCall = (call, _, path) => (call === 'rename' && path.includes('/drafts/') ? { code: 'EIO' } : undefined);
    expect((await redact(library, event)).ok).toBe(true);
    const page = library.open(incidentA);
    expect(page.ok && page.value.problems).toMatchObject([{ kind: 'text-left' }]);
    expect(filesHolding(files, 'SECRET').every((path) => path.includes('/drafts/'))).toBe(true);
    files.onCall = null;
  });

  it('[RX1] reaches the drafts of a living run at once', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await withSecret(files);
    const other = await openNotesLibrary(files, { isRunAlive: () => true });
    await other.drafts.save(`${incidentA}/capture`, 'SECRET word');
    await redact(library, event);
    expect(filesHolding(files, 'SECRET')).toEqual([]);
    expect(other.drafts.list()).toMatchObject([{ text: '[redacted]' }]);
  });

  it('[RX18] reaches the drafts of no incident, and leaves those of another one', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await withSecret(files);
    await library.drafts.save(`${draftPrefix(null)}form:declare`, 'SECRET word');
    await library.drafts.save('another/entry', 'SECRET word');
    await redact(library, event);
    expect(
      library.drafts
        .list()
        .map(({ key, text }) => `${key}: ${text}`)
        .sort(),
    ).toEqual([
      `${incidentA}/entry: !obs [redacted]`,
      'another/entry: SECRET word',
      'library/form:declare: [redacted]',
    ]);
  });

  it('[RX6] files that hold its text are found while this run knows it, and by their age after that', async () => {
    const files = createFaultFileLayer();
    const { library, event } = await withSecret(files);
    const home = library.folderOf(incidentA);
    const exports = `${home.ok ? home.value : ''}/exports`;
    files.makeFolder(exports);
    files.nowMs = Date.parse('2026-03-01T00:00:00.000Z');
    files.createFile(`${exports}/a.md`).write(Buffer.from('the SECRET\nword'));
    files.createFile(`${exports}/b.md`).write(Buffer.from('only the other word'));
    const pathsOf = (from: NotesLibrary, words = '') => {
      const found = from.residue(incidentA, words);
      return found.ok ? found.value.files.map(({ path, why }) => `${why} ${path}`) : found;
    };
    expect(pathsOf(library)).toEqual([]);
    await redact(library, event);
    expect(pathsOf(library)).toEqual(['holds exports/a.md']);
    expect(pathsOf(library, 'other word')).toEqual(['holds exports/a.md', 'holds exports/b.md']);
    const later = await openNotesLibrary(files);
    expect(pathsOf(later)).toEqual(['made-before exports/a.md', 'made-before exports/b.md']);
    expect(pathsOf(later, 'other word')).toEqual(['made-before exports/a.md', 'holds exports/b.md']);
    expect((await later.deleteResidue(incidentA, 'exports/a.md')).ok).toBe(true);
    expect(pathsOf(later)).toEqual(['made-before exports/b.md']);
  });
});
