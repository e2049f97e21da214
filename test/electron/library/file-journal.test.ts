import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  crashModes,
  createFaultFileLayer,
  type Fault,
  type FaultFileLayer,
  holdFlushes,
} from '../../support/fault-file-layer.ts';
import { aDraft, aJournalFile, aNote, namesOf, openJournal } from '../../support/journal-builders.ts';
import { memoryBench } from '../../support/memory-journal.ts';

const names = ['a', 'b', 'c', 'd', 'e'];

/** Five appends, two of them at once; failed ones are tried again with the same command id, at most twice. */
const work = async (files: FaultFileLayer, acknowledged: string[]) => {
  const journal = openJournal(memoryBench(files));
  const record = async (name: string) => {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const outcome = await journal.append(aDraft(name)).recorded;
      if (outcome.ok) {
        acknowledged.push(name);
        return;
      }
      expect(outcome.error.code).toMatch(/^storage\./);
    }
  };
  await record('a');
  await Promise.all([record('b'), record('c'), record('d')]);
  await record('e');
  return journal;
};

const freshFiles = async () => {
  const files = createFaultFileLayer();
  files.makeFolder('/library');
  await files.flushFolder('/');
  return files;
};

const callsOf = async () => {
  const files = await freshFiles();
  const before = files.callCount();
  await work(files, []);
  return { first: before, last: files.callCount() };
};

const readBack = (files: FaultFileLayer) => openJournal(memoryBench(files), 'reader').read();

