import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HoldfastLibrary, openHoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { foldIncident } from '../../shared/incident/fold.ts';
import { msToInstant } from '../../shared/kernel/instant.ts';
import { orderCommits } from '../../shared/record/causal-order.ts';
import { makeIncident } from '../support/made-library.ts';
import { elapsedMs, type Figure, interleaved, median, ms, ratioOf } from './measure.ts';

const events = 10_000;
const rounds = 9;

/** What it costs to have a long incident on the screen: read, checked, ordered, folded. */
export const measureOpening = async (library: string): Promise<readonly Figure[]> => {
  const { id } = await makeIncident(library, 'Ten thousand entries', events);
  const lines = journalLines(library);
  const opening: number[] = [];
  const parsing: number[] = [];
  const heap: number[] = [];
  let commits: Parameters<typeof foldIncident>[1] = [];
  for (let round = 0; round < rounds; round += 1) {
    parsing.push(await elapsedMs(() => lines.map((line) => JSON.parse(line))));
    const opened = await openLibrary(library);
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    opening.push(
      await elapsedMs(() => {
        const incident = opened.open(id);
        if (!incident.ok) throw new Error(incident.error.message);
        commits = orderCommits(incident.value.commits).commits();
      }),
    );
    globalThis.gc?.();
    heap.push(process.memoryUsage().heapUsed - before);
    await opened.close();
  }
  const [folding = 0] = await interleaved(rounds, [() => foldIncident(id, commits)]);
  const megabytes = lines.reduce((sum, line) => sum + line.length, 0) / 1e6;
  return [
    ratioOf(
      `Opening ${events.toLocaleString('en')} events (${megabytes.toFixed(1)} MB)`,
      [median(opening), median(parsing)],
      'JSON.parse of the file',
      '4',
    ),
    { what: `Folding ${events.toLocaleString('en')} events`, ours: ms(folding), beside: '', aim: '50 ms' },
    {
      what: 'Memory of the opened incident (heap)',
      ours: `${(median(heap) / 1e6).toFixed(1)} MB`,
      beside: `${megabytes.toFixed(1)} MB of journal`,
    },
  ];
};

const openLibrary = (folder: string): Promise<HoldfastLibrary> =>
  openHoldfastLibrary({
    files: createNodeFileLayer(),
    folder,
    mayCreateParents: false,
    cacheFolder: null,
    appVersion: '0.0.0',
    now: () => msToInstant(Date.now()),
  });

const journalLines = (library: string): readonly string[] =>
  readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((name) => /journal[\\/][^\\/]+\.jsonl$/.test(name))
    .flatMap((name) => readFileSync(join(library, name), 'utf8').trimEnd().split('\n'));
