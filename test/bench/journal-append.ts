import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { contentSums } from '../../electron/library/content-sums.ts';
import { createFileJournal } from '../../electron/library/file-journal.ts';
import type { FileLayer } from '../../electron/library/file-layer.ts';
import type { Journal } from '../../electron/library/journal.ts';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { aDraft, aNote, anIncident, openJournal, pathsOf, start, writerId } from '../support/journal-builders.ts';
import { type Figure, interleaved, ms, ratioOf } from './measure.ts';

export const aText = 'Checkout error rate back under 2 % since 14:05, Zoë watches the graph for ten minutes.';
const draft = (index: number) => aDraft(String(index), { events: [aNote(String(index), aText)] });

/** What a recorded commit costs at the journal's port beside a raw append and flush of the same bytes. */
export const measureAppend = async (folder: string): Promise<readonly Figure[]> => [
  ...(await appends(folder, 10)),
  ...(await appends(folder, 10_000)),
  ...(await appends(folder, 100_000)),
  ...(await grouped(folder)),
];

const appends = async (folder: string, already: number): Promise<readonly Figure[]> => {
  const home = fs.mkdtempSync(join(folder, 'append-'));
  const journal = openJournal({ files: createNodeFileLayer(), base: home, folder: join(home, 'incident', 'journal') });
  await fill(journal, already);
  const raw = fs.openSync(join(home, 'raw'), 'a');
  const size = fs.statSync(join(home, 'incident', 'journal', 'run-1.jsonl')).size;
  const bytes = Buffer.alloc(Math.round(size / (already + 1)), 97);
  fs.writeSync(raw, Buffer.alloc(size, 97));
  let next = already;
  const [ours = 0, inPlace = 0, inBackground = 0, flush = 0] = await interleaved(400, [
    () => {
      next += 1;
      return journal.append(draft(next)).recorded;
    },
    () => {
      fs.writeSync(raw, bytes);
      fs.fdatasyncSync(raw);
    },
    () => {
      fs.writeSync(raw, bytes);
      return new Promise((resolve) => fs.fdatasync(raw, resolve));
    },
    () => fs.fdatasyncSync(raw),
  ]);
  await journal.close();
  fs.closeSync(raw);
  const what = `Journal append, ${already.toLocaleString('en')} commits there`;
  return [
    ratioOf(what, [ours, inPlace], 'raw append + `fdatasync`', '1.3'),
    ratioOf('the same, flush off the main thread on both sides', [ours, inBackground], 'raw append + `fdatasync`'),
    { what: 'a flush of nothing new', ours: '', beside: ms(flush) },
  ];
};

const fill = async (journal: Journal, already: number) => {
  for (let index = 0; index < already; index += 500)
    await Promise.all(
      Array.from({ length: Math.min(500, already - index) }, (_, at) => journal.append(draft(index + at)).recorded),
    );
  await journal.append(draft(already)).recorded;
};

/** One writer, and sixteen at once: commits that wait for the same flush share it. */
const grouped = async (folder: string): Promise<readonly Figure[]> => {
  const one = await write(folder, 1, 400);
  const many = await write(folder, 16, 200);
  const perSecond = ({ commits, seconds }: typeof one) => Math.round(commits / seconds).toLocaleString('en');
  return [
    { what: 'Journal append, 1 writer', ours: `${perSecond(one)} commits a second`, beside: '1.0 commits a flush' },
    {
      what: 'Journal append, 16 writers at once',
      ours: `${perSecond(many)} commits a second`,
      beside: `${(many.commits / many.flushes).toFixed(1)} commits a flush`,
      ratio: many.commits / many.seconds / (one.commits / one.seconds),
    },
  ];
};

const write = async (folder: string, writers: number, each: number) => {
  const home = fs.mkdtempSync(join(folder, 'group-'));
  let flushes = 0;
  const journal = createFileJournal({
    files: countFlushes(createNodeFileLayer(), () => {
      flushes += 1;
    }),
    folder: () => home,
    openFolder: async () => home,
    incident: anIncident,
    sums: contentSums,
    pathsOf,
    newSalt: () => randomUUID().replaceAll('-', ''),
    newWriter: () => writerId('w'),
    now: () => start,
    nowMs: () => 0,
  });
  const began = performance.now();
  const writer = async (name: number) => {
    for (let index = 0; index < each; index += 1) await journal.append(draft(name * 1_000 + index)).recorded;
  };
  await Promise.all(Array.from({ length: writers }, (_, name) => writer(name)));
  const seconds = (performance.now() - began) / 1_000;
  await journal.close();
  return { commits: writers * each, seconds, flushes };
};

const countFlushes = (files: FileLayer, onFlush: () => void): FileLayer => ({
  ...files,
  createFile: (path) => {
    const file = files.createFile(path);
    return {
      ...file,
      flush: () => {
        onFlush();
        return file.flush();
      },
    };
  },
});
