import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSums } from '../../../electron/library/content-sums.ts';
import { createJournalReader } from '../../../electron/library/journal-reader.ts';
import { type JournalsHere, takeInJournals } from '../../../electron/library/take-in-journals.ts';
import { orderCommits } from '../../../shared/record/causal-order.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { type JournalHeader, sealHeader } from '../../../shared/record/line.ts';
import { crashModes, createFaultFileLayer, type FaultFileLayer } from '../../support/fault-file-layer.ts';
import {
  aDraft,
  aJournalFile,
  aNote,
  anIncident,
  aRedaction,
  namesOf,
  start,
  writerId,
} from '../../support/journal-builders.ts';

const folder = '/journal';
const quiet = 1_000_000;

const withFiles = async (given: Record<string, Uint8Array>) => {
  const files = createFaultFileLayer();
  files.makeFolder(folder);
  await files.flushFolder('/');
  for (const [name, bytes] of Object.entries(given)) await put(files, name, bytes);
  await files.flushFolder(folder);
  return files;
};
const put = async (files: FaultFileLayer, name: string, bytes: Uint8Array) => {
  const file = files.createFile(join(folder, name));
  file.write(bytes);
  await file.flush();
};

const takeIn = (files: FaultFileLayer, given: Record<string, Uint8Array>, here: Partial<JournalsHere> = {}) => {
  let tokens = 0;
  const newToken = () => {
    tokens += 1;
    return `token-${files.callCount()}-${tokens}`;
  };
  return takeInJournals(
    { files, newToken, nowMs: () => quiet },
    { incident: anIncident, folder, isOwn: () => false, whenBusy: 'beside', mayBeNewer: false, ...here },
    Object.entries(given).map(([name, bytes]) => ({ name, bytes })),
  );
};

const read = (files: FaultFileLayer) =>
  createJournalReader({ files, folder: () => folder, incident: anIncident, sums: contentSums }).read(new Set());
const recordOf = (files: FaultFileLayer) => {
  const { commits, problems } = read(files);
  return { names: namesOf(orderCommits(commits).commits()), problems: problems.map(({ kind }) => kind) };
};
const textsOf = (files: FaultFileLayer) =>
  files
    .list(folder)
    .map((name) => Buffer.from(files.readFile(join(folder, name))).toString())
    .join('\n');
const writesOf = async (files: FaultFileLayer, work: () => Promise<unknown>) => {
  const calls: string[] = [];
  files.onCall = (call) => {
    if (call === 'createFile' || call === 'rename' || call === 'write' || call === 'remove') calls.push(call);
    return undefined;
  };
  await work();
  files.onCall = null;
  return calls;
};

const journal = (writer: string, ...names: string[]) => {
  const drafts = names.map((name) => aDraft(name));
  return aJournalFile(writer, drafts).bytes;
};
const redaction = (event: string) => aDraft(`redact-${event}`, { events: [aRedaction(event)] });

