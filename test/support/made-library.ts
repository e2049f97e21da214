import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentSums } from '../../electron/library/content-sums.ts';
import { type HoldfastLibrary, openHoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import type { Command } from '../../shared/incident/command.ts';
import { textPaths } from '../../shared/incident/text-paths.ts';
import { addMs, type Instant, msToInstant } from '../../shared/kernel/instant.ts';
import type { Commit } from '../../shared/record/commit.ts';
import type { CommandId, EventId, IncidentId, WriterId } from '../../shared/record/ids.ts';
import { sealHeader, sealLine } from '../../shared/record/line.ts';

const person = { person: 'Ann Lee', device: 'ann' };
interface MadeIncident {
  readonly id: IncidentId;
  readonly title: string;
  /** Recorded entries, the newest last. */
  readonly texts: readonly string[];
}

/**
 * Writes an incident with this many observations, one a second, ending a minute ago, so that a test need not type them:
 * declared through the product's own library, the entries sealed line by line as a second run of that device.
 */
export const makeIncident = async (folder: string, title: string, entries: number): Promise<MadeIncident> => {
  const start = msToInstant(Date.now() - (entries + 60) * 1000);
  const id = '01JQ00000000000000000MADE0' as IncidentId;
  const library = await openHoldfastLibrary(libraryOptions(folder, () => start));
  try {
    const run = createRunner(library, id);
    await run({ type: 'DeclareIncident', title, playbook: library.playbook().digest, detection: { source: 'staff' } });
  } finally {
    await library.close();
  }
  const texts = Array.from(
    { length: entries },
    (_, index) => `entry ${index + 1}: ${sentences[index % sentences.length]}`,
  );
  const [journal = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.jsonl'),
  );
  if (entries === 0) return { id, title, texts };
  writeJournal(
    join(folder, journal),
    texts.map((text, index) => ({
      at: addMs(start, (index + 1) * 1000),
      event: {
        type: 'EntryRecorded',
        kind: 'observation',
        text,
        name: { tag: person.device, n: index + 1 },
        source: 'typed',
      },
    })),
  );
  return { id, title, texts };
};

/**
 * Adds an event to an incident in a journal of its own, as another device would write it that knew the given journal up
 * to its line `knownTo` (the last one by default). The event may be of a type that this version does not know.
 */
export const addForeignEvent = (
  journal: string,
  event: { readonly type: string; readonly [field: string]: unknown },
  knownTo = -1,
): void => {
  writeJournal(journal, [{ at: msToInstant(Date.now()), event }], knownTo);
};

interface MadeEvent {
  readonly at: Instant;
  readonly event: { readonly type: string; readonly [field: string]: unknown };
}

/** A new journal beside one that exists, one event a line, by a run that knew that one up to its line `knownTo`. */
const writeJournal = (journal: string, events: readonly MadeEvent[], knownTo = -1): void => {
  const last = readFileSync(journal, 'utf8').trimEnd().split('\n').at(knownTo) ?? '';
  const { incident, writer: known, seq } = (JSON.parse(last) as { commit: Commit }).commit;
  const writer = 'f0e1d2c3b4a5968778695a4b3c2d1e0f' as WriterId;
  const createdAt = events[0]?.at ?? msToInstant(Date.now());
  const header = sealHeader({ format: 'holdfast-journal', v: 1, incident, writer, createdAt }, contentSums);
  const lines = [header.line];
  let prev = header.sum;
  for (const [index, { at, event }] of events.entries()) {
    const commit: Commit = {
      v: 1,
      incident,
      writer,
      seq: index + 1,
      prev,
      heads: index === 0 ? [{ writer: known, seq }] : [],
      command: { id: `made-elsewhere-${index}` as CommandId, type: 'RecordEntry' },
      by: person,
      recordedAt: at,
      zone: 'UTC',
      boot: 'boot-elsewhere',
      monoMs: index * 1000,
      events: [{ ...event, id: `01JQ${String(index).padStart(22, '0')}` as EventId, occurredAt: at }],
    };
    const sealed = sealLine(commit, textPaths, () => randomBytes(16).toString('hex'), contentSums);
    lines.push(sealed.line);
    prev = sealed.sum;
  }
  writeFileSync(join(dirname(journal), `${writer}.jsonl`), lines.join(''));
};

/**
 * A drill with everything on the screen that a console can show: the sample of the command line, then a diagnosis, a new
 * hypothesis, and a severity that somebody else changed without knowing ours. Returns its title.
 *
 * @param commandLine the built command line
 */
export const makeBusyIncident = async (folder: string, commandLine: string): Promise<string> => {
  const made = spawnSync(process.execPath, [commandLine, 'sample', '--library', folder], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`The sample could not be recorded: ${made.stderr}`);
  const [journal = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.jsonl'),
  );
  addForeignEvent(join(folder, journal), { type: 'SeverityChanged', severity: 'SEV3', reason: 'Few report it' }, 1);
  const library = await openHoldfastLibrary(libraryOptions(folder));
  try {
    const [summary] = await library.list();
    if (!summary) throw new Error('The sample left no incident.');
    const run = createRunner(library, summary.id);
    await run({ type: 'ReachMilestone', milestone: 'identified', cause: 'a flag takes all database connections' });
    await run({
      type: 'ProposeHypothesis',
      text: 'The flag leaks connections',
      test: 'count them',
      confidence: 'likely',
    });
    return summary.title;
  } finally {
    await library.close();
  }
};

/** Every journal file of a library. */
export const journalsOf = (library: string): readonly string[] =>
  readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(library, name));

/** The journal file in which these words stand. */
export const journalHolding = (library: string, words: string): string => {
  const found = journalsOf(library).find((path) => readFileSync(path, 'utf8').includes(words));
  if (found === undefined) throw new Error(`No journal in ${library} holds "${words}".`);
  return found;
};

/** A run of the product's own library on real files. */
export const libraryOptions = (folder: string, now: () => Instant = () => msToInstant(Date.now())) => ({
  files: createNodeFileLayer(),
  folder,
  mayCreateParents: true,
  cacheFolder: null,
  appVersion: '0.0.0',
  now,
  isClockSimulated: true,
});

const createRunner = (library: HoldfastLibrary, incident: IncidentId) => {
  let count = 0;
  return async (command: Command) => {
    count += 1;
    const outcome = await library.execute({
      id: `made-${count}` as CommandId,
      incident,
      command,
      by: person,
      zone: 'UTC',
    });
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.error.message}`);
  };
};

/** Of the lengths that people type: most fit one line, some need two. */
const sentences = [
  'errors at 12 % on checkout',
  'restarted pod 3, no change',
  'payments says their side is green, they look at the gateway and come back to us with what they find there',
  'rollback of the 08:55 deploy is ready, waits for the word',
];