describe('a journal on a failing disk', () => {
  const faults: readonly Fault[] = [
    ...['ENOSPC', 'EIO', 'EROFS', 'EDQUOT', 'EACCES'].map((code) => ({ code })),
    { short: 0 },
    { short: 7 },
  ];

  it('[JR23] one fault at any call: nothing acknowledged is missing, and the journal goes on', async () => {
    const { first, last } = await callsOf();
    for (const fault of faults)
      for (let failing = first; failing < last; failing += 1) {
        const files = await freshFiles();
        files.onCall = (_, index) => (index === failing ? fault : undefined);
        const acknowledged: string[] = [];
        await work(files, acknowledged);
        files.onCall = null;
        const { commits } = readBack(files);
        expect(new Set(namesOf(commits)), `${JSON.stringify(fault)} at call ${failing}`).toEqual(new Set(names));
        expect([...acknowledged].sort()).toEqual(names);
      }
  });

  it('[JR24] a disk that fails for good refuses everything from then on and keeps what was acknowledged', async () => {
    const { first, last } = await callsOf();
    for (const fault of faults)
      for (let failing = first; failing < last; failing += 1) {
        const files = await freshFiles();
        files.onCall = (_, index) => (index >= failing ? fault : undefined);
        const acknowledged: string[] = [];
        await work(files, acknowledged);
        files.onCall = null;
        const crashed = files.crash({ bytes: 'lost', names: 'lost' });
        const kept = namesOf(readBack(crashed).commits);
        expect(kept, `${JSON.stringify(fault)} from call ${failing}`).toEqual(expect.arrayContaining(acknowledged));
      }
  });

  it('[JR25] a power cut at any call, whatever it leaves of unflushed bytes and names, keeps all acknowledged', async () => {
    const files = await freshFiles();
    const acknowledged: string[] = [];
    let states = 0;
    files.onCall = (call, index) => {
      for (const mode of crashModes) {
        const { commits, problems } = readBack(files.crash(mode));
        const where = `${JSON.stringify(mode)} before call ${index} (${call})`;
        expect(namesOf(commits), where).toEqual(names.slice(0, commits.length));
        expect(commits.length, where).toBeGreaterThanOrEqual(acknowledged.length);
        expect(
          problems.every(({ kind }) => kind === 'torn-tail' || kind === 'empty'),
          where,
        ).toBe(true);
        states += 1;
      }
      return undefined;
    };
    await work(files, acknowledged);
    expect(acknowledged).toEqual(names);
    expect(states).toBeGreaterThan(crashModes.length * 10);
  });

  it('[JR26] when a flush fails, everything that shared it and everything behind it is refused', async () => {
    const bench = memoryBench();
    const journal = openJournal(bench);
    await journal.append(aDraft('a')).recorded;
    const release = holdFlushes(bench.files);
    let failed = false;
    bench.files.onCall = (call) => {
      if (call !== 'flush' || failed) return undefined;
      failed = true;
      return { code: 'EIO' };
    };
    const waiting = ['b', 'c', 'd'].map((name) => journal.append(aDraft(name)).recorded);
    release();
    const outcomes = await Promise.all(waiting);
    expect(outcomes).toMatchObject(Array(3).fill({ ok: false, error: { code: 'storage.error' } }));
    expect(journal.read().problems).toMatchObject([{ kind: 'in-doubt', file: 'run-1.jsonl', line: 3 }]);
    expect(await journal.append(aDraft('b')).recorded).toEqual({ ok: true, value: null });
    expect(bench.files.list(bench.folder)).toEqual(['run-1.jsonl', 'run-2.jsonl']);
  });

  it('[JR27] commits that wait for one flush are one write and one flush', async () => {
    const bench = memoryBench();
    const journal = openJournal(bench);
    await journal.append(aDraft('a')).recorded;
    const calls: string[] = [];
    bench.files.onCall = (call) => {
      if (call === 'write' || call === 'flush') calls.push(call);
      return undefined;
    };
    await Promise.all(['b', 'c', 'd', 'e'].map((name) => journal.append(aDraft(name)).recorded));
    expect(calls).toEqual(['write', 'flush', 'write', 'flush']);
  });

  it('[JR28] nothing is acknowledged while the flush is under way', async () => {
    const bench = memoryBench();
    const journal = openJournal(bench);
    const release = holdFlushes(bench.files);
    let isAcknowledged = false;
    const recorded = journal.append(aDraft('a')).recorded.then(() => {
      isAcknowledged = true;
    });
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(isAcknowledged).toBe(false);
    release();
    await recorded;
    expect(isAcknowledged).toBe(true);
  });

  it('[JR29] retries on a full disk leave no files behind', async () => {
    const bench = memoryBench();
    const journal = openJournal(bench);
    bench.files.onCall = (call) => (call === 'write' ? { code: 'ENOSPC' } : undefined);
    for (let attempt = 0; attempt < 20; attempt += 1)
      expect(await journal.append(aDraft('a')).recorded).toMatchObject({ ok: false, error: { code: 'storage.full' } });
    expect(bench.files.list(bench.folder)).toEqual([]);
    bench.files.onCall = null;
    expect(await journal.append(aDraft('a')).recorded).toEqual({ ok: true, value: null });
  });

  it('[JR30] a library that vanished is not made anew where it was', async () => {
    const bench = memoryBench();
    const journal = openJournal({ ...bench, base: '/media/stick' });
    expect(await journal.append(aDraft('a')).recorded).toMatchObject({ ok: false, error: { code: 'storage.gone' } });
    expect(bench.files.stat('/media')).toBeNull();
  });

  it('[JR39] a file taken away while its flush is under way acknowledges nothing', async () => {
    const bench = memoryBench();
    const journal = openJournal(bench);
    await journal.append(aDraft('a')).recorded;
    const release = holdFlushes(bench.files);
    const recorded = journal.append(aDraft('b')).recorded;
    bench.files.remove(join(bench.folder, 'run-1.jsonl'));
    release();
    expect(await recorded).toMatchObject({ ok: false, error: { code: 'storage.gone' } });
  });

  it('[OP10] a file replaced during its flush by a copy that holds the lines goes on in that copy, each line once', async () => {
    const files = await freshFiles();
    const bench = memoryBench(files);
    const journal = openJournal(bench);
    await journal.append(aDraft('a')).recorded;
    const path = `${bench.folder}/run-1.jsonl`;
    const replace = (bytes: Uint8Array) => {
      files.createFile(`${path}.new`).write(bytes);
      files.rename(`${path}.new`, path);
    };
    const during = async (name: string, act: () => void) => {
      const release = holdFlushes(files);
      const { recorded } = journal.append(aDraft(name));
      act();
      release();
      return recorded;
    };
    expect(await during('b', () => replace(files.readFile(path)))).toEqual({ ok: true, value: null });
    expect(await journal.append(aDraft('c')).recorded).toEqual({ ok: true, value: null });
    const older = files.readFile(path);
    expect(await during('d', () => replace(older))).toEqual({ ok: true, value: null });
    expect(namesOf(openJournal(bench, 'other').read().commits)).toEqual(['a', 'b', 'c', 'd']);
    expect(files.list(bench.folder)).toEqual(['run-1.jsonl']);
    const oldest = older.subarray(0, older.lastIndexOf(10, -2) + 1);
    expect(await during('e', () => replace(oldest))).toMatchObject({ ok: false, error: { code: 'storage.gone' } });
  });

  it('[JR40] a run whose quiet file was blanked by another goes on in it', async () => {
    const bench = memoryBench();
    const [one, two] = [openJournal(bench, 'one'), openJournal(bench, 'two')];
    await one.append(aDraft('a')).recorded;
    await two.append(aDraft('b')).recorded;
    expect(await two.blank(new Set([aNote('a').id]))).toMatchObject({ failure: null });
    expect(await one.append(aDraft('c')).recorded).toEqual({ ok: true, value: null });
    expect(bench.files.list(bench.folder)).toEqual(['one-1.jsonl', 'two-1.jsonl']);
    const { commits, problems } = readBack(bench.files);
    expect([namesOf(commits), problems]).toEqual([['a', 'c', 'b'], []]);
  });

  it('[JR41] a file that was replaced by a longer one is read from its start', async () => {
    const bench = memoryBench();
    const [one, two] = [openJournal(bench, 'one'), openJournal(bench, 'two')];
    await one.append(aDraft('a')).recorded;
    expect(namesOf(two.read().commits)).toEqual(['a']);
    await two.blank(new Set([aNote('a').id]));
    await one.append(aDraft('c')).recorded;
    const { commits, problems } = two.read();
    expect(commits.map(({ blanked }) => blanked)).toEqual([[aNote('a').id], undefined]);
    expect(problems).toEqual([]);
  });

  it('[JR31] a torn tail stays in its file; nobody appends to it or cuts it off', async () => {
    const bench = memoryBench();
    const one = openJournal(bench, 'one');
    await one.append(aDraft('a')).recorded;
    bench.files.onCall = (call) => (call === 'write' ? { short: 11 } : undefined);
    expect((await one.append(aDraft('b')).recorded).ok).toBe(false);
    bench.files.onCall = null;
    const size = bench.files.stat(join(bench.folder, 'one-1.jsonl'))?.size;
    expect((await one.append(aDraft('b')).recorded).ok).toBe(true);
    expect((await openJournal(bench, 'two').append(aDraft('c')).recorded).ok).toBe(true);
    expect(bench.files.stat(join(bench.folder, 'one-1.jsonl'))?.size).toBe(size);
    const { commits, problems } = readBack(bench.files);
    expect(namesOf(commits)).toEqual(['a', 'b', 'c']);
    expect(problems).toMatchObject([{ kind: 'torn-tail', file: 'one-1.jsonl', text: '{"commit":{' }]);
  });

  it('[JR46] lines of another run that vanish while it is open are told, until they are back', async () => {
    const bench = memoryBench();
    for (const name of ['one', 'two', 'three']) await openJournal(bench, name).append(aDraft(name)).recorded;
    const reading = openJournal(bench, 'reading');
    expect(reading.read().problems).toEqual([]);
    const lost = () =>
      reading
        .read()
        .problems.filter(({ kind }) => kind === 'lost-lines')
        .map(({ file, message }) => [file, message]);
    bench.files.onCall = (call) => (call === 'list' ? { code: 'EIO' } : undefined);
    expect(lost()).toEqual([]);
    bench.files.onCall = null;
    bench.files.rename(join(bench.folder, 'one-1.jsonl'), '/library/one');
    expect(lost()).toEqual([['one-1.jsonl', expect.stringContaining('gone from this file')]]);
    bench.files.rename(join(bench.folder, 'two-1.jsonl'), '/library/two');
    expect(lost()).toEqual([['', expect.stringContaining('gone from 2 files of this incident')]]);
    for (const name of ['one', 'two']) bench.files.rename(`/library/${name}`, join(bench.folder, `${name}-1.jsonl`));
    expect(reading.read()).toMatchObject({ problems: [] });
    const [whole, shorter] = [aJournalFile('four', [aDraft('p'), aDraft('q')]), aJournalFile('four', [aDraft('p')])];
    const put = (bytes: Uint8Array) => bench.files.createFile(join(bench.folder, 'four.jsonl')).write(bytes);
    for (const [{ bytes }, files] of [
      [whole, []],
      [shorter, ['four.jsonl']],
      [whole, []],
    ] as const) {
      if (bench.files.stat(join(bench.folder, 'four.jsonl'))) bench.files.remove(join(bench.folder, 'four.jsonl'));
      put(bytes);
      expect(lost().map(([file]) => file)).toEqual(files);
    }
  });
});
