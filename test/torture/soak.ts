import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { orderCommits } from '../../shared/record/causal-order.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { createFaultyFiles, type FaultyFiles } from '../support/faulty-files.ts';
import { openStoryLibrary } from '../support/story-library.ts';
import { minute } from '../support/story-step.ts';
import { heapInUse, openHandles } from './memory-in-use.ts';
import type { Row } from './row.ts';

interface SoakSize {
  readonly events: number;
  readonly incidents: number;
  /** Entries of one writer before another one goes on. */
  readonly burst: number;
  /** Share of the calls to the file system that fail. */
  readonly faultRate: number;
}

const groupSize = 16;
/** Groups between two drafts. */
const groupsEachDraft = 4;

/**
 * Many events in several incidents by several writers in turn, on a disk that fails now and then. Afterwards every
 * acknowledged command is there once; the run that lived through all of it holds no more memory and files than one that
 * has just opened the same library.
 */
export const soak = async ({ events, incidents, burst, faultRate }: SoakSize, random: () => number): Promise<Row> => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-torture-soak-'));
  const faulty = createFaultyFiles(createNodeFileLayer(), random);
  const open = (run: string) =>
    openStoryLibrary(faulty.files, { run, now: () => minute(0), folder: join(folder, 'library'), fileNowMs: Date.now });
  const ids = Array.from({ length: incidents }, (_, n) => `01JQ00000000000000000050${10 + n}` as IncidentId);
  const said: Said = { recorded: new Map(ids.map((id) => [id, new Map()])), drafts: new Map(), losses: [], count: 0 };
  try {
    const bare = await heapInUse();
    const handlesBefore = openHandles() ?? 0;
    const staying = await open('staying');
    for (const id of ids) await declare(staying, id, said);
    let writer = staying;
    let mostHandles = 0;
    for (let turn = 0; said.count < events; turn += 1) {
      if (writer !== staying) await writer.close();
      writer = turn % 2 === 0 ? staying : await open(`turn-${turn}`);
      const id = ids[Math.floor(random() * ids.length)] as IncidentId;
      writer.open(id);
      faulty.rate = faultRate;
      await recordBurst(writer, id, burst, said, faulty);
      faulty.rate = 0;
      await repeatSome(writer, id, said, random);
      mostHandles = Math.max(mostHandles, openHandles() ?? 0);
    }
    if (writer !== staying) await writer.close();
    faulty.rate = 0;
    for (const id of ids) staying.open(id);
    const lived = (await heapInUse()) - bare;
    await staying.close();
    const fresh = await open('fresh');
    for (const id of ids) checkIncident(fresh, id, said);
    checkDrafts(fresh, said);
    const opened = (await heapInUse()) - bare;
    await fresh.close();
    const limit = 1.5 * opened + 16e6;
    if (lived > limit) said.losses.push(`a long run holds ${mb(lived)} MB, a fresh one ${mb(opened)} MB`);
    // Each open incident has its journal; the watch of all folders together has a few of its own.
    if (mostHandles > handlesBefore + 2 * incidents + 16) said.losses.push(`${mostHandles} files are open at once`);
    const left = openHandles() ?? 0;
    if (left > handlesBefore + 8) said.losses.push(`${left - handlesBefore} files stay open`);
    const note = `${files(folder)} files, ${mb(lived)} MB held by the run that lived through it, ${mb(opened)} MB by a fresh one`;
    return {
      name: `soak (${note})`,
      rounds: said.count,
      acknowledged: said.count,
      faults: faulty.faults(),
      losses: said.losses,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

interface Said {
  /** By incident and command: the events that it was answered with. */
  readonly recorded: Map<IncidentId, Map<string, string>>;
  /** What was acknowledged, by key. */
  readonly drafts: Map<string, string>;
  readonly losses: string[];
  count: number;
}

const execute = (library: HoldfastLibrary, incident: IncidentId, id: string, command: object) =>
  library.execute({ id: id as CommandId, incident, command, by: { person: 'Ann Lee', device: 'ann' }, zone: 'UTC' });

const declare = async (library: HoldfastLibrary, id: IncidentId, said: Said) => {
  const command = { type: 'DeclareIncident', title: 'Checkout fails', playbook: library.playbook().digest };
  const outcome = await execute(library, id, `declare-${id}`, command);
  if (!outcome.ok) said.losses.push(`not declared: ${outcome.error.message}`);
  else said.recorded.get(id)?.set(`declare-${id}`, outcome.value.events.join());
};

const recordBurst = async (
  library: HoldfastLibrary,
  id: IncidentId,
  burst: number,
  said: Said,
  faulty: FaultyFiles,
) => {
  const { rate } = faulty;
  for (let done = 0; done < burst; done += groupSize) {
    const names = Array.from({ length: groupSize }, (_, n) => `e${said.count + n}`);
    let open: readonly string[] = names;
    for (let attempt = 0; open.length > 0; attempt += 1) {
      // A disk that fails at random lets a command through in the end.
      if (attempt > 8) faulty.rate = 0;
      const outcomes = await Promise.all(
        open.map((name) => execute(library, id, name, { type: 'RecordEntry', kind: 'note', text: `text of ${name}` })),
      );
      for (const [n, outcome] of outcomes.entries())
        if (outcome.ok) said.recorded.get(id)?.set(open[n] ?? '', outcome.value.events.join());
      open = open.filter((_, n) => !outcomes[n]?.ok);
    }
    faulty.rate = rate;
    said.count += names.length;
    if (done % (groupSize * groupsEachDraft) !== 0) continue;
    const [key, text] = [`draft ${said.count}`, `typed after ${said.count}`];
    if ((await library.drafts.save(key, text)).ok) said.drafts.set(key, text);
  }
};

/** A double Enter, a retry after a crash: what was recorded by any run is answered, never recorded again. */
const repeatSome = async (library: HoldfastLibrary, id: IncidentId, said: Said, random: () => number) => {
  const all = [...(said.recorded.get(id) ?? [])];
  for (let n = 0; n < 3; n += 1) {
    const [name = '', answer] = all[Math.floor(random() * all.length)] ?? [];
    const outcome = await execute(library, id, name, { type: 'RecordEntry', kind: 'note', text: 'again' });
    if (!outcome.ok) said.losses.push(`${name} was recorded, and its repetition is refused: ${outcome.error.message}`);
    else if (outcome.value.events.join() !== answer) said.losses.push(`${name} was recorded a second time`);
  }
};

const checkIncident = (library: HoldfastLibrary, id: IncidentId, said: Said) => {
  const verified = library.verify(id);
  const opened = library.open(id);
  if (!verified.ok || !opened.ok) {
    said.losses.push(`${id} cannot be opened`);
    return;
  }
  const counted = orderCommits(opened.value.commits)
    .commits()
    .map(({ commit }) => commit.command.id as string);
  const recorded = [...(said.recorded.get(id)?.keys() ?? [])];
  const there = new Set(counted);
  const missing = recorded.filter((name) => !there.has(name));
  if (missing.length > 0)
    said.losses.push(`${missing.length} of ${recorded.length} are lost, the first is ${missing[0]}`);
  if (counted.length !== recorded.length) said.losses.push(`${counted.length} count, ${recorded.length} were recorded`);
  for (const { kind, message } of verified.value.problems) if (!expected.has(kind)) said.losses.push(message);
};

/** What a failing disk leaves: torn lines, and files without any. */
const expected = new Set(['torn-tail', 'empty']);

const checkDrafts = (library: HoldfastLibrary, said: Said) => {
  const found = new Map(library.drafts.list().map(({ key, text }) => [key, text]));
  for (const [key, text] of said.drafts) if (found.get(key) !== text) said.losses.push(`the draft "${text}" is lost`);
};

const mb = (bytes: number) => Math.round(bytes / 1e6);
const files = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())
    .length;
