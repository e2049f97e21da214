import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileLayer } from '../../../electron/library/file-layer.ts';
import { aDraft, aNote, openJournal } from '../../support/journal-builders.ts';
import { memoryBench } from '../../support/memory-journal.ts';

describe('a redaction in the files of a journal', () => {
  it('[AT13] a redaction takes copies along that a crash left in the middle of an earlier one', async () => {
    const bench = memoryBench();
    const journal = openJournal(bench, 'one');
    await journal.append(aDraft('a')).recorded;
    const left = join(bench.folder, 'one-1.jsonl.abc.tmp');
    bench.files.createFile(left).write(bench.files.readFile(join(bench.folder, 'one-1.jsonl')));
    bench.files.nowMs = Date.now();
    const young = join(bench.folder, 'two-1.jsonl.def.tmp');
    bench.files.createFile(young).write(Buffer.from('being written'));
    await journal.append(aDraft('b')).recorded;
    expect(await journal.blank(new Set([aNote('a').id]))).toMatchObject({ failure: null });
    expect(bench.files.stat(left)).toBeNull();
    expect(bench.files.stat(young)).not.toBeNull();
  });

  it('[AT12] a line that a full disk cut off loses its text with the redaction of its repetition', async () => {
    const bench = memoryBench();
    const journal = openJournal(bench, 'one');
    await journal.append(aDraft('a')).recorded;
    const before = bench.files.readFile(join(bench.folder, 'one-1.jsonl')).length;
    bench.files.onCall = (call) => (call === 'write' ? { short: before } : undefined);
    expect((await journal.append(aDraft('b', { events: [aNote('b', 'a password '.repeat(90))] })).recorded).ok).toBe(
      false,
    );
    bench.files.onCall = null;
    expect((await journal.append(aDraft('b', { events: [aNote('b', 'a password '.repeat(90))] })).recorded).ok).toBe(
      true,
    );
    const textsLeft = () =>
      [...bench.files.everyFile()].filter(({ bytes }) => Buffer.from(bytes).includes('a password')).length;
    expect(textsLeft()).toBe(2);
    expect(await journal.blank(new Set([aNote('b').id]))).toMatchObject({ failure: null });
    expect(textsLeft()).toBe(0);
  });

  it('[AT12] a text is found in damage beside a whole line of another file, wherever the redaction is cut off', async () => {
    const note = aNote('a', 'a password');
    let isDone = false;
    for (let cut = 0; !isDone; cut += 1) {
      const bench = memoryBench();
      for (const name of ['one', 'two'])
        await openJournal(bench, name).append(aDraft('a', { events: [note] })).recorded;
      const damaged = join(bench.folder, 'two-1.jsonl');
      const bytes = Buffer.from(bench.files.readFile(damaged));
      bench.files.remove(damaged);
      bench.files.createFile(damaged).write(bytes.fill(0, bytes.indexOf('{"commit"'), bytes.indexOf('"clear":')));
      let calls = 0;
      bench.files.onCall = () => (calls++ < cut ? undefined : { code: 'EIO' });
      isDone = (await openJournal(bench, 'three').blank(new Set([note.id]))).failure === null;
      bench.files.onCall = null;
      expect(await openJournal(bench, 'four').blank(new Set([note.id]))).toMatchObject({ failure: null });
      const left = [...bench.files.everyFile()].filter((file) => Buffer.from(file.bytes).includes('a password'));
      expect(left, `cut off at call ${cut}`).toEqual([]);
    }
  });

  it('[JR48] what another run appends while its quiet file is about to be blanked stays, and is blanked later', async () => {
    const bench = memoryBench();
    const quiet = openJournal(bench, 'one');
    await quiet.append(aDraft('a')).recorded;
    let isAppended = false;
    const files: FileLayer = {
      ...bench.files,
      createFile: (path) => {
        const file = bench.files.createFile(path);
        const flush = async () => {
          // The disk is slow, and meanwhile somebody types.
          if (path.endsWith('.tmp') && !isAppended) {
            isAppended = true;
            expect(await quiet.append(aDraft('b')).recorded).toMatchObject({ ok: true });
          }
          await file.flush();
        };
        return { ...file, flush };
      },
    };
    const redacting = openJournal({ ...bench, files }, 'two');
    await redacting.blank(new Set([aNote('a').id]));
    expect(isAppended).toBe(true);
    const textsOf = () =>
      openJournal(bench, 'three')
        .read()
        .commits.map(({ commit }) => textIn(commit.events[0]));
    expect(textsOf()).toEqual(['note a', 'note b']);
    await redacting.blank(new Set([aNote('a').id]));
    expect(textsOf()).toEqual(['[redacted]', 'note b']);
    expect(await quiet.append(aDraft('c')).recorded).toMatchObject({ ok: true });
    expect(textsOf()).toEqual(['[redacted]', 'note b', 'note c']);
  });

  it('[AT16] what is no file or cannot be read keeps a redaction from no other file; it is told', async () => {
    const bench = memoryBench();
    const journal = openJournal(bench, 'one');
    await journal.append(aDraft('a')).recorded;
    await openJournal(bench, 'bad').append(aDraft('b')).recorded;
    bench.files.makeFolder(join(bench.folder, 'aaa.jsonl'));
    bench.files.onCall = (call, _, path) =>
      call === 'readFile' && path.endsWith('bad-1.jsonl') ? { code: 'EIO' } : undefined;
    const blanked = await journal.blank(new Set([aNote('a').id]));
    expect(blanked).toMatchObject({ commits: [{ blanked: [aNote('a').id] }], failure: { code: 'storage.error' } });
    bench.files.onCall = null;
    expect(await journal.blank(new Set([aNote('a').id]))).toMatchObject({ failure: null });
    const left = [...bench.files.everyFile()].filter(({ bytes }) => Buffer.from(bytes).includes('note a'));
    expect(left.map(({ path }) => path)).toEqual([]);
  });
});

const textIn = (event: unknown): string => (event as { readonly text: string }).text;
