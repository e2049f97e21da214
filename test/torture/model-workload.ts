import { setImmediate } from 'node:timers/promises';
import type { FileLayer } from '../../electron/library/file-layer.ts';
import type { HoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import type { Command } from '../../shared/incident/command.ts';
import { addMs } from '../../shared/kernel/instant.ts';
import type { CommandId, EventId, IncidentId } from '../../shared/record/ids.ts';
import { createCrashLog, type DiskStep } from '../support/crash-log.ts';
import { createFaultFileLayer, type FaultFileLayer } from '../support/fault-file-layer.ts';
import { openStoryLibrary } from '../support/story-library.ts';
import { minute } from '../support/story-step.ts';
import { laterPlaybook } from '../support/vocabulary-story.ts';

/** What the library was asked for and what it has promised, in the order of the disk's steps. */
export type Said =
  | { readonly kind: 'recorded'; readonly incident: IncidentId; readonly command: string }
  | { readonly kind: 'redacted'; readonly text: string }
  /** A draft, or the playbook in force: being replaced by this text (null: removed) from now on. */
  | { readonly kind: 'replacing' | 'replaced'; readonly key: string; readonly text: string | null };

export interface ModelWorkload {
  readonly steps: readonly DiskStep<Said>[];
  /** Identity of the root folder. */
  readonly root: string;
  readonly incidents: readonly IncidentId[];
  /** Everything that was ever handed out as recorded or lies in a file, as JSON. */
  readonly known: ReadonlySet<string>;
}

export const playbookKey = 'playbook';
export const modelFolders = { folder: '/data/library', cacheFolder: '/cache/one' } as const;
const incidents = ['A', 'B', 'C'].map((name) => `01JQ0000000000000000000PW${name}` as IncidentId);
const shown = 'shown';
const [a, b, c] = incidents as [IncidentId, IncidentId, IncidentId];
/** Long enough to reach over several sectors of a disk. */
const long = (text: string) => `${text}: ${'payments fail, 決済 '.repeat(40)}`;

/**
 * Two runs, one after the other, doing all that changes files: incidents, groups, redactions of an own and of another
 * run's file, drafts, the playbook, the index; one flush that fails and is lied about afterwards, as Linux does it; and
 * between them a run that is killed before its flush.
 */
export const recordWorkload = async (): Promise<ModelWorkload> => {
  const files = createFaultFileLayer();
  const root = files.stat('/')?.identity ?? '';
  const log = createCrashLog<Said>(files);
  const known = new Set<string>();
  let failing = false;
  files.onCall = (call, _index, path) => {
    if (!failing || call !== 'flush' || !path.endsWith('.jsonl')) return undefined;
    failing = false;
    return { code: 'EIO' };
  };
  const failNextFlush = () => {
    failing = true;
  };
  const say = (note: Said) => log.steps.push({ kind: 'note', note });
  for (const run of [firstRun, secondRun]) {
    let clock = run === firstRun ? minute(0) : minute(60);
    const now = () => {
      clock = addMs(clock, 1000);
      return clock;
    };
    const library = await openStoryLibrary(log.files, { run: run.name, now, ...modelFolders });
    library.subscribe((event) => {
      if (event.kind === 'recorded') for (const commit of event.commits) known.add(JSON.stringify(commit));
    });
    await run(createHands(library, say), failNextFlush);
    await library.close();
    if (run === firstRun) await writeUnflushed(files, log.files);
  }
  const reader = await openStoryLibrary(files, { run: 'last', now: () => minute(120), ...modelFolders });
  for (const id of incidents) {
    const opened = reader.open(id);
    if (opened.ok) for (const commit of opened.value.commits) known.add(JSON.stringify(commit));
  }
  return { steps: log.steps, root, incidents, known };
};

/** A run that is killed between the write and the flush of a line: the next one reads it and shows it. */
const writeUnflushed = async (files: FaultFileLayer, logged: FileLayer) => {
  const dying: FileLayer = {
    ...logged,
    createFile: (path) => {
      const file = logged.createFile(path);
      return path.endsWith('.jsonl') ? { ...file, flush: () => new Promise(() => {}) } : file;
    },
  };
  const killed = await openStoryLibrary(dying, { run: 'killed', now: () => minute(30), ...modelFolders });
  void createHands(killed, () => {}).note(b, shown, long(shown));
  const isWritten = () => [...files.everyFile()].some(({ bytes }) => Buffer.from(bytes).includes(`"${shown}"`));
  while (!isWritten()) await setImmediate();
};

type Hands = ReturnType<typeof createHands>;

const createHands = (library: HoldfastLibrary, say: (note: Said) => void) => {
  const record = async (incident: IncidentId, id: string, command: Command): Promise<readonly EventId[]> => {
    const by = { person: 'Ann Lee', device: 'ann' };
    const outcome = await library.execute({ id: id as CommandId, incident, command, by, zone: 'UTC' });
    if (outcome.ok) say({ kind: 'recorded', incident, command: id });
    return outcome.ok ? outcome.value.events : [];
  };
  const replace = async (key: string, text: string | null, work: () => Promise<{ readonly ok: boolean }>) => {
    say({ kind: 'replacing', key, text });
    if ((await work()).ok) say({ kind: 'replaced', key, text });
  };
  return {
    library,
    record,
    /** Recorded by somebody else, and on the screen. */
    show: (incident: IncidentId, command: string) => say({ kind: 'recorded', incident, command }),
    declare: (incident: IncidentId, id: string) =>
      record(incident, id, { type: 'DeclareIncident', title: `Title of ${id}`, playbook: library.playbook().digest }),
    note: (incident: IncidentId, id: string, text = `words of ${id}`) =>
      record(incident, id, { type: 'RecordEntry', kind: 'note', text }),
    redact: async (incident: IncidentId, id: string, event: EventId, text: string) => {
      const events = await record(incident, id, { type: 'RedactText', event, why: 'a name' });
      if (events.length > 0) say({ kind: 'redacted', text });
    },
    draft: (key: string, text: string) => replace(key, text, () => library.drafts.save(key, text)),
    dropDraft: (key: string) => replace(key, null, () => library.drafts.remove(key)),
    keepPlaybook: () => replace(playbookKey, laterPlaybook.org, () => library.savePlaybook(laterPlaybook)),
  };
};

async function firstRun(hands: Hands, failNextFlush: () => void): Promise<void> {
  const { note } = hands;
  await hands.draft('title', 'checkout is');
  await hands.declare(a, 'declare-a');
  await Promise.all([hands.declare(b, 'declare-b'), note(a, 'a1'), hands.draft('title', 'checkout is slow')]);
  await Promise.all([note(a, 'a2', long('a2')), note(a, 'a3'), note(a, 'a4', long('a4')), note(b, 'b1', long('b1'))]);
  const [secret] = await note(a, 'secret-1', long('hunter-one'));
  await note(a, 'secret-2', long('hunter-two'));
  await hands.library.list();
  if (secret) await hands.redact(a, 'redact-1', secret, 'hunter-one');
  await Promise.all([note(a, 'a5'), note(b, 'b2')]);
  failNextFlush();
  await Promise.all([note(a, 'a6', long('a6')), note(a, 'a7')]);
  await note(a, 'a6', long('a6'));
  await note(a, 'a7');
  await hands.keepPlaybook();
  await hands.record(a, 'adopt', { type: 'AdoptPlaybook', playbook: hands.library.playbook().digest });
  await hands.dropDraft('title');
  await hands.draft('update', 'half an update');
  await hands.library.list();
}

async function secondRun(hands: Hands): Promise<void> {
  const { note } = hands;
  const opened = hands.library.open(a);
  const commits = opened.ok ? opened.value.commits : [];
  const secret = commits.find(({ commit }) => commit.command.id === 'secret-2')?.commit.events[0];
  const toShow = hands.library.open(b);
  await hands.library.confirmed(b);
  if (toShow.ok && toShow.value.commits.some(({ commit }) => commit.command.id === shown)) hands.show(b, shown);
  await note(a, 'a8', long('a8'));
  if (secret) await hands.redact(a, 'redact-2', secret.id, 'hunter-two');
  await hands.declare(c, 'declare-c');
  await Promise.all([note(c, 'c1', long('c1')), note(c, 'c2'), note(b, 'b3'), hands.dropDraft('update')]);
  await hands.draft('section', 'what went well');
  await hands.library.list();
}
