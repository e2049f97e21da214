import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { LibraryEvent } from '../../../electron/library/library.ts';
import { eventually } from '../../support/eventually.ts';
import { createFaultFileLayer, type FaultFileLayer, holdFlushes } from '../../support/fault-file-layer.ts';
import { forge } from '../../support/journal-builders.ts';
import {
  aRequest,
  declare,
  incidentA,
  type NotesLibrary,
  note,
  notesOf,
  notesRules,
  openNotesLibrary,
} from '../../support/memory-library.ts';

const folder = `/data/library/incidents/2026-03-02-${incidentA}/journal`;
const onlyFile = (files: FaultFileLayer) => `${folder}/${files.list(folder)[0]}`;
const textAt = (files: FaultFileLayer, path: string) => Buffer.from(files.readFile(path)).toString();
const put = (files: FaultFileLayer, path: string, text: string) => {
  if (files.stat(path)) files.remove(path);
  files.createFile(path).write(Buffer.from(text));
};
const texts = ['one', 'two', 'three'];

/** A journal of another run with a declaration and the notes; the line of one of them was changed with its CRC. */
const forgedLibrary = async (forged = 'two') => {
  const files = createFaultFileLayer();
  const other = await openNotesLibrary(files);
  await declare(other);
  for (const text of texts) await note(other, text);
  await other.close();
  const changed = textAt(files, onlyFile(files))
    .split('\n')
    .map((line) =>
      line.includes(`"${forged}"]`) ? forge(line, (body) => body.replace(`"${forged}"]`, '"evil"]')) : line,
    );
  put(files, onlyFile(files), changed.join('\n'));
  return files;
};

/** Opened on the quick check; the full one waits until it is let on. */
const openQuickly = async (files: FaultFileLayer) => {
  const waiting: (() => void)[] = [];
  const library = await openNotesLibrary(files, {
    check: 'quick',
    pause: () => new Promise<void>((resolve) => waiting.push(resolve)),
  });
  const heard: LibraryEvent[] = [];
  library.subscribe((event) => heard.push(event));
  const finishCheck = async () => {
    for (let turns = 0; turns < 20; turns += 1) {
      for (const resolve of waiting.splice(0)) resolve();
      await nextTurn();
    }
  };
  return { library, heard, finishCheck, isWaiting: () => waiting.length > 0 };
};

const page = (library: NotesLibrary) => {
  const opened = library.open(incidentA);
  return opened.ok ? opened.value : undefined;
};

describe('an incident opened on the quick check', () => {
  it('[OP4] ends as the full check would have opened it, and who has seen more is told everything anew', async () => {
    const files = await forgedLibrary();
    const { library, heard, finishCheck } = await openQuickly(files);
    expect(page(library)?.problems).toEqual([]);
    expect(notesOf(library)).toEqual(['one', 'evil', 'three']);
    await finishCheck();
    const fully = await openNotesLibrary(files);
    expect(notesOf(library)).toEqual(['one', 'three']);
    expect(page(library)).toEqual(page(fully));
    expect(page(library)?.problems).toMatchObject([{ kind: 'damaged-line', line: 4 }]);
    expect(heard).toMatchObject([{ kind: 'recorded', isWhole: true, problems: [{ kind: 'damaged-line' }] }]);
    const told = heard.flatMap((event) => (event.kind === 'recorded' ? event.commits : []));
    expect(told).toEqual(page(fully)?.commits);
  });

  it('[OP4] says nothing more when all lines are as they were written', async () => {
    const { library, heard, finishCheck, isWaiting } = await openQuickly(await forgedLibrary('nothing'));
    expect(notesOf(library)).toEqual(texts);
    await finishCheck();
    expect(heard).toEqual([]);
    expect(isWaiting()).toBe(false);
  });

  it('[OP4] a line that is whole in a second file still counts', async () => {
    const files = await forgedLibrary('nothing');
    const whole = textAt(files, onlyFile(files));
    const forged = await forgedLibrary();
    put(forged, `${folder}/zz-copy.jsonl`, whole);
    const { library, finishCheck } = await openQuickly(forged);
    page(library);
    await finishCheck();
    expect(page(library)?.problems.map(({ kind }) => kind)).toContain('damaged-line');
    expect(notesOf(library)).toEqual(expect.arrayContaining(['two']));
    expect(notesOf(library)).not.toContain('evil');
  });

  it('[OP5] a command is decided and answered before the full check is through, and stays when a line goes', async () => {
    const { library, heard, finishCheck, isWaiting } = await openQuickly(await forgedLibrary());
    page(library);
    expect(await note(library, 'mine')).toMatchObject({ ok: true });
    expect(isWaiting()).toBe(true);
    await finishCheck();
    expect(await note(library, 'after')).toMatchObject({ ok: true });
    expect(notesOf(library)).toEqual(['one', 'three', 'mine', 'after']);
    expect(heard.filter((event) => event.kind === 'recorded' && event.isWhole)).toHaveLength(1);
  });

  it('[OP5] a command whose flush is under way when a line goes is answered and counts', async () => {
    const files = await forgedLibrary();
    const { library, finishCheck } = await openQuickly(files);
    page(library);
    const release = holdFlushes(files);
    const answer = note(library, 'mine');
    await finishCheck();
    expect(notesOf(library)).toEqual(['one', 'three', 'mine']);
    release();
    expect(await answer).toMatchObject({ ok: true });
    expect(notesOf(library)).toEqual(['one', 'three', 'mine']);
  });

  it('[OP6] leaving the incident ends its check', async () => {
    const files = await forgedLibrary();
    const { library, heard, finishCheck } = await openQuickly(files);
    page(library);
    await library.leave(incidentA);
    const calls = files.callCount();
    await finishCheck();
    expect(files.callCount()).toBe(calls);
    expect(heard).toEqual([]);
  });

  it('[OP7] no text is taken out of a file on the word of a line that the full check refuses', async () => {
    const files = createFaultFileLayer();
    const other = await openNotesLibrary(files);
    await declare(other);
    const kept = await note(other, 'kept');
    const event = kept.ok ? (kept.value.events[0] ?? '') : '';
    await other.execute(aRequest('r', { type: 'Redact', event: 'nothing' }));
    await other.close();
    const forged = textAt(files, onlyFile(files))
      .split('\n')
      .map((line) =>
        line.includes('"nothing"') ? forge(line, (body) => body.replace('"nothing"', `"${event}"`)) : line,
      );
    put(files, onlyFile(files), forged.join('\n'));
    const { library, finishCheck } = await openQuickly(files);
    page(library);
    await finishCheck();
    expect(page(library)?.problems).toMatchObject([{ kind: 'damaged-line' }]);
    expect(textAt(files, onlyFile(files))).toContain('"kept"');
  });

  it('[OP7] a true redaction takes its text out once the check is through', async () => {
    const files = createFaultFileLayer();
    const other = await openNotesLibrary(files);
    await declare(other);
    const told = await note(other, 'n', 'secret');
    const whole = textAt(files, onlyFile(files));
    await other.execute(aRequest('r', { type: 'Redact', event: told.ok ? (told.value.events[0] ?? '') : '' }));
    await other.close();
    const redaction = textAt(files, onlyFile(files)).split('\n').slice(-2).join('\n');
    put(files, onlyFile(files), whole + redaction);
    const { library, finishCheck } = await openQuickly(files);
    page(library);
    await finishCheck();
    await eventually(() => expect(notesOf(library)).toEqual(['[redacted]']));
    expect(textAt(files, onlyFile(files))).not.toContain('secret');
  });
});

