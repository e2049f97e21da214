import { mkdirSync, statfsSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { measureColdStart } from './cold-start.ts';
import { measureHop } from './hop.ts';
import { measureAppend } from './journal-append.ts';
import { measureLibrary } from './library-list.ts';
import type { Figure } from './measure.ts';
import { measureOpening } from './open-incident.ts';
import { measurePeers } from './peers.ts';

/** Started by build/bench.ts: runtime, bundle, app with an empty window, folder of the peers, folder on the checkout's disk, and which parts. Prints, never gates. */
const [runtime = '', bundle = '', emptyApp = '', peers = '', folder = '', ...parts] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const library = join(folder, 'library');
mkdirSync(library);
const measure: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  append: () => measureAppend(folder),
  hop: () => measureHop({ runtime, bundle, folder }),
  open: () => measureOpening(folder),
  library: () => measureLibrary(folder),
  peers: () => measurePeers(folder, peers),
  start: () => measureColdStart({ runtime, bundle, emptyApp, library, folder }),
};
const unknown = parts.find((name) => !(name in measure));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}" to measure; there are ${Object.keys(measure).join(', ')}.`);
  process.exit(2);
}

say(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.versions.node}`,
);
say(`Disk of the checkout: ${fileSystemOf(folder)}.`);
say('Medians of interleaved runs. Lower is better.\n');
say('| what | Holdfast | beside | ratio | aim |\n| --- | --- | --- | --- | --- |');
for (const [name, run] of Object.entries(measure)) if (parts.length === 0 || parts.includes(name)) print(await run());

function print(figures: readonly Figure[]): void {
  for (const { what, ours, beside, ratio, aim } of figures)
    say(`| ${[what, ours, beside, ratio?.toFixed(2) ?? '', aim === undefined ? '' : `at most ${aim}`].join(' | ')} |`);
}

/** By the number that Linux gives each kind (statfs(2)); elsewhere the number itself. */
function fileSystemOf(path: string): string {
  const { type } = statfsSync(path);
  const names: Readonly<Record<number, string>> = {
    61267: 'ext4',
    1481003842: 'xfs',
    2435016766: 'btrfs',
    16914836: 'tmpfs',
    2035054128: 'overlayfs',
    26985: 'NFS',
  };
  return names[type] ?? `file system ${type}`;
}
