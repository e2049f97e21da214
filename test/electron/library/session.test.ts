import { describe, expect, it } from 'vitest';
import type { LibraryEvent } from '../../../electron/library/library.ts';
import { eventually } from '../../support/eventually.ts';
import { createFaultFileLayer, type FaultFileLayer, holdFlushes } from '../../support/fault-file-layer.ts';
import { forge, sealedText } from '../../support/journal-builders.ts';
import {
  aRequest,
  declare,
  incidentA,
  note,
  notesDigest,
  notesOf,
  notesPlaybook,
  openNotesLibrary,
} from '../../support/memory-library.ts';

const home = `/data/library/incidents/2026-03-02-${incidentA}`;
const journalFiles = (files: FaultFileLayer) => files.list(`${home}/journal`);
const allBytes = (files: FaultFileLayer, folder = '/'): string =>
  files
    .list(folder)
    .map((name) => {
      const path = `${folder === '/' ? '' : folder}/${name}`;
      return files.stat(path)?.isFolder ? allBytes(files, path) : Buffer.from(files.readFile(path)).toString('utf8');
    })
    .join('\n');

describe('the library', () => {
  it('[LB1] a declared incident is there for the next run, with its playbook and all notes', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    expect((await declare(library)).ok).toBe(true);
    expect((await note(library, 'a')).ok).toBe(true);
    await library.close();
    expect(files.list(home)).toEqual(['journal', `playbook-${notesDigest}.json`]);
    const next = await openNotesLibrary(files);
    expect(notesOf(next)).toEqual(['a']);
    const opened = next.open(incidentA);
    expect(opened.ok && opened.value).toMatchObject({
      problems: [],
      playbook: notesPlaybook,
      playbookDigest: notesDigest,
      readOnly: null,
    });
  });

  it('[LB2] a command that is refused leaves no trace on the disk', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    expect(await note(library, 'a')).toMatchObject({ ok: false, error: { code: 'incident.unknown' } });
    expect(files.stat('/data/library/incidents')).toBeNull();
    expect(library.open(incidentA)).toMatchObject({ ok: false, error: { code: 'incident.unknown' } });
  });

  it('[LB3] an accepted command id is answered with its first answer, in this run and in the next', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    const [first, twin] = await Promise.all([note(library, 'a'), note(library, 'a')]);
    expect(first.ok).toBe(true);
    expect(twin).toEqual(first);
    expect(await note(library, 'a', 'another text')).toEqual(first);
    const next = await openNotesLibrary(files);
    expect(await note(next, 'a')).toEqual(first);
    expect(notesOf(next)).toEqual(['a']);
  });

  it('[LB3] a repeated command found in the journal of a dead run is flushed before it is answered', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    const next = await openNotesLibrary(files);
    expect(notesOf(next)).toEqual([]);
    const release = holdFlushes(files);
    const unanswered = note(library, 'a');
    // The line is written, and its run dies before the flush.
    await eventually(() => expect(notesOf(next)).toEqual(['a']));
    expect((await note(next, 'a')).ok).toBe(true);
    const afterCut = await openNotesLibrary(files.crash({ bytes: 'lost', names: 'lost' }));
    expect(notesOf(afterCut)).toEqual(['a']);
    release();
    await unanswered;
  });

  it('[LB4] a refused command id is refused again within the run', async () => {
    const library = await openNotesLibrary();
    await declare(library);
    const refused = await note(library, 'x', 'refuse me');
    expect(refused).toMatchObject({ ok: false, error: { code: 'note.refused' } });
    expect(await note(library, 'x', 'now fine')).toEqual(refused);
  });

  it('[LB5] a decision stands on commits that wait for their flush; nobody is told of them before', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    const heard: LibraryEvent[] = [];
    library.subscribe((event) => heard.push(event));
    const release = holdFlushes(files);
    const waiting = [note(library, 'a'), note(library, 'b')];
    await eventually(() => expect(notesOf(library)).toEqual(['a', 'b']));
    const opened = library.open(incidentA);
    expect(opened.ok && opened.value.commits.length).toBe(1);
    expect(heard).toEqual([]);
    release();
    await Promise.all(waiting);
    expect(
      heard.flatMap((event) => (event.kind === 'recorded' ? event.commits.map(({ commit }) => commit.command.id) : [])),
    ).toEqual(['a', 'b']);
    const events = heard.flatMap((event) =>
      event.kind === 'recorded' ? event.commits.flatMap(({ commit }) => commit.events) : [],
    );
    expect(events).toMatchObject([{ number: 1 }, { number: 2 }]);
  });

  it('[LB6] after a failed flush all that waited is refused, and the same ids can be tried again', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    const states: (string | null)[] = [];
    library.subscribe((event) => event.kind === 'state' && states.push(event.state.readOnly));
    let left = 1;
    files.onCall = (call) => {
      if (call !== 'flush' || left === 0) return undefined;
      left -= 1;
      return { code: 'EIO' };
    };
    const outcomes = await Promise.all(['a', 'b', 'c'].map((id) => note(library, id)));
    expect(outcomes).toMatchObject(Array(3).fill({ ok: false, error: { code: 'storage.error' } }));
    expect(notesOf(library)).toEqual([]);
    expect(states).toEqual(['The disk reported an error (EIO).']);
    for (const id of ['a', 'b', 'c']) expect((await note(library, id)).ok).toBe(true);
    expect(states).toEqual(['The disk reported an error (EIO).', null]);
    expect(notesOf(library)).toEqual(['a', 'b', 'c']);
    // The refused line can still turn up after a restart: it says the same under the same event id, and counts once.
    const next = await openNotesLibrary(files);
    expect(notesOf(next)).toEqual(['a', 'b', 'c']);
    const opened = next.open(incidentA);
    const notesEvents = opened.ok ? opened.value.commits.filter(({ commit }) => commit.command.id === 'a') : [];
    expect(new Set(notesEvents.map(({ commit }) => commit.events[0]?.id)).size).toBe(1);
  });

  it('[LB7] what another run writes into the same library is heard of, and the other way round', async () => {
    const files = createFaultFileLayer();
    const one = await openNotesLibrary(files);
    await declare(one);
    const two = await openNotesLibrary(files);
    expect(notesOf(two)).toEqual([]);
    await note(one, 'a');
    await eventually(() => expect(notesOf(two)).toEqual(['a']));
    await note(two, 'b');
    await eventually(() => expect(notesOf(one)).toEqual(['a', 'b']));
    expect(journalFiles(files)).toHaveLength(2);
  });

  it('[LB8] after a redaction the text is in no file of the library, and nothing is wrong with the record', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    const told = await note(library, 'a', 'SECRET word');
    const event = told.ok ? (told.value.events[0] ?? '') : '';
    await note(library, 'b');
    await library.list();
    expect(allBytes(files)).toContain('SECRET');
    expect((await library.execute(aRequest('r', { type: 'Redact', event }))).ok).toBe(true);
    expect(allBytes(files)).not.toContain('SECRET');
    expect(notesOf(library)).toEqual(['[redacted]', 'b']);
    expect(library.verify(incidentA)).toMatchObject({
      ok: true,
      value: { commits: 4, chains: [{ commits: 4, head: { seq: 4 }, firstBadLine: null }], problems: [] },
    });
  });

  it('[LB9] a redaction reaches the file of another run: by that run while it lives, by anybody when it is over', async () => {
    for (const isOver of [true, false]) {
      const files = createFaultFileLayer();
      const one = await openNotesLibrary(files, { fileNowMs: () => 0 });
      await declare(one);
      const told = await note(one, 'a', 'SECRET word');
      if (isOver) await one.close();
      const two = await openNotesLibrary(files, { fileNowMs: () => (isOver ? 60_000 : 0) });
      const event = told.ok ? (told.value.events[0] ?? '') : '';
      await two.execute(aRequest('r', { type: 'Redact', event }));
      await eventually(() => expect(allBytes(files)).not.toContain('SECRET'));
      await eventually(() => expect(notesOf(two)).toEqual(['[redacted]']));
    }
  });

  it('[LB21] a run whose quiet file was blanked by another goes on in it, and nothing is refused', async () => {
    const files = createFaultFileLayer();
    const one = await openNotesLibrary(files, { fileNowMs: () => 0 });
    await declare(one);
    const told = await note(one, 'a', 'SECRET word');
    const two = await openNotesLibrary(files, { fileNowMs: () => 60_000 });
    // Told late: `one` has not heard of the redaction when its file is replaced.
    const event = told.ok ? (told.value.events[0] ?? '') : '';
    await two.execute(aRequest('r', { type: 'Redact', event }));
    expect((await note(one, 'b')).ok).toBe(true);
    await eventually(() => expect(notesOf(two)).toEqual(['[redacted]', 'b']));
    expect(allBytes(files)).not.toContain('SECRET');
    expect(journalFiles(files)).toHaveLength(2);
  });

  it('[LB10] a text that vanished without a redaction is reported', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    await note(library, 'a', 'gone');
    await library.close();
    const path = `${home}/journal/${journalFiles(files)[0]}`;
    const [head, first, second = ''] = Buffer.from(files.readFile(path)).toString('utf8').split('\n');
    const blank = forge(second, (body) => body.replace(/\["t\d+","gone"\]/, 'null'));
    const text = [head, first, blank, ''].join('\n');
    files.remove(path);
    files.createFile(path).write(Buffer.from(text));
    const next = await openNotesLibrary(files);
    expect(next.verify(incidentA)).toMatchObject({
      ok: true,
      value: { problems: [{ kind: 'unexplained-blank', line: 3 }] },
    });
  });

  it('[LB18] a command that changes nothing is answered and appends nothing', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    const declared = await declare(library);
    const size = files.stat(`${home}/journal/${journalFiles(files)[0]}`)?.size;
    const answer = await note(library, 'n', '');
    expect(answer).toEqual({ ok: true, value: { ...(declared.ok ? declared.value : {}), events: [] } });
    expect(files.stat(`${home}/journal/${journalFiles(files)[0]}`)?.size).toBe(size);
  });

  it('[LB35] an incident that nobody looks at is let go: no more news, until it is opened again with all of it', async () => {
    const files = createFaultFileLayer();
    const one = await openNotesLibrary(files);
    const two = await openNotesLibrary(files);
    await declare(one);
    expect(two.open(incidentA).ok).toBe(true);
    const heard: LibraryEvent[] = [];
    two.subscribe((event) => heard.push(event));
    await two.leave(incidentA);
    await note(one, 'a');
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual([]);
    expect(notesOf(two)).toEqual(['a']);
    await note(one, 'b');
    await eventually(() => expect(notesOf(two)).toEqual(['a', 'b']));
  });

  it('[LB32] a newer version that wrote to one incident stops that one, not the library', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    const head = '{"header":{"format":"holdfast-journal","v":2,"incident":"x","writer":"w"}';
    files.createFile(`${home}/journal/w.jsonl`).write(Buffer.from(`${sealedText(head)}\n`));
    await eventually(() => {
      const opened = library.open(incidentA);
      expect(opened.ok && opened.value.readOnly).toMatch(/newer version/);
    });
    expect(await note(library, 'a')).toMatchObject({ ok: false, error: { code: 'storage.newer' } });
    expect(library.state().readOnly).toBeNull();
  });

  it('[LB73] what would not fit into a line that can be read again is refused', async () => {
    const library = await openNotesLibrary();
    await declare(library);
    const refused = await note(library, 'long', 'long '.repeat(2 ** 21));
    expect(refused).toMatchObject({ ok: false, error: { code: 'command.too-large' } });
    expect(await note(library, 'shorter', 'long '.repeat(2 ** 20))).toMatchObject({ ok: true });
    expect(library.verify(incidentA)).toMatchObject({ value: { problems: [] } });
  });

  it('[DF13] where typed text cannot be kept in a library that takes records, that is told until it can', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    files.createFile('/data/library/drafts').write(Buffer.from('no folder'));
    expect(library.drafts.list()).toEqual([]);
    let told: readonly string[] = [];
    library.subscribe((event) => {
      if (event.kind === 'state') told = event.state.notices;
    });
    expect(await library.drafts.save('A/entry', 'typed')).toMatchObject({ ok: false });
    expect(told).toEqual([expect.stringContaining('What is typed cannot be kept in /data/library/drafts')]);
    files.remove('/data/library/drafts');
    expect(await library.drafts.save('A/entry', 'typed')).toMatchObject({ ok: true });
    expect(told).toEqual([]);
  });
});