it('[AF8] a place that cannot be read any more, or again, is told while the incident is open, without a new record', async () => {
  const files = createFaultFileLayer();
  await declare(await openNotesLibrary(files));
  await note(await openNotesLibrary(files), 'a');
  const library = await openNotesLibrary(files);
  library.open(incidentA);
  const told: LibraryEvent[] = [];
  library.subscribe((event) => told.push(event));
  const problemsTold = () =>
    told.splice(0).map((event) => (event.kind === 'recorded' ? event.problems.map(({ kind }) => kind) : []));

  const folder = `/data/library/incidents/2026-03-02-${incidentA}/journal`;
  const path = `${folder}/${files.list(folder).at(-1)}`;
  const whole = files.readFile(path);
  files.remove(path);
  files.createFile(path).write(Buffer.from(Buffer.from(whole).toString().replace('Noted', 'Nated')));
  library.open(incidentA);
  expect(problemsTold()).toEqual([['damaged-line']]);
  library.open(incidentA);
  expect(problemsTold()).toEqual([]);

  files.remove(path);
  files.createFile(path).write(whole);
  library.open(incidentA);
  expect(problemsTold()).toEqual([[]]);
  expect(notesOf(library)).toEqual(['a']);
});

it('[AF11] a line that the disk refused and kept, and its repeat, count once and trouble no window; verify names them apart', async () => {
  const files = createFaultFileLayer();
  const library = await openNotesLibrary(files);
  await declare(library);
  files.onCall = (call) => (call === 'flush' ? { code: 'EIO' } : undefined);
  expect((await note(library, 'a')).ok).toBe(false);
  files.onCall = null;
  expect(page(library)?.problems.map(({ kind }) => kind)).toEqual(['in-doubt']);
  const told = await note(library, 'a');
  expect(told.ok).toBe(true);
  expect(page(library)?.problems).toEqual([]);
  const next = await openNotesLibrary(files);
  expect(notesOf(next)).toEqual(['a']);
  // Of both lines the one that was acknowledged counts from now on.
  expect(await note(next, 'a')).toEqual(told);
  const opened = next.open(incidentA);
  expect(opened.ok && opened.value.problems).toEqual([]);
  const verified = next.verify(incidentA);
  expect(verified.ok && [verified.value.problems, verified.value.repeats.map(({ kind }) => kind)]).toEqual([
    [],
    ['repeated'],
  ]);
});

it('[OP9] recording does not look through the whole record for its playbook each time, and an adopted one counts at once', async () => {
  let looks = 0;
  const playbookAfter: typeof notesRules.playbookAfter = (commits) => {
    looks += 1;
    return notesRules.playbookAfter(commits);
  };
  const library = await openNotesLibrary(createFaultFileLayer(), { rules: { ...notesRules, playbookAfter } });
  const missing: number[] = [];
  library.subscribe((event) => {
    if (event.kind === 'recorded') missing.push(event.problems.filter(({ kind }) => kind === 'playbook-lost').length);
  });
  await declare(library);
  for (let index = 0; index < 30; index += 1) await note(library, `note ${index}`);
  expect(looks).toBeLessThan(5);
  const saved = await library.savePlaybook({ org: 'Other' });
  const digest = saved.ok ? saved.value.digest : '';
  await library.execute(aRequest('adopt', { type: 'Adopt', playbook: digest }));
  expect(page(library)?.playbookDigest).toBe(digest);
  expect(missing.filter((count) => count > 0)).toEqual([]);
});
