import type { Command } from '../../shared/incident/command.ts';
import { lineToAction, projectLineContext } from '../../shared/incident/line-to-command.ts';
import { moveLine } from '../../shared/incident/move-words.ts';
import { metricMoves } from '../../shared/incident/preview.ts';
import type { IncidentSummary } from '../../shared/incident/summary.ts';
import { createRowProjection } from '../../shared/incident/timeline-row.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import { formatClock, zoneName } from '../../shared/kernel/zone.ts';
import { parseLine } from '../../shared/timeline/line-command.ts';
import type { Arguments, CommandDefinition } from './command-definition.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { type Outcome, refused, toFailure, wrongUsage } from './failure.ts';
import { findIncident, findRunning, incidentNamedBy, nameOf, readIncident } from './find-incident.ts';
import { type Session, withSession } from './open-session.ts';
import { readInstant } from './read-instant.ts';
import { lineWidth, shorten, toOneLine } from './text-table.ts';

export const logCommand: CommandDefinition = {
  name: 'log',
  form: '[ID] TEXT...   (or lines on standard input)',
  summary: 'Record a line, as the entry line of the app reads it',
  details: [
    '  --incident ID  the incident; else the first word when it is an id or key,',
    '                 else the only one that runs',
    '  --at MOMENT    when it happened, like 2026-03-02T09:04:00Z',
    '',
    'A line may begin with a time of day (14:05 ...) and with a command word:',
    '  !obs !hyp !task @who 10m ... !done N ... !dec ... because ... !todo !note',
    '  !sev 2 why  !impact partial ...  !role ic @who  !ack  !fix N right words',
    '  !milestone detected 14:05  !alert fire ...  !inside (not in shared exports)',
    '  !promise public 14:50 (a next update promised outside a text)',
    'Anything else becomes a note. Quote the text: your shell may give ! a meaning.',
  ],
  options: { incident: { type: 'string' }, at: { type: 'string' } },
  run: async (given, world) => {
    const at = readInstant(given, 'at');
    if (!at.ok) return at;
    return withSession(given, world, 'must-exist', async (session) => {
      const target = await chooseIncident(given, session);
      if (!target.ok) return target;
      const { incident, text } = target.value;
      const record = createRecorder(session, world, incident);
      if (text !== '') {
        const outcome = await record(text, at.value);
        return outcome.ok || outcome.error.exitCode === 2
          ? outcome
          : refused(`${outcome.error.sentence} Nothing was recorded.`);
      }
      if (!world.inputLines) return wrongUsage('Say what happened: holdfast log [ID] TEXT');
      if (at.value) return wrongUsage('--at is for one line; lines on standard input may begin with a time of day.');
      return recordLines(world.inputLines(), record, world);
    });
  },
};

interface Target {
  readonly incident: IncidentSummary;
  /** Empty: read standard input. */
  readonly text: string;
}

const chooseIncident = async (given: Arguments, session: Session): Promise<Outcome<Target>> => {
  const named = given.text('incident');
  const text = given.words.join(' ').trim();
  if (named !== undefined) {
    const found = await findIncident(session, named);
    return found.ok ? ok({ incident: found.value, text }) : found;
  }
  const all = await session.library.list();
  const [first = '', ...rest] = given.words;
  const leading = incidentNamedBy(all, first);
  if (leading) return ok({ incident: leading, text: rest.join(' ').trim() });
  if (/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i.test(first)) return refused(`There is no incident ${first} in this library.`);
  const running = findRunning(all);
  return running.ok ? ok({ incident: running.value, text }) : running;
};

type RecordLine = (line: string, at?: Instant) => Promise<Outcome>;

const createRecorder = (session: Session, world: CommandLineWorld, incident: IncidentSummary): RecordLine => {
  const { library, by, zone } = session;
  const { id } = incident;
  const toRows = createRowProjection();
  let { warn } = world;
  return async (line, at) => {
    const before = readIncident(session, { warn }, id);
    if (!before.ok) return before;
    // Damage is told once, not with every line.
    warn = () => undefined;
    const { state, playbook } = before.value;
    const command = readLine(line, at, projectLineContext(state, playbook, 'note'), session);
    if (!command.ok) return command;
    const recorded = await library.execute({
      id: world.newCommandId(),
      incident: id,
      command: command.value,
      by,
      zone,
    });
    if (!recorded.ok) return toFailure(recorded.error);
    const after = library.stateOf(id);
    if (!after.ok) return toFailure(after.error);
    const fresh = new Set(recorded.value.events);
    const rows = toRows(after.value, playbook).filter((row) => fresh.has(row.id));
    for (const row of rows) {
      const clock = `${formatClock(row.at, zone)} ${zoneName(row.at, zone)}`;
      world.say(
        shorten(
          [nameOf(incident), row.name, clock, row.word, toOneLine(row.text)].filter(Boolean).join('  '),
          lineWidth,
        ),
      );
    }
    // A correction shows in the row of what it corrects.
    if (rows.length === 0) world.say(`${nameOf(incident)}  ${fresh.size > 0 ? 'recorded' : 'nothing changed'}`);
    for (const move of metricMoves(state, after.value, session.now()))
      world.say(shorten(`  ${moveLine(move)}`, lineWidth));
    return ok(null);
  };
};

const readLine = (
  line: string,
  at: Instant | undefined,
  context: ReturnType<typeof projectLineContext>,
  { zone, now }: Session,
): Outcome<Command> => {
  const intent = parseLine(line, context);
  const action = lineToAction(intent, now(), zone, at);
  switch (action.do) {
    case 'record':
      return withMoment(action.command, at);
    case 'wait':
      return refused(action.hint);
    case 'declare':
      return refused('A new incident is declared with: holdfast new TITLE.');
    case 'write-update':
      return refused('An update is written in the app, or recorded as sent with: holdfast exec (SendUpdate).');
    case 'ask-time': {
      const which = action.candidates.join(' or ');
      const why = action.why === 'twice' ? 'That time came twice' : 'That is more than 12 hours ago';
      return refused(`${why}. If you mean ${which}, say so with --at.`);
    }
  }
};

const withMoment = (command: Command, at: Instant | undefined): Outcome<Command> => {
  if (at === undefined || command.at === at) return ok(command);
  return command.at === undefined
    ? ok({ ...command, at })
    : refused('The line begins with another time of day than --at says. Leave one of them out.');
};

/** Every line on its own: one that cannot be read must not keep the others from being recorded. */
const recordLines = async (
  lines: AsyncIterable<string>,
  record: RecordLine,
  { warn }: CommandLineWorld,
): Promise<Outcome> => {
  let number = 0;
  let left = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const outcome = await record(line);
    if (outcome.ok) continue;
    left += 1;
    warn(`Line ${number} was not recorded: ${outcome.error.sentence}`);
  }
  if (number === 0) return wrongUsage('Say what happened: holdfast log [ID] TEXT');
  return left === 0 ? ok(null) : refused(`${left} of ${number} lines were not recorded.`);
};
