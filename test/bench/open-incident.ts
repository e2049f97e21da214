import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerRequest } from '../../electron/library/answer-request.ts';
import type { FileLayer } from '../../electron/library/file-layer.ts';
import { type HoldfastLibrary, openHoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { foldIncident } from '../../shared/incident/fold.ts';
import type { IncidentPage } from '../../shared/ipc/incident-page.ts';
import { msToInstant } from '../../shared/kernel/instant.ts';
import { orderCommits } from '../../shared/record/causal-order.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { makeIncident } from '../support/made-library.ts';
import { heapInUse } from '../torture/memory-in-use.ts';
import { elapsedMs, type Figure, interleaved, median, ms, ratioOf } from './measure.ts';

/** What it costs to have a long incident on the screen. */
export const measureOpening = async (folder: string): Promise<readonly Figure[]> => [
  ...(await opening(folder, 10_000, 15, '4')),
  ...(await opening(folder, 100_000, 5, '2.5')),
];

/**
 * The library process's whole answer to "open this incident", from the request to the JSON string that a window gets:
 * read, quick check, order, fold, put together. The full check that follows is timed by itself.
 */
const opening = async (folder: string, events: number, rounds: number, aim: string): Promise<readonly Figure[]> => {
  const library = join(folder, `open-${events}`);
  mkdirSync(library);
  const { id } = await makeIncident(library, 'A long night', events);
  const bytes = journalsOf(library).reduce((sum, file) => sum + readFileSync(file).length, 0);
  const parsing: number[] = [];
  const answering: number[] = [];
  const memory: number[] = [];
  const checking: number[] = [];
  const blocking: number[] = [];
  let page = '';
  for (let round = 0; round < rounds; round += 1) {
    page = '';
    globalThis.gc?.();
    parsing.push(parseLines(library));
    const before = await memoryInUse();
    const { files, slicedBytes } = watchedFiles();
    const opened = await openLibrary(library, files);
    answering.push(
      await elapsedMs(async () => {
        page = await openPage(opened, id);
      }),
    );
    const checked = await timeTurns(() => slicedBytes() >= bytes);
    checking.push(checked.totalMs);
    blocking.push(checked.longestMs);
    const length = page.length;
    page = '';
    memory.push((await memoryInUse()) - before);
    page = await openPage(opened, id);
    if (page.length !== length) throw new Error('The full check has found something in a sound journal.');
    await opened.close();
  }
  const commits = orderCommits((JSON.parse(page) as IncidentPage).commits).commits();
  const [folding = 0] = await interleaved(rounds, [() => foldIncident(id, commits)]);
  const count = events.toLocaleString('en');
  const megabytes = `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    ratioOf(
      `Opening ${count} events (${megabytes})`,
      [median(answering), median(parsing)],
      '`JSON.parse` of its lines',
      aim,
    ),
    {
      what: 'the full check behind it',
      ours: ms(median(checking)),
      beside: `${ms(Math.max(...blocking))} the longest slice`,
      aim: '10 ms a slice',
    },
    { what: `Folding ${count} events`, ours: ms(folding), beside: '' },
    {
      what: `Memory of ${count} open events, heap and buffers after collection`,
      ours: `${(median(memory) / 1e6).toFixed(1)} MB`,
      beside: `${megabytes} of journal`,
      ratio: median(memory) / bytes,
      aim: '4',
    },
  ];
};

/** With the bytes of the files, which are kept so that the record can go on elsewhere. */
const memoryInUse = async (): Promise<number> => (await heapInUse()) + process.memoryUsage().arrayBuffers;

const openPage = async (library: HoldfastLibrary, incident: IncidentId): Promise<string> => {
  const reply = await answerRequest(library, { id: 1, channel: 'open', payload: { incident } });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as string;
};

/** The real disk, with a look at how far the check behind has come. */
const watchedFiles = () => {
  const files = createNodeFileLayer();
  let sliced = 0;
  return {
    files: {
      ...files,
      readFile: (path: string, from?: number, length?: number) => {
        const bytes = files.readFile(path, from, length);
        if (length !== undefined) sliced += bytes.length;
        return bytes;
      },
    },
    slicedBytes: () => sliced,
  };
};

/** Lets the process do what waits, turn by turn, until `isDone`. */
const timeTurns = async (isDone: () => boolean): Promise<{ totalMs: number; longestMs: number }> => {
  const began = performance.now();
  let longestMs = 0;
  while (!isDone()) longestMs = Math.max(longestMs, await elapsedMs(() => new Promise(setImmediate)));
  return { totalMs: performance.now() - began, longestMs };
};

const parseLines = (library: string): number => {
  const lines = journalsOf(library).flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'));
  const kept: unknown[] = [];
  const began = performance.now();
  for (const line of lines) kept.push(JSON.parse(line));
  return performance.now() - began;
};

const openLibrary = (folder: string, files: FileLayer): Promise<HoldfastLibrary> =>
  openHoldfastLibrary({
    files,
    folder,
    mayCreateParents: false,
    cacheFolder: null,
    check: 'quick',
    appVersion: '0.0.0',
    now: () => msToInstant(Date.now()),
  });

const journalsOf = (library: string): readonly string[] =>
  readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((name) => /journal[\\/][^\\/]+\.jsonl$/.test(name))
    .map((name) => join(library, name));
