import fs from 'node:fs';
import { join } from 'node:path';
import { contentSums } from '../../electron/library/content-sums.ts';
import { createFileJournal } from '../../electron/library/file-journal.ts';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { aDraft, aNote, anIncident, openJournal, pathsOf, start, writerId } from '../support/journal-builders.ts';
import { type Figure, interleaved, ratioOf } from './measure.ts';

const text = 'Checkout error rate back under 2 % since 14:05, Zoë watches the graph for ten minutes.';
const draft = (index: number) => aDraft(String(index), { events: [aNote(String(index), text)] });

/** What a recorded commit costs at the journal's port beside a raw append and flush of the same bytes. */
export const measureAppend = async (folder: string): Promise<readonly Figure[]> => [
  ...(await appends(folder, 10)),
  ...(await appends(folder, 10_000)),
  await grouped(folder),
];

const appends = async (folder: string, already: number): Promise<readonly Figure[]> => {
  const home = fs.mkdtempSync(join(folder, 'append-'));
  const journal = openJournal({ files: createNodeFileLayer(), base: home, folder: join(home, 'incident', 'journal') });
  for (let index = 0; index < already; index += 500)
    await Promise.all(
      Array.from({ length: Math.min(500, already - index) }, (_, at) => journal.append(draft(index + at)).recorded),
    );
  await journal.append(draft(already)).recorded;
  const raw = fs.openSync(join(home, 'raw'), 'a');
  const size = fs.statSync(join(home, 'incident', 'journal', 'run-1.jsonl')).size;
  const bytes = Buffer.alloc(Math.round(size / (already + 1)), 97);
  fs.writeSync(raw, Buffer.alloc(size, 97));
  let next = already;
  const [ours = 0, inPlace = 0, inBackground = 0] = await interleaved(400, [
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
  ]);
  await journal.close();
  fs.closeSync(raw);
  const what = `Journal append, ${already.toLocaleString('en')} commits there`;
  return [
    ratioOf(what, [ours, inPlace], 'raw write + flush'),
    ratioOf(what, [ours, inBackground], 'raw write + flush off the main thread'),
  ];
};

const grouped = async (folder: string): Promise<Figure> => {
  const home = fs.mkdtempSync(join(folder, 'group-'));
  const files = createNodeFileLayer();
  let flushes = 0;
  const journal = createFileJournal({
    files: {
      ...files,
      createFile: (path) => {
        const file = files.createFile(path);
        return {
          ...file,
          flush: () => {
            flushes += 1;
            return file.flush();
          },
        };
      },
    },
    folder: () => home,
    openFolder: async () => home,
    incident: anIncident,
    sums: contentSums,
    pathsOf,
    newSalt: () => 'salt',
    newWriter: () => writerId('w'),
    now: () => start,
    nowMs: () => 0,
  });
  const began = performance.now();
  const writer = async (name: number) => {
    for (let index = 0; index < 200; index += 1) await journal.append(draft(name * 1_000 + index)).recorded;
  };
  await Promise.all(Array.from({ length: 16 }, (_, name) => writer(name)));
  const seconds = (performance.now() - began) / 1_000;
  await journal.close();
  return {
    what: 'Journal append, 16 writers at once',
    ours: `${Math.round(3_200 / seconds).toLocaleString('en')} commits a second`,
    beside: `${(3_200 / flushes).toFixed(1)} commits a flush`,
  };
};