describe('journals from elsewhere', () => {
  it('[BU1] a journal that is not here comes in as it is, and is on the disk', async () => {
    const files = await withFiles({ 'one.jsonl': journal('one', 'a') });
    const taken = await takeIn(files, { 'two.jsonl': journal('two', 'b', 'c') });
    expect(taken).toEqual({ commits: 2, left: [], later: [] });
    const after = files.crash({ bytes: 'lost', names: 'lost' });
    expect(recordOf(after)).toEqual({ names: ['a', 'b', 'c'], problems: [] });
    expect(after.readFile('/journal/two.jsonl')).toEqual(journal('two', 'b', 'c'));
  });

  it('[BU2] what says nothing new is not written: the same, a beginning, a torn or damaged copy', async () => {
    const whole = journal('one', 'a', 'b', 'c');
    const files = await withFiles({ 'one.jsonl': whole });
    const damaged = Buffer.from(whole);
    damaged[whole.indexOf('note b')] = 0x4e;
    for (const given of [whole, journal('one', 'a'), whole.subarray(0, whole.length - 30), damaged])
      expect(await writesOf(files, () => takeIn(files, { 'one.jsonl': given }))).toEqual([]);
    expect(await writesOf(files, () => takeIn(files, { 'copy of one.jsonl': whole }))).toEqual([]);
  });

  it('[BU3] a journal that goes on longer takes the place of its beginning, also of one with a torn end', async () => {
    const longer = journal('one', 'a', 'b', 'c');
    for (const here of [journal('one', 'a'), longer.subarray(0, longer.length - 30)]) {
      const files = await withFiles({ 'one.jsonl': here });
      await takeIn(files, { 'one.jsonl': longer });
      expect(files.list(folder)).toEqual(['one.jsonl']);
      expect(recordOf(files)).toEqual({ names: ['a', 'b', 'c'], problems: [] });
    }
  });

  it('[BU4] the file of a run that goes on or seems alive is never replaced: the longer one comes in beside it, or later', async () => {
    const longer = journal('one', 'a', 'b');
    const alive = await withFiles({ 'one.jsonl': journal('one', 'a') });
    const before = alive.stat('/journal/one.jsonl');
    expect(await takeIn(alive, { 'one.jsonl': longer }, { isOwn: () => true })).toMatchObject({ commits: 1 });
    expect(alive.stat('/journal/one.jsonl')).toEqual(before);
    expect(alive.list(folder)).toHaveLength(2);
    expect(recordOf(alive)).toEqual({ names: ['a', 'b'], problems: [] });

    const touched = createFaultFileLayer();
    touched.nowMs = quiet - 9_000;
    touched.makeFolder(folder);
    await put(touched, 'one.jsonl', journal('one', 'a'));
    const outcome = await takeIn(touched, { 'one.jsonl': longer }, { whenBusy: 'later' });
    expect(outcome).toMatchObject({ commits: 0, later: ['one.jsonl'] });
    expect(touched.list(folder)).toEqual(['one.jsonl']);
  });

  it('[BU5] a writer that appends while its file is about to be replaced keeps what it appended', async () => {
    const files = await withFiles({ 'one.jsonl': journal('one', 'a') });
    const more = journal('one', 'a', 'x').subarray(journal('one', 'a').length);
    let isAppended = false;
    files.onCall = (call, _, path) => {
      if (call === 'flush' && path.endsWith('.tmp') && !isAppended) {
        isAppended = true;
        files.openFile('/journal/one.jsonl').write(more);
      }
      return undefined;
    };
    await takeIn(files, { 'one.jsonl': journal('one', 'a', 'b') });
    files.onCall = null;
    expect([...recordOf(files).names].sort()).toEqual(['a', 'b', 'x']);
  });

  it('[BU6] two that went on differently are both kept, whichever came first, and coming again adds nothing', async () => {
    const [mine, theirs] = [journal('one', 'a', 'b'), journal('one', 'a', 'c')];
    const here = await withFiles({ 'one.jsonl': mine });
    const there = await withFiles({ 'one.jsonl': theirs });
    expect(await takeIn(here, { 'one.jsonl': theirs })).toMatchObject({ commits: 1 });
    const carried = Object.fromEntries(here.list(folder).map((name) => [name, here.readFile(join(folder, name))]));
    expect(await takeIn(there, carried)).toMatchObject({ commits: 1 });
    expect(recordOf(here)).toEqual(recordOf(there));
    expect([...recordOf(here).names].sort()).toEqual(['a', 'b', 'c']);
    expect(here.readFile('/journal/one.jsonl')).toEqual(mine);
    expect(await writesOf(here, () => takeIn(here, { ...carried, 'one.jsonl': theirs }))).toEqual([]);
  });

  it('[BU7] what was kept beside is no problem to report; only the fork is', async () => {
    const files = await withFiles({ 'one.jsonl': journal('one', 'a', 'b') });
    await takeIn(files, { 'one.jsonl': journal('one', 'a', 'c') });
    expect(read(files).problems).toEqual([]);
    expect(orderCommits(read(files).commits).problems()).toEqual([
      { kind: 'forked', commit: { writer: 'one', seq: 2 } },
    ]);
  });

  it('[BU8] a text that a redaction here names is in no byte that is written', async () => {
    const secret = aJournalFile('one', [aDraft('a', { events: [aNote('a', 'SECRET')] })]).bytes;
    const files = await withFiles({ 'two.jsonl': aJournalFile('two', [redaction('event-a')]).bytes });
    const seen: string[] = [];
    files.onCall = () => {
      seen.push(textsOf(files.crash({ bytes: 'kept', names: 'kept' })));
      return undefined;
    };
    await takeIn(files, { 'one.jsonl': secret });
    files.onCall = null;
    expect(seen.length).toBeGreaterThan(5);
    expect([...seen, textsOf(files)].filter((texts) => texts.includes('SECRET'))).toEqual([]);
    expect(recordOf(files)).toEqual({ names: ['a', 'redact-event-a'], problems: [] });
    expect(await writesOf(files, () => takeIn(files, { 'one.jsonl': secret }))).toEqual([]);
  });

  it('[BU9] a redaction that comes in takes its text out of the files that were here', async () => {
    const secret = aJournalFile('one', [aDraft('a', { events: [aNote('a', 'SECRET')] })]).bytes;
    const files = await withFiles({ 'one.jsonl': secret });
    await takeIn(files, { 'two.jsonl': aJournalFile('two', [redaction('event-a')]).bytes, 'one.jsonl': secret });
    expect(textsOf(files)).not.toContain('SECRET');
    expect(recordOf(files).names).toEqual(['a', 'redact-event-a']);
  });

  it('[BU10] after a power cut at any call every record from before is there, and repeating brings the same end', async () => {
    const given = {
      'one.jsonl': journal('one', 'a', 'b'),
      'two.jsonl': journal('two', 'c', 'e'),
      'three.jsonl': aJournalFile('three', [redaction('event-d')]).bytes,
    };
    const atFirst = {
      'one.jsonl': journal('one', 'a'),
      'two.jsonl': journal('two', 'c', 'd'),
    };
    const expected = await withFiles(atFirst);
    await takeIn(expected, given);
    const crashed: FaultFileLayer[] = [];
    const files = await withFiles(atFirst);
    files.onCall = () => {
      for (const mode of crashModes) crashed.push(files.crash(mode));
      return undefined;
    };
    await takeIn(files, given);
    files.onCall = null;
    expect(crashed.length).toBeGreaterThan(100);
    for (const after of crashed) {
      expect(recordOf(after).names).toEqual(expect.arrayContaining(['a', 'c', 'd']));
      expect(recordOf(after).problems).toEqual([]);
      await takeIn(after, given);
      expect(recordOf(after)).toEqual(recordOf(expected));
      expect(textsOf(after)).not.toContain('note d');
    }
  });

  it('[BU11] what is no journal of this incident, or of a newer version, stays outside with the reason', async () => {
    const files = await withFiles({});
    const header = { format: 'holdfast-journal', incident: anIncident, writer: writerId('newer'), createdAt: start };
    const newer = Buffer.from(sealHeader({ ...header, v: 9 } as JournalHeader, contentSums).line);
    const given = { 'notes.jsonl': Buffer.from('shopping\nlist\n'), 'newer.jsonl': newer };
    const { commits, left } = await takeIn(files, given);
    expect({ commits, left }).toEqual({
      commits: 0,
      left: [
        { name: 'notes.jsonl', why: expect.stringContaining('no journal of Holdfast') },
        { name: 'newer.jsonl', why: expect.stringContaining('update Holdfast') },
      ],
    });
    const other = '01JD0000000000000000000001' as IncidentId;
    expect(await takeIn(files, { 'one.jsonl': journal('one', 'a') }, { incident: other })).toMatchObject({
      commits: 0,
      left: [{ name: 'one.jsonl', why: expect.stringContaining('belongs to') }],
    });
    expect(files.list(folder)).toEqual([]);
    await takeIn(files, given, { mayBeNewer: true });
    expect(files.list(folder)).toEqual(['newer.jsonl']);
  });

  it('[BU12] where a file here cannot be read any more its copy comes in beside it', async () => {
    const files = await withFiles({ 'one.jsonl': journal('one', 'a') });
    files.onCall = (call, _, path) =>
      call === 'readFile' && path === '/journal/one.jsonl' ? { code: 'EIO' } : undefined;
    expect(await takeIn(files, { 'one.jsonl': journal('one', 'a') })).toMatchObject({ commits: 1 });
    expect(read(files)).toMatchObject({ commits: [{}], problems: [{ kind: 'unreadable', file: 'one.jsonl' }] });
  });

  it('[BU13] a journal that another program renamed gets the name of its writer', async () => {
    const files = await withFiles({});
    await takeIn(files, { 'one (conflict 2).jsonl': journal('one', 'a') });
    expect(files.list(folder)).toEqual(['one.jsonl']);
    expect(recordOf(files)).toEqual({ names: ['a'], problems: [] });
  });
});
