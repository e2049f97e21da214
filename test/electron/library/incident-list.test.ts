import { describe, expect, it } from 'vitest';
import type { LibraryEvent } from '../../../electron/library/library.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { eventually } from '../../support/eventually.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';
import { start } from '../../support/journal-builders.ts';
import { aRequest, declare, incidentA, notesOf, openNotesLibrary } from '../../support/memory-library.ts';

const ids = Array.from({ length: 30 }, (_, index) => `01JD00000000000000000000${10 + index}` as IncidentId);

const filledLibrary = async () => {
  const files = createFaultFileLayer();
  const library = await openNotesLibrary(files);
  for (const id of ids) await declare(library, id);
  await library.close();
  return files;
};

/** Time that passes with every look at the clock. */
const passing = () => {
  let nowMs = 0;
  const monoMs = () => {
    nowMs += 40;
    return nowMs;
  };
  return { now: () => start, monoMs, boot: 'boot' };
};

describe('the list of incidents', () => {
  it('[OP11] without an index it is read between whatever else is asked, and says how far it is', async () => {
    const files = await filledLibrary();
    const library = await openNotesLibrary(files, { clock: passing() });
    const heard: LibraryEvent[] = [];
    library.subscribe((event) => heard.push(event));
    let isListed = false;
    const listing = library.list().then((list) => {
      isListed = true;
      return list;
    });
    const [first = ids[0]] = ids;
    expect(await library.execute(aRequest('n', { type: 'Note', text: 'meanwhile' }, first))).toMatchObject({
      ok: true,
    });
    expect(isListed).toBe(false);
    expect(await listing).toHaveLength(ids.length);
    expect(notesOf(library, first)).toEqual(['meanwhile']);
    const told = heard.flatMap((event) => (event.kind === 'listing' ? [event.progress] : []));
    expect(told.length).toBeGreaterThan(3);
    expect(told.length).toBeLessThan(ids.length);
    expect(told.every(({ of }) => of === ids.length)).toBe(true);
    expect(told.map(({ done }) => done)).toEqual([...told.map(({ done }) => done)].sort((a, b) => a - b));
  });

  it('[OP14] with an index its journals are asked between whatever else is asked, and it says how far it is', async () => {
    const files = await filledLibrary();
    await (await openNotesLibrary(files)).list();
    const library = await openNotesLibrary(files, { clock: passing() });
    const calls: string[] = [];
    files.onCall = (call, _, path) => {
      if (call === 'list' && path.endsWith('/journal')) calls.push('journal');
      return undefined;
    };
    const told: number[] = [];
    library.subscribe((event) => event.kind === 'listing' && told.push(event.progress.done));
    const turns = (async () => {
      for (let turn = 0; turn < 5; turn += 1) {
        await new Promise(setImmediate);
        calls.push('something else');
      }
    })();
    expect(await library.list()).toHaveLength(ids.length);
    await turns;
    expect(calls.filter((call) => call === 'journal')).toHaveLength(ids.length);
    expect(calls.lastIndexOf('something else')).toBeLessThan(12);
    expect(told.length).toBeGreaterThan(3);
    expect(told.length).toBeLessThan(ids.length);
  });

  it('[OP15] what is asked while a list is being made is one list, begun after the last asking', async () => {
    const files = await filledLibrary();
    const [first = incidentA] = ids;
    let begun = 0;
    let isPast = false;
    files.onCall = (call, _, path) => {
      if (call === 'list' && path.endsWith('/incidents')) begun += 1;
      isPast ||= call === 'readFile' && path.endsWith('.jsonl') && !path.includes(first);
      return undefined;
    };
    const library = await openNotesLibrary(files);
    const before = library.list();
    await eventually(() => expect(isPast).toBe(true));
    await library.execute(aRequest('n', { type: 'Note', text: 'meanwhile' }, first));
    const others = [library.list(), library.list(), library.list()];
    begun = 0;
    expect((await before)[0]).toEqual({ notes: [] });
    for (const list of await Promise.all(others)) expect(list[0]).toEqual({ notes: ['meanwhile'] });
    expect(begun).toBe(1);
  });

  it('[OP12] lists that are asked for at the same time read each journal once', async () => {
    const files = await filledLibrary();
    const library = await openNotesLibrary(files);
    let reads = 0;
    files.onCall = (call, _, path) => {
      if (call === 'readFile' && path.endsWith('.jsonl')) reads += 1;
      return undefined;
    };
    const [one, two] = await Promise.all([library.list(), library.list()]);
    expect(one).toEqual(two);
    expect(reads).toBe(ids.length);
  });
});
