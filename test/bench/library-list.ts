import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openHoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { msToInstant } from '../../shared/kernel/instant.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { elapsedMs, type Figure, median, ms, ratioOf } from './measure.ts';

const incidents = 1_000;
const rounds = 9;

/** The list of a thousand incidents: from the index beside reading and parsing that file, and without the index. */
export const measureLibrary = async (folder: string): Promise<readonly Figure[]> => {
  const library = join(folder, 'thousand');
  const cache = join(folder, 'thousand-cache');
  mkdirSync(library);
  await declareAll(library);
  const build = await timeBuild(library, cache);
  const index = join(cache, 'index.json');
  const listing: number[] = [];
  const reading: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    reading.push(await elapsedMs(() => JSON.parse(readFileSync(index, 'utf8'))));
    listing.push(await elapsedMs(async () => (await open(library, cache)).list()));
  }
  return [
    ratioOf(
      `List of ${incidents.toLocaleString('en')} incidents, library opened with its index`,
      [median(listing), median(reading)],
      'reading and parsing the index file',
      '1.5',
    ),
    {
      what: 'the same, index deleted',
      ours: ms(build.totalMs),
      beside: `${ms(build.longestMs)} the longest wait of a command, ${build.told} times told how far`,
    },
  ];
};

const open = (folder: string, cacheFolder: string | null) =>
  openHoldfastLibrary({
    files: createNodeFileLayer(),
    folder,
    mayCreateParents: true,
    cacheFolder,
    check: 'quick',
    appVersion: '0.0.0',
    now: () => msToInstant(Date.now()),
  });

const timeBuild = async (folder: string, cache: string) => {
  rmSync(cache, { recursive: true, force: true });
  const library = await open(folder, cache);
  let told = 0;
  library.subscribe((event) => {
    if (event.kind === 'listing') told += 1;
  });
  let isDone = false;
  let longestMs = 0;
  const totalMs = await elapsedMs(async () => {
    const listing = library.list().then(() => {
      isDone = true;
    });
    while (!isDone) longestMs = Math.max(longestMs, await elapsedMs(() => new Promise(setImmediate)));
    await listing;
  });
  await library.close();
  return { totalMs, longestMs, told };
};

/** Twenty events each, recorded through the library. */
const declareAll = async (folder: string) => {
  const library = await open(folder, null);
  for (let index = 0; index < incidents; index += 1) {
    const incident = `01JQ${String(index).padStart(22, '0')}` as IncidentId;
    const run = async (name: string, command: object) => {
      const by = { person: 'Ann Lee', device: 'ann' };
      const outcome = await library.execute({
        id: `${index}-${name}` as CommandId,
        incident,
        command,
        by,
        zone: 'UTC',
      });
      if (!outcome.ok) throw new Error(outcome.error.message);
    };
    const playbook = library.playbook().digest;
    await run('d', { type: 'DeclareIncident', title: `Incident ${index}`, playbook, detection: { source: 'staff' } });
    await Promise.all(
      Array.from({ length: 19 }, (_, at) => run(`n${at}`, { type: 'RecordEntry', kind: 'note', text: `entry ${at}` })),
    );
    await library.leave(incident);
  }
  await library.close();
};
