import { ulid } from 'ulid';
import type { Command } from '../../shared/incident/command.ts';
import type { IncidentState } from '../../shared/incident/incident-state.ts';
import { type MetricMove, metricMoves } from '../../shared/incident/preview.ts';
import { instantToMs } from '../../shared/kernel/instant.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { type MergeOffer, mergeOffers } from '../../shared/lifecycle/merge-offers.ts';
import { projectMetricRecord } from '../../shared/lifecycle/metric-record.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { findIncident } from './find-incident.ts';
import type { Session } from './open-session.ts';
import { type ClockLine, type CommandLine, fillIn, parseScriptLine, reference } from './script-line.ts';

export interface ScriptReport {
  readonly commands: number;
  /** In order; `name` is null where the line gave none. */
  readonly declared: readonly { readonly id: IncidentId; readonly name: string | null; readonly line: number }[];
  /** What corrections and takings back changed in the figures, in order. */
  readonly moves: readonly (MetricMove & { readonly incident: IncidentId; readonly line: number })[];
  /** Earlier instants of merged incidents, offered to the incident that each is a part of. */
  readonly offers: readonly (MergeOffer & {
    readonly incident: IncidentId;
    readonly from: IncidentId;
    readonly line: number;
  })[];
  /** Where the script stopped and why; undefined when it went to its end. */
  readonly stopped?: { readonly line: number; readonly sentence: string };
}

/** Runs a script line by line and stops at the first one that is refused; what was recorded before stays. */
export const runScript = async (
  lines: AsyncIterable<string> | Iterable<string>,
  session: Session,
  newCommandId: () => CommandId,
): Promise<ScriptReport> => {
  const runner = createRunner(session, newCommandId);
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const outcome = await runner.run(text, line);
    if (!outcome.ok) return { ...runner.report(), stopped: { line, sentence: outcome.error } };
  }
  return runner.report();
};

const createRunner = (session: Session, newCommandId: () => CommandId) => {
  const { library } = session;
  const names = new Map<string, string>();
  const declared: { id: IncidentId; name: string | null; line: number }[] = [];
  const moves: (MetricMove & { incident: IncidentId; line: number })[] = [];
  const offers: (MergeOffer & { incident: IncidentId; from: IncidentId; line: number })[] = [];
  let commands = 0;

  const moveClock = ({ clock }: ClockLine): Result<null, string> => {
    if (!session.moveClock)
      return err('The clock is set only under a test clock (HOLDFAST_TEST_CLOCK, in a checkout).');
    session.moveClock(clock);
    return ok(null);
  };

  const incidentOf = async ({ incident, command, id, at }: CommandLine): Promise<Result<IncidentId, string>> => {
    if (incident !== undefined) return namedIncident(session, names, incident, command.type === 'DeclareIncident');
    if (command.type !== 'DeclareIncident') return err('"incident" is missing: whose record is this?');
    const known = id === undefined ? undefined : await declaredBy(session, id, at);
    return ok(known ?? (ulid(instantToMs(session.now())) as IncidentId));
  };

  const execute = async (line: CommandLine, number: number): Promise<Result<null, string>> => {
    if (line.as !== undefined && names.has(line.as)) return err(`Another line is named "${line.as}" already.`);
    const incident = await incidentOf(line);
    if (!incident.ok) return incident;
    const command = fillIn(withDefaults(line, session), (name) => names.get(name));
    if (!command.ok) return command;
    const before = changesFigures.has(line.command.type) ? stateOf(incident.value) : undefined;
    const by = line.by === undefined ? session.by : { ...session.by, person: line.by };
    const recorded = await library.execute({
      id: line.id ?? newCommandId(),
      incident: incident.value,
      command: command.value,
      by,
      zone: session.zone,
    });
    if (!recorded.ok) return err(recorded.error.message);
    commands += 1;
    const after = before && stateOf(incident.value);
    if (before && after)
      for (const move of metricMoves(before, after, session.now()))
        moves.push({ ...move, incident: incident.value, line: number });
    const { type, parent } = command.value as { readonly type: string; readonly parent?: IncidentId };
    if (type === 'CloseIncident' && parent !== undefined)
      for (const offer of offersTo(parent, incident.value))
        offers.push({ ...offer, incident: parent, from: incident.value, line: number });
    const isDeclaration = line.command.type === 'DeclareIncident';
    if (isDeclaration) declared.push({ id: incident.value, name: line.as ?? null, line: number });
    if (line.as !== undefined) remember(line.as, isDeclaration ? incident.value : undefined, recorded.value.events);
    return ok(null);
  };

  const stateOf = (incident: IncidentId): IncidentState | undefined => {
    const state = library.stateOf(incident);
    return state.ok ? state.value : undefined;
  };

  const offersTo = (parent: IncidentId, child: IncidentId): readonly MergeOffer[] => {
    const [merged, into] = [stateOf(child), stateOf(parent)];
    if (merged?.lifecycle.status !== 'merged' || !into) return [];
    return mergeOffers(
      projectMetricRecord(child, merged.lifecycle).milestones,
      projectMetricRecord(parent, into.lifecycle).milestones,
    );
  };

  const remember = (name: string, incident: IncidentId | undefined, events: readonly string[]) => {
    const first = incident ?? events[0];
    if (first !== undefined) names.set(name, first);
    for (const [index, event] of events.entries()) names.set(`${name}.${index + 1}`, event);
  };

  return {
    report: (): ScriptReport => ({ commands, declared, moves, offers }),
    run: async (text: string, number: number): Promise<Result<null, string>> => {
      const line = parseScriptLine(text);
      if (!line.ok) return line;
      if (line.value === undefined) return ok(null);
      return 'clock' in line.value ? moveClock(line.value) : execute(line.value, number);
    },
  };
};

/** What changes a milestone that was said before. Reading the state costs with the size of the incident. */
const changesFigures: ReadonlySet<string> = new Set<Command['type']>([
  'CorrectMilestone',
  'SkipMilestone',
  'WithdrawDiagnosis',
  'ReportFixFailed',
  'ReopenIncident',
  'WithdrawEvent',
]);

const namedIncident = async (
  session: Session,
  names: ReadonlyMap<string, string>,
  wanted: string,
  isDeclaration: boolean,
): Promise<Result<IncidentId, string>> => {
  const name = reference.exec(wanted)?.[1];
  if (name !== undefined) {
    const known = names.get(name);
    return known === undefined ? err(`No line before is named "${name}".`) : ok(known as IncidentId);
  }
  // A declaration may bring its own id; the library refuses what is none.
  if (isDeclaration) return ok(wanted as IncidentId);
  const found = await findIncident(session, wanted);
  return found.ok ? ok(found.value.id) : err(found.error.sentence);
};

/** The incident that an earlier run of the same script declared, so that running it again changes nothing. */
const declaredBy = async (
  { library }: Session,
  id: CommandId,
  at: CommandLine['at'],
): Promise<IncidentId | undefined> => {
  const candidates = (await library.list()).filter(({ declaredAt }) => at === undefined || declaredAt === at);
  return candidates.find((candidate) => {
    const state = library.stateOf(candidate.id);
    return state.ok && state.value.commands.has(id);
  })?.id;
};

/** The moment of the line, and the playbook in force where a command needs one and names none. */
const withDefaults = ({ command, at }: CommandLine, { library }: Session): object => ({
  ...(command.type === 'DeclareIncident' || command.type === 'AdoptPlaybook'
    ? { playbook: library.playbook().digest }
    : {}),
  ...command,
  ...(at === undefined ? {} : { at }),
});
