import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { createFaultFileLayer, holdFlushes } from '../../support/fault-file-layer.ts';
import { declare, incidentA, note, notesOf, openNotesLibrary } from '../../support/memory-library.ts';

const elsewhere = '/data/elsewhere';

describe('carrying the record into another folder', () => {
  it('[LB60] takes what every run has recorded along, when the folder is gone, with its playbook', async () => {
    const files = createFaultFileLayer();
    const other = await openNotesLibrary(files);
    await declare(other);
    await note(other, 'by another run');
    let now = '2026-03-03T00:00:00.000Z';
    const clock = { now: () => now as Instant, monoMs: () => 7, boot: 'boot' };
    const library = await openNotesLibrary(files, { clock });
    expect((await library.savePlaybook({ org: 'changed' })).ok).toBe(true);
    await note(library, 'by this run');
    files.rename('/data/library', '/data/pulled-out');
    now = '2026-03-05T00:00:00.000Z';
    expect((await note(library, 'refused')).ok).toBe(false);
    expect(await library.carryTo(elsewhere)).toEqual({ ok: true, value: null });
    expect(files.list(`${elsewhere}/incidents`)).toEqual([`2026-03-02-${incidentA}`]);

    const next = await openNotesLibrary(files, { folder: elsewhere });
    expect(notesOf(next)).toEqual(['by another run', 'by this run']);
    expect(next.playbook().playbook).toEqual({ org: 'changed' });
    const opened = next.open(incidentA);
    expect(opened.ok && opened.value.playbook).toEqual({ org: 'ACME' });
    expect(opened.ok && opened.value.problems).toEqual([]);
    expect(await note(next, 'goes on')).toMatchObject({ ok: true });
  });

  it('[LB61] takes nothing more here afterwards, and everything as before when it failed', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    const failed = await library.carryTo('/nowhere/at/all');
    expect(failed).toMatchObject({ ok: false, error: { message: expect.stringContaining('/nowhere/at/all') } });
    expect(await note(library, 'still here')).toMatchObject({ ok: true });
    await library.carryTo(elsewhere);
    expect(await note(library, 'too late')).toMatchObject({ ok: false });
    const next = await openNotesLibrary(files, { folder: elsewhere });
    expect(notesOf(next)).toEqual(['still here']);
  });

  it('[LB62] waits for what is on its way to the disk', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    const release = holdFlushes(files);
    const noting = note(library, 'being written');
    const carrying = library.carryTo(elsewhere);
    release();
    expect(await noting).toMatchObject({ ok: true });
    expect(await carrying).toMatchObject({ ok: true });
    const next = await openNotesLibrary(files, { folder: elsewhere });
    expect(notesOf(next)).toEqual(['being written']);
  });

  it('[LB63] a fault at any call is answered, and what is in the other folder is whole', async () => {
    for (let at = 0; ; at += 1) {
      const files = createFaultFileLayer();
      const library = await openNotesLibrary(files);
      await declare(library);
      await note(library, 'one');
      const from = files.callCount();
      files.onCall = (_, index) => (index === from + at ? { code: 'EIO' } : undefined);
      const outcome = await library.carryTo(elsewhere);
      const wasReached = files.callCount() > from + at;
      files.onCall = null;
      if (!outcome.ok) expect(await library.carryTo(elsewhere)).toMatchObject({ ok: true });
      const next = await openNotesLibrary(files, { folder: elsewhere });
      expect(notesOf(next)).toEqual(['one']);
      expect(next.verify(incidentA)).toMatchObject({ ok: true, value: { problems: [] } });
      if (!wasReached) break;
    }
  });
});
