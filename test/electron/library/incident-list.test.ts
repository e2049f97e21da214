import { describe, expect, it } from 'vitest';
import type { LibraryEvent } from '../../../electron/library/library.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';
import { start } from '../../support/journal-builders.ts';
import { aRequest, declare, notesOf, openNotesLibrary } from '../../support/memory-library.ts';

const ids = Array.from({ length: 30 }, (_, index) => `01JD00000000000000000000${10 + index}` as IncidentId);

const filledLibrary = async () => {
  const files = createFaultFileLayer();
  const library = await openNotesLibrary(files);
  for (const id of ids) await declare(library, id);
  await library.close();
  return files;
};

describe('the list of incidents', () => {
  it('[OP11] without an index it is read between whatever else is asked, and says how far it is', async () => {
    const files = await filledLibrary();
    let nowMs = 0;
    const monoMs = () => {
      nowMs += 40;
      return nowMs;
    };
    const library = await openNotesLibrary(files, { clock: { now: () => start, monoMs, boot: 'boot' } });
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
