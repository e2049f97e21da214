import { describe, expect, it } from 'vitest';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { createFaultFileLayer, type FaultFileLayer } from '../../support/fault-file-layer.ts';
import { declare, incidentA, note, notesRules, openNotesLibrary } from '../../support/memory-library.ts';

const home = `/data/library/incidents/2026-03-02-${incidentA}`;
const withIncident = async (): Promise<FaultFileLayer> => {
  const files = createFaultFileLayer();
  const library = await openNotesLibrary(files);
  await declare(library);
  await note(library, 'a');
  return files;
};
const journalOf = (files: FaultFileLayer) => `${home}/journal/${files.list(`${home}/journal`)[0]}`;
const rewrite = (files: FaultFileLayer, change: (text: string) => string): void => {
  const path = journalOf(files);
  const text = Buffer.from(files.readFile(path)).toString();
  files.remove(path);
  files.createFile(path).write(Buffer.from(change(text)));
};

describe('an incident that no list can show', () => {
  it.each([
    ['its declaration is damaged', (text: string) => text.replace('"Declared"', '"Declered"')],
    ['its file is of another kind', () => '\u0000\u0001 not a journal'],
    ['its declaration is missing', (text: string) => text.split('\n').toSpliced(1, 1).join('\n')],
  ])('[AF5] is named with the reason when %s', async (_, damage) => {
    const files = await withIncident();
    rewrite(files, damage);
    const library = await openNotesLibrary(files);
    const told: (readonly string[])[] = [];
    library.subscribe((event) => event.kind === 'state' && told.push(event.state.notices));
    expect(await library.list()).toEqual([]);
    await library.list();
    expect(told).toHaveLength(1);
    const [notice = ''] = told[0] ?? [];
    expect(notice).toContain(home);
    expect(notice).toContain(`holdfast verify ${incidentA}`);
    expect(library.state().notices).toEqual([notice]);
  });

  it('[AF5] is in the list again, and nothing more is said, once its file can be read', async () => {
    const files = await withIncident();
    files.onCall = (call, _, path) => (call === 'readFile' && path.endsWith('.jsonl') ? { code: 'EIO' } : undefined);
    const library = await openNotesLibrary(files);
    expect(await library.list()).toEqual([]);
    expect(library.state().notices[0]).toMatch(/EIO/);
    files.onCall = null;
    expect(await library.list()).toEqual([{ notes: ['a'] }]);
    expect(library.state().notices).toEqual([]);
  });

  it('[AF5] keeps no other out of the list when its record says what cannot be shown', async () => {
    const files = await withIncident();
    const other = '01JD0000000000000000000001' as IncidentId;
    await declare(await openNotesLibrary(files), other);
    const summarise: typeof notesRules.summarise = (state, playbook) => {
      if (state.notes.length > 0) throw new RangeError('no such moment');
      return notesRules.summarise(state, playbook);
    };
    const library = await openNotesLibrary(files, { rules: { ...notesRules, summarise } });
    expect(await library.list()).toEqual([{ notes: [] }]);
    expect(library.state().notices).toEqual([expect.stringContaining(home)]);
    expect(library.state().notices[0]).toContain('no such moment');
  });

  it('[AF5] keeps no other out of the list when its folder may not be looked into', async () => {
    const files = await withIncident();
    const other = '01JD0000000000000000000001' as IncidentId;
    await declare(await openNotesLibrary(files), other);
    files.onCall = (_, __, path) => (path.startsWith(`${home}/`) ? { code: 'EACCES' } : undefined);
    for (const cacheFolder of ['/cache/one', null]) {
      const library = await openNotesLibrary(files, { cacheFolder });
      expect(await library.list()).toEqual([{ notes: [] }]);
      expect(library.state().notices).toEqual([expect.stringMatching(/EACCES/)]);
    }
  });

  it('[AF5] a run that ended before it recorded anything hides nothing', async () => {
    const files = await withIncident();
    rewrite(files, () => '');
    const library = await openNotesLibrary(files);
    expect(await library.list()).toEqual([]);
    expect(library.state().notices).toEqual([]);
  });
});

it('[AF6] a summary of what could only be read in part is not kept in the index', async () => {
  const files = await withIncident();
  await note(await openNotesLibrary(files), 'b');
  const last = files.list(`${home}/journal`).at(-1) ?? '';
  files.onCall = (call, _, path) => (call === 'readFile' && path.endsWith(last) ? { code: 'EIO' } : undefined);
  expect(await (await openNotesLibrary(files)).list()).toEqual([{ notes: ['a'] }]);
  files.onCall = null;
  expect(await (await openNotesLibrary(files)).list()).toEqual([{ notes: ['a', 'b'] }]);
});
