import type { HoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import { orderCommits } from '../../shared/record/causal-order.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { CommandId, EventId, IncidentId } from '../../shared/record/ids.ts';
import type { FaultFileLayer } from '../support/fault-file-layer.ts';
import { openStoryLibrary } from '../support/story-library.ts';
import { minute } from '../support/story-step.ts';
import { type ModelWorkload, modelFolders, playbookKey, type Said } from './model-workload.ts';

/**
 * What a cut may leave: lines that nobody was told of, whole or torn, and files without content. Missing may be a line whose
 * flush had failed: the second run could read it, and nothing it can do tells it whether the disk has it.
 */
const harmless = new Set(['torn-tail', 'empty', 'damaged-line', 'broken-chain', 'not-a-journal', 'missing']);

/** Opens the library that a power cut left behind; says in words what is wrong with it. */
export const checkAfterCrash = async (
  files: FaultFileLayer,
  said: readonly Said[],
  { incidents, known }: ModelWorkload,
  round: number,
): Promise<readonly string[]> => {
  const losses: string[] = [];
  const open = (run: string) =>
    openStoryLibrary(files, { run: `${run}-${round}`, now: () => minute(200), ...modelFolders });
  const first = await open('first');
  const { readOnly, notices } = first.state();
  if (readOnly !== null) losses.push(`the library is read-only: ${readOnly}`);
  losses.push(...notices);
  losses.push(...findReplaced(first, said));
  for (const text of said.flatMap((note) => (note.kind === 'redacted' ? note.text : [])))
    if (holdsText(files, text)) losses.push(`the redacted text ${text} is still on the disk`);
  const before = new Map(incidents.map((id) => [id, readIncident(first, id)]));
  for (const [id, { commits, problems }] of before) {
    losses.push(...findMissing(commits, said, id));
    losses.push(...problems.filter((kind) => !harmless.has(kind)).map((kind) => `problem: ${kind}`));
    for (const commit of commits)
      if (!known.has(JSON.stringify(commit))) losses.push(`nobody wrote ${commit.commit.command.id} like this`);
  }
  losses.push(...(await goOn(first, files, incidents, before)));
  const listed = JSON.stringify(await first.list());
  const after = incidents.map((id) => readIncident(first, id));
  await first.close();
  const again = await open('again');
  if (JSON.stringify(await again.list()) !== listed) losses.push('the list is another one at the next start');
  for (const [index, id] of incidents.entries()) {
    const [then, now] = [after[index], readIncident(again, id)];
    if (textsOf(then?.commits) !== textsOf(now.commits)) losses.push('opening again does not give the same');
  }
  await again.close();
  return losses;
};

interface Read {
  readonly commits: readonly LoadedCommit[];
  readonly problems: readonly string[];
}

const readIncident = (library: HoldfastLibrary, id: IncidentId): Read => {
  const opened = library.open(id);
  if (!opened.ok) return { commits: [], problems: [] };
  const { commits, problems } = opened.value;
  return { commits, problems: problems.map(({ kind }) => kind) };
};

/** Acknowledged commands are there once, in the order in which they were acknowledged. */
const findMissing = (commits: readonly LoadedCommit[], said: readonly Said[], incident: IncidentId): string[] => {
  const promised = said.flatMap((note) => (note.kind === 'recorded' && note.incident === incident ? note.command : []));
  const there = orderCommits(commits)
    .commits()
    .map(({ commit }) => commit.command.id as string);
  const losses = promised.filter((command) => !there.includes(command)).map((command) => `${command} is lost`);
  if (new Set(there).size !== there.length) losses.push('a command counts twice');
  const kept = there.filter((command) => promised.includes(command));
  if (losses.length === 0 && kept.join() !== promised.join()) losses.push(`the order is ${kept.join()}`);
  return losses;
};

/** Of a draft or the playbook there is the last that was promised, or one that was being written since. */
const findReplaced = (library: HoldfastLibrary, said: readonly Said[]): readonly string[] => {
  const allowed = new Map<string, (string | null)[]>();
  for (const note of said) {
    if (note.kind === 'replaced') allowed.set(note.key, [note.text]);
    if (note.kind === 'replacing') allowed.set(note.key, [...(allowed.get(note.key) ?? [null]), note.text]);
  }
  const drafts = new Map<string, string>(library.drafts.list().map(({ key, text }) => [key, text]));
  return [...allowed].flatMap(([key, texts]) => {
    const found = key === playbookKey ? library.playbook().playbook.org : (drafts.get(key) ?? null);
    const isFirst = key === playbookKey && found === '' && texts.includes(null);
    return isFirst || texts.includes(found) ? [] : [`${key} is ${JSON.stringify(found)}, not ${JSON.stringify(texts)}`];
  });
};

/** The library can be written again, and a text that is redacted now is nowhere, whatever the cut left lying about. */
const goOn = async (
  library: HoldfastLibrary,
  files: FaultFileLayer,
  incidents: readonly IncidentId[],
  before: ReadonlyMap<IncidentId, Read>,
): Promise<readonly string[]> => {
  const losses: string[] = [];
  for (const id of incidents) {
    const { commits = [] } = before.get(id) ?? {};
    if (!commits.some(({ commit }) => commit.command.type === 'DeclareIncident')) continue;
    const record = (name: string, command: object) =>
      library.execute({
        id: `${name}-${id}` as CommandId,
        incident: id,
        command,
        by: { person: 'Omar', device: 'omar' },
        zone: 'UTC',
      });
    const noted = await record('later', { type: 'RecordEntry', kind: 'note', text: 'later' });
    if (!noted.ok) losses.push(`a new entry is refused: ${noted.error.message}`);
    for (const [index, { event, text }] of textsToRedact(commits).entries()) {
      const redacted = await record(`redact-later-${index}`, { type: 'RedactText', event, why: 'a name' });
      if (!redacted.ok) losses.push(`a redaction is refused: ${redacted.error.message}`);
      else if (holdsText(files, JSON.stringify(text))) losses.push(`${text} was redacted and is still there`);
    }
  }
  return losses;
};

/** The title, which the index holds too, and the newest entry, which may be torn somewhere or half replaced. */
const textsToRedact = (commits: readonly LoadedCommit[]) => {
  const whole = orderCommits(commits)
    .commits()
    .filter(({ blanked }) => blanked === undefined)
    .map(({ commit }) => commit.events[0]);
  const title = whole.find((event) => event?.type === 'IncidentDeclared') as { id: EventId; title: string } | undefined;
  const entry = whole.findLast((event) => event?.type === 'EntryRecorded') as { id: EventId; text: string } | undefined;
  return [
    ...(title ? [{ event: title.id, text: title.title }] : []),
    ...(entry ? [{ event: entry.id, text: entry.text }] : []),
  ];
};

const holdsText = (files: FaultFileLayer, text: string) =>
  [...files.everyFile()].some(({ bytes }) => Buffer.from(bytes).includes(text));

const textsOf = (commits: readonly LoadedCommit[] = []) =>
  commits
    .map((commit) => JSON.stringify(commit))
    .sort()
    .join('\n');
