import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { msToInstant } from '../../shared/kernel/instant.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { elapsedMs, type Figure, median, ms, ratioOf } from './measure.ts';

const incidents = 1_000;
const rounds = 31;

/**
 * A thousand incidents. First the list as a window shows it at once: from opening the library to the answer that holds
 * all of them, beside reading and parsing the index file. Then the check of that list against the journals, which
 * follows it, and the list without an index. Neither the flush of the probe, for which nothing waits, nor handing the list
 * to the window is in any of them.
 */
export const measureLibrary = async (folder: string): Promise<readonly Figure[]> => {
  const library = join(folder, 'thousand');
  const cache = join(folder, 'thousand-cache');
  mkdirSync(library);
  await declareAll(library);
  const build = await timeList(library, cache);
  const index = join(cache, readdirSync(cache)[0] ?? '', 'index.json');
  const showing: number[] = [];
  const reading: number[] = [];
  const checks: Listing[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Each on its own: whichever came second would pay for what the other left behind.
    globalThis.gc?.();
    reading.push(await elapsedMs(() => JSON.parse(readFileSync(index, 'utf8'))));
    globalThis.gc?.();
    showing.push(await timeShowing(library, cache));
    checks.push(await timeList(library, cache));
  }
  return [
    ratioOf(
      `List of ${incidents.toLocaleString('en')} incidents as last seen, from opening the library`,
      [median(showing), median(reading)],
      'reading and parsing the index file',
      '1.5',
    ),
    listingOf('the check behind it, every journal asked', checks),
    listingOf('the list with its index deleted', [build]),
  ];
};

const timeShowing = async (folder: string, cache: string): Promise<number> => {
  const began = performance.now();
  const library = await open(folder, cache);
  const seen = library.lastSeen();
  const tookMs = performance.now() - began;
  if (seen?.length !== incidents) throw new Error(`The index holds ${seen?.length} incidents`);
  await library.close();
  return tookMs;
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

/** One checked list, with a command's wait measured again and again meanwhile. */
interface Listing {
  readonly totalMs: number;
  readonly longestMs: number;
  readonly told: number;
}

const timeList = async (folder: string, cache: string): Promise<Listing> => {
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

const listingOf = (what: string, listings: readonly Listing[]): Figure => {
  const of = (pick: (listing: Listing) => number) => median(listings.map(pick));
  const told = `${of(({ told }) => told)} times told how far`;
  return {
    what,
    ours: ms(of(({ totalMs }) => totalMs)),
    beside: `${ms(of(({ longestMs }) => longestMs))} the longest wait of a command, ${told}`,
  };
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
