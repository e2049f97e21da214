import type { Command } from '../../shared/incident/command.ts';
import { parseCommand } from '../../shared/incident/command-schema.ts';
import type { IncidentState } from '../../shared/incident/incident-state.ts';
import { type MetricMove, metricMoves } from '../../shared/incident/preview.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { type MergeOffer, mergeOffers } from '../../shared/lifecycle/merge-offers.ts';
import { projectMetricRecord } from '../../shared/lifecycle/metric-record.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { incidentDeclaredBy } from './declared-incident.ts';
import { checkRepeated, createFindEarlierAnswer, type EarlierAnswer, playbookOf } from './earlier-answer.ts';
import { type Failure, type Outcome, refused, toFailure } from './failure.ts';
import { findIncident } from './find-incident.ts';
import type { Session } from './open-session.ts';
import type { Call } from './repeatable.ts';
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
  readonly stopped?: Failure & { readonly line: number };
}

/** Runs a script line by line and stops at the first one that is refused; what was recorded before stays. */
export const runScript = async (
  lines: AsyncIterable<string> | Iterable<string>,
  session: Session,
  world: CommandLineWorld,
  call: Call,
): Promise<ScriptReport> => {
  const runner = createRunner(session, world, call);
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const outcome = await runner.run(text, line);
    if (!outcome.ok) return { ...runner.report(), stopped: { line, ...outcome.error } };
  }
  return runner.report();
};

const createRunner = (session: Session, world: CommandLineWorld, call: Call) => {
  const { library } = session;
  const findAnswer = createFindEarlierAnswer(session, world);
  const names = new Map<string, string>();
  /** What other words than `$name` have meant so far: to find out costs a look at every incident. */
  const idsByWord = new Map<string, IncidentId>();
  const idsByIncident = new Map<IncidentId, Set<CommandId>>();
  const declared: { id: IncidentId; name: string | null; line: number }[] = [];
  const moves: (MetricMove & { incident: IncidentId; line: number })[] = [];
  const offers: (MergeOffer & { incident: IncidentId; from: IncidentId; line: number })[] = [];
  let commands = 0;

  const moveClock = ({ clock }: ClockLine): Outcome => {
    if (!session.moveClock)
      return refused('The clock is set only under a test clock (HOLDFAST_TEST_CLOCK, in a checkout).');
    session.moveClock(clock);
    return ok(null);
  };

  const incidentOf = async (line: CommandLine, id: CommandId, isNew: boolean): Promise<Result<IncidentId, string>> => {
    const isDeclaration = line.command.type === 'DeclareIncident';
    if (line.incident !== undefined) return namedIncident(line.incident, isDeclaration);
    if (!isDeclaration) return err('"incident" is missing: whose record is this?');
    return ok(incidentDeclaredBy(session, id, isNew));
  };

  const namedIncident = async (wanted: string, isDeclaration: boolean): Promise<Result<IncidentId, string>> => {
    const name = reference.exec(wanted)?.[1];
    if (name !== undefined) {
      const known = names.get(name);
      return known === undefined ? err(`No line before is named "${name}".`) : ok(known as IncidentId);
    }
    // A declaration may bring its own id; the library refuses what is none.
    if (isDeclaration) return ok(wanted as IncidentId);
    const before = idsByWord.get(wanted);
    if (before) return ok(before);
    const found = await findIncident(session, wanted);
    if (!found.ok) return err(found.error.sentence);
    idsByWord.set(wanted, found.value.id);
    return ok(found.value.id);
  };

  /** Reading a state costs with its size, so the ids that a script found there are read once. */
  const findEarlier = (incident: IncidentId, id: CommandId): Outcome<EarlierAnswer | undefined> => {
    const known = idsByIncident.get(incident) ?? new Set(stateOf(incident)?.commands.keys());
    idsByIncident.set(incident, known);
    if (known.has(id)) return findAnswer(incident, id);
    known.add(id);
    return ok(undefined);
  };

  const execute = async (line: CommandLine, number: number): Promise<Outcome> => {
    if (line.as !== undefined && names.has(line.as)) return refused(`Another line is named "${line.as}" already.`);
    const id = line.id ?? (`${call.id}:${number}` as CommandId);
    const isNew = line.id === undefined && !call.isIdGiven;
    const incident = await incidentOf(line, id, isNew);
    if (!incident.ok) return refused(incident.error);
    const earlier = isNew ? ok(undefined) : findEarlier(incident.value, id);
    if (!earlier.ok) return earlier;
    const readPlaybook = () => (earlier.value && playbookOf(earlier.value)) ?? library.playbook().digest;
    const command = fillIn(withDefaults(line, readPlaybook), (name) => names.get(name));
    if (!command.ok) return refused(command.error);
    const repeated = earlier.value && checkRepeated(earlier.value, readCommand(command.value));
    if (repeated && !repeated.ok) return repeated;
    const before = changesFigures.has(line.command.type) ? stateOf(incident.value) : undefined;
    const by = line.by === undefined ? session.by : { ...session.by, person: line.by };
    const recorded = await library.execute({
      id,
      incident: incident.value,
      command: command.value,
      by,
      zone: session.zone,
    });
    if (!recorded.ok) return toFailure(recorded.error);
    commands += 1;
    if (changesNames.has(line.command.type)) idsByWord.clear();
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
    run: async (text: string, number: number): Promise<Outcome> => {
      const line = parseScriptLine(text);
      if (!line.ok) return refused(line.error);
      if (line.value === undefined) return ok(null);
      return 'clock' in line.value ? moveClock(line.value) : execute(line.value, number);
    },
  };
};

/** What may give an incident another key, or bring one that a word fits as well. */
const changesNames: ReadonlySet<string> = new Set<Command['type']>([
  'DeclareIncident',
  'ChangeDetails',
  'WithdrawEvent',
]);

/** What changes a milestone that was said before. Reading the state costs with the size of the incident. */
const changesFigures: ReadonlySet<string> = new Set<Command['type']>([
  'CorrectMilestone',
  'SkipMilestone',
  'WithdrawDiagnosis',
  'ReportFixFailed',
  'ReopenIncident',
  'WithdrawEvent',
]);

const readCommand = (input: unknown): Command | undefined => {
  const command = parseCommand(input);
  return command.ok ? command.value : undefined;
};

/** The moment of the line, and the playbook where a command needs one and names none. */
const withDefaults = ({ command, at }: CommandLine, readPlaybook: () => string): object => ({
  ...(command.type === 'DeclareIncident' || command.type === 'AdoptPlaybook' ? { playbook: readPlaybook() } : {}),
  ...command,
  ...(at === undefined ? {} : { at }),
});
