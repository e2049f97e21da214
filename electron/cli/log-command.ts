import type { IncidentSummary } from '../../shared/incident/summary.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { CommandId } from '../../shared/record/ids.ts';
import { type Arguments, type CommandDefinition, jsonOption } from './command-definition.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { type Outcome, refused, wrongUsage } from './failure.ts';
import { findIncident, findRunning, incidentNamedBy } from './find-incident.ts';
import { type Session, withSession } from './open-session.ts';
import { readInstant } from './read-instant.ts';
import { createRecorder, type RecordedLine } from './record-line.ts';
import { type Call, idDetails, idOption, repeatable, sameInput } from './repeatable.ts';

export const logCommand: CommandDefinition = {
  name: 'log',
  form: '[ID] TEXT...   (or lines on standard input)',
  summary: 'Record a line, as the entry line of the app reads it',
  details: [
    '  --incident ID  the incident; else the first word when it is an id or key,',
    '                 else the only one that runs',
    '  --at MOMENT    when it happened, like 2026-03-02T09:04:00Z',
    ...idDetails(17),
    '  --json         {incident, command, lines} in place of the rows',
    '',
    'A line may begin with a time of day (14:05 ...) and with a command word:',
    '  !obs !hyp !task @who 10m ... !done N ... !dec ... because ... !todo !note',
    '  !sev 2 why  !impact partial ...  !role ic @who  !ack  !fix N right words',
    '  !milestone detected 14:05  !alert fire ...  !inside (not in shared exports)',
    '  !promise public 14:50 (a next update promised outside a text)',
    'Anything else becomes a note. Quote the text: your shell may give ! a meaning.',
  ],
  options: { incident: { type: 'string' }, at: { type: 'string' }, ...idOption, ...jsonOption },
  run: async (given, world) => {
    const at = readInstant(given, 'at');
    return at.ok ? repeatable(logCommand, given, world, (call) => log(given, world, call, at.value)) : at;
  },
};

const log = (given: Arguments, world: CommandLineWorld, call: Call, at: Instant | undefined): Promise<Outcome> =>
  withSession(given, world, 'must-exist', async (session) => {
    const target = await chooseIncident(given, session, call);
    if (!target.ok) return target;
    const { incident, text, isNamed } = target.value;
    const isJson = given.has('json');
    const record = createRecorder(session, isJson ? { ...world, say: () => undefined } : world, incident);
    const lines: (RecordedLine & { readonly line: number })[] = [];
    const recordOne: RecordOne = async (typed, line) => {
      const outcome = await record(typed, text === '' ? (`${call.id}:${line}` as CommandId) : call.id, at);
      if (outcome.ok) lines.push({ line, ...outcome.value });
      return outcome;
    };
    call.begin({
      words: isNamed ? [] : ['--incident', incident.id],
      remark: text === '' ? sameInput : '',
    });
    const outcome = await recordAll(text, recordOne, world, at);
    if (isJson && lines.length > 0)
      world.say(JSON.stringify({ incident: incident.id, command: call.id, lines }, undefined, 2));
    return outcome;
  });

type RecordOne = (typed: string, line: number) => Promise<Outcome<RecordedLine>>;

const recordAll = async (
  text: string,
  record: RecordOne,
  world: CommandLineWorld,
  at: Instant | undefined,
): Promise<Outcome> => {
  if (text !== '') {
    const outcome = await record(text, 1);
    if (outcome.ok) return ok(null);
    const { exitCode, sentence, isRepeatable } = outcome.error;
    return exitCode === 2 || isRepeatable ? outcome : refused(`${sentence} Nothing was recorded.`);
  }
  if (!world.inputLines) return wrongUsage('Say what happened: holdfast log [ID] TEXT');
  if (at) return wrongUsage('--at is for one line; lines on standard input may begin with a time of day.');
  return recordLines(world.inputLines(), record, world);
};

interface Target {
  readonly incident: IncidentSummary;
  /** Empty: read standard input. */
  readonly text: string;
  /** By the words that were given, not by what happens to run. */
  readonly isNamed: boolean;
}

const chooseIncident = async (given: Arguments, session: Session, { isIdGiven }: Call): Promise<Outcome<Target>> => {
  const named = given.text('incident');
  const text = given.words.join(' ').trim();
  if (named !== undefined) {
    const found = await findIncident(session, named);
    return found.ok ? ok({ incident: found.value, text, isNamed: true }) : found;
  }
  const all = await session.library.list();
  const [first = '', ...rest] = given.words;
  const leading = incidentNamedBy(all, first);
  if (leading) return ok({ incident: leading, text: rest.join(' ').trim(), isNamed: true });
  if (/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i.test(first)) return refused(`There is no incident ${first} in this library.`);
  // By then another one may run, and the line would be recorded there once more.
  if (isIdGiven) return wrongUsage('With --id, name the incident as well: --incident ID, or ID in front of the text.');
  const running = findRunning(all);
  return running.ok ? ok({ incident: running.value, text, isNamed: false }) : running;
};

/** Every line on its own: one that cannot be read must not keep the others from being recorded. */
const recordLines = async (
  lines: AsyncIterable<string>,
  record: RecordOne,
  { warn }: CommandLineWorld,
): Promise<Outcome> => {
  let number = 0;
  let left = 0;
  let isRepeatable = false;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const outcome = await record(line, number);
    if (outcome.ok) continue;
    left += 1;
    isRepeatable ||= outcome.error.isRepeatable ?? false;
    warn(`Line ${number} was not recorded: ${outcome.error.sentence}`);
  }
  if (number === 0) return wrongUsage('Say what happened: holdfast log [ID] TEXT');
  return left === 0
    ? ok(null)
    : err({ exitCode: 1, sentence: `${left} of ${number} lines were not recorded.`, isRepeatable });
};
