import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
    expect(await journal.blank(new Set([aNote('a').id]))).toMatchObject({ ok: true });
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
    expect(await journal.blank(new Set([aNote('b').id]))).toMatchObject({ ok: true });
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
      isDone = (await openJournal(bench, 'three').blank(new Set([note.id]))).ok;
      bench.files.onCall = null;
      expect(await openJournal(bench, 'four').blank(new Set([note.id]))).toMatchObject({ ok: true });
      const left = [...bench.files.everyFile()].filter((file) => Buffer.from(file.bytes).includes('a password'));
      expect(left, `cut off at call ${cut}`).toEqual([]);
    }
  });
});
