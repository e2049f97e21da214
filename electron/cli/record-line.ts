import type { Command } from '../../shared/incident/command.ts';
import type { IncidentState } from '../../shared/incident/incident-state.ts';
import { lineToAction, projectLineContext } from '../../shared/incident/line-to-command.ts';
import { moveLine } from '../../shared/incident/move-words.ts';
import { metricMoves } from '../../shared/incident/preview.ts';
import type { IncidentSummary } from '../../shared/incident/summary.ts';
import { createRowProjection } from '../../shared/incident/timeline-row.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import { formatClock, zoneName } from '../../shared/kernel/zone.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import type { CommandId, EventId } from '../../shared/record/ids.ts';
import { parseLine } from '../../shared/timeline/line-command.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { checkRepeated, createFindEarlierAnswer } from './earlier-answer.ts';
import { type Outcome, refused, toFailure } from './failure.ts';
import { nameOf, readIncident } from './find-incident.ts';
import type { Session } from './open-session.ts';
import { lineWidth, shorten, toOneLine } from './text-table.ts';

export interface RecordedLine {
  readonly command: CommandId;
  readonly events: readonly EventId[];
  /** Nothing was recorded now: an earlier call had done it. */
  readonly repeated: boolean;
}

/** Records one line under this id, or answers as it was answered before. `at` says when it happened, if the line does not. */
export type RecordLine = (line: string, id: CommandId, at?: Instant) => Promise<Outcome<RecordedLine>>;

export const createRecorder = (session: Session, world: CommandLineWorld, incident: IncidentSummary): RecordLine => {
  const { library, by, zone, now } = session;
  const sayRows = createRowSayer(session, world, incident);
  const findEarlier = createFindEarlierAnswer(session, { warn: () => undefined });
  let { warn } = world;
  return async (line, id, at) => {
    const read = readIncident(session, { warn }, incident.id);
    if (!read.ok) return read;
    // Damage is told once, not with every line.
    warn = () => undefined;
    const { state, playbook } = read.value;
    const found = state.commands.has(id) ? findEarlier(incident.id, id) : ok(undefined);
    if (!found.ok) return found;
    const earlier = found.value;
    // Read as it was then: by now the task is done, or the time of day means tomorrow's.
    const basis = earlier?.then ?? { state, loaded: { commit: { recordedAt: now() } } };
    const context = projectLineContext(basis.state, earlier?.playbook ?? playbook, 'note');
    const command = readLine(line, at, context, { zone, now: basis.loaded.commit.recordedAt });
    const repeated = earlier && checkRepeated(earlier, command.ok ? command.value : undefined);
    if (repeated && !repeated.ok) return repeated;
    if (!command.ok) return command;
    const recorded = await library.execute({ id, incident: incident.id, command: command.value, by, zone });
    if (!recorded.ok) return toFailure(recorded.error);
    const { events } = recorded.value;
    const after = library.stateOf(incident.id);
    if (!after.ok) return toFailure(after.error);
    sayRows(after.value, playbook, events);
    for (const move of metricMoves(state, after.value, now())) world.say(shorten(`  ${moveLine(move)}`, lineWidth));
    if (repeated) world.warn(repeated.value);
    return ok({ command: id, events, repeated: repeated !== undefined });
  };
};

const createRowSayer = ({ zone }: Session, { say }: CommandLineWorld, incident: IncidentSummary) => {
  const toRows = createRowProjection();
  return (state: IncidentState, playbook: Playbook, events: readonly EventId[]): void => {
    const fresh = new Set(events);
    const rows = toRows(state, playbook).filter((row) => fresh.has(row.id));
    for (const row of rows) {
      const clock = `${formatClock(row.at, zone)} ${zoneName(row.at, zone)}`;
      const cells = [nameOf(incident), row.name, clock, row.word, toOneLine(row.text)];
      say(shorten(cells.filter(Boolean).join('  '), lineWidth));
    }
    // A correction shows in the row of what it corrects.
    if (rows.length === 0) say(`${nameOf(incident)}  ${fresh.size > 0 ? 'recorded' : 'nothing changed'}`);
  };
};

const readLine = (
  line: string,
  at: Instant | undefined,
  context: ReturnType<typeof projectLineContext>,
  { zone, now }: { readonly zone: string; readonly now: Instant },
): Outcome<Command> => {
  const intent = parseLine(line, context);
  const action = lineToAction(intent, now, zone, at);
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
