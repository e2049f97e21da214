import { describe, expect, it } from 'vitest';
import { answerRequest } from '../../../electron/library/answer-request.ts';
import type { HoldfastLibrary } from '../../../electron/library/holdfast-library.ts';
import { eventually } from '../../support/eventually.ts';
import { createFaultFileLayer, type FaultFileLayer } from '../../support/fault-file-layer.ts';
import {
  declare,
  incidentA,
  type NotesLibrary,
  note,
  notesOf,
  openNotesLibrary,
} from '../../support/memory-library.ts';

const afterPowerCut = async (files: FaultFileLayer) =>
  notesOf(await openNotesLibrary(files.crash({ bytes: 'lost', names: 'lost' })));

const isWritten = (files: FaultFileLayer, text: string) =>
  [...files.everyFile()].some(({ bytes }) => Buffer.from(bytes).includes(`"${text}"]`));

/** Another run that writes a note and never comes to flush it: killed, or on a stick that takes its time. */
const writeUnflushed = async (files: FaultFileLayer, other: NotesLibrary, text: string) => {
  files.holdFlushes = new Promise(() => {});
  void note(other, text);
  await eventually(() => expect(isWritten(files, text)).toBe(true));
  files.holdFlushes = null;
};

const twoRuns = async () => {
  const files = createFaultFileLayer();
  const other = await openNotesLibrary(files);
  await declare(other);
  await note(other, 'flushed');
  return { files, other };
};

describe('what another run wrote and did not flush', () => {
  it('[LB68] is on the disk before a window is answered that opens the incident', async () => {
    const { files, other } = await twoRuns();
    await writeUnflushed(files, other, 'unflushed');
    const library = await openNotesLibrary(files);
    const payload = { incident: incidentA };
    const opened = await answerRequest(library as unknown as HoldfastLibrary, { id: 1, channel: 'open', payload });
    expect(opened.ok && opened.value).toContain('unflushed');
    expect(await afterPowerCut(files)).toEqual(['flushed', 'unflushed']);
  });

  it('[LB68] is on the disk before anybody hears of it', async () => {
    const { files, other } = await twoRuns();
    const library = await openNotesLibrary(files);
    library.open(incidentA);
    const disks: FaultFileLayer[] = [];
    library.subscribe((event) => {
      if (event.kind === 'recorded') disks.push(files.crash({ bytes: 'lost', names: 'lost' }));
    });
    await writeUnflushed(files, other, 'unflushed');
    await eventually(() => expect(disks).toHaveLength(1));
    for (const disk of disks) expect(await afterPowerCut(disk)).toEqual(['flushed', 'unflushed']);
  });

  it('[LB68] is on the disk before what builds upon it is written', async () => {
    const { files, other } = await twoRuns();
    await writeUnflushed(files, other, 'unflushed');
    const library = await openNotesLibrary(files);
    const disks: FaultFileLayer[] = [];
    files.onCall = (call, _, path) => {
      if (call === 'write' && path.endsWith('.jsonl')) disks.push(files.crash({ bytes: 'lost', names: 'lost' }));
      return undefined;
    };
    expect((await note(library, 'next')).ok).toBe(true);
    expect(disks).toHaveLength(1);
    for (const disk of disks) expect(await afterPowerCut(disk)).toEqual(['flushed', 'unflushed']);
  });

  it('[LB68] is shown all the same where the disk does not confirm it, and that is told; recording goes on', async () => {
    const { files, other } = await twoRuns();
    await writeUnflushed(files, other, 'unflushed');
    const library = await openNotesLibrary(files);
    files.onCall = (call) => (call === 'flushFile' ? { code: 'EIO' } : undefined);
    library.open(incidentA);
    await library.confirmed(incidentA);
    const opened = library.open(incidentA);
    expect(opened.ok && opened.value.problems).toMatchObject([
      { kind: 'in-doubt', message: expect.stringContaining('did not confirm what another run wrote') },
    ]);
    expect(notesOf(library)).toEqual(['flushed', 'unflushed']);
    expect((await note(library, 'next')).ok).toBe(true);
  });

  it('[LB68] a file that is gone is told once, as lines that are gone', async () => {
    const { files, other } = await twoRuns();
    await writeUnflushed(files, other, 'unflushed');
    const library = await openNotesLibrary(files);
    library.open(incidentA);
    files.rename('/data/library', '/data/pulled');
    await library.confirmed(incidentA);
    const opened = library.open(incidentA);
    expect(opened.ok && opened.value.problems.map(({ kind }) => kind)).toEqual(['lost-lines']);
  });
});
