import type { Command } from '../../shared/incident/command.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { DetectionSource } from '../../shared/lifecycle/lifecycle.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import { findSeverity } from '../../shared/timeline/line-arguments.ts';
import { type Arguments, type CommandDefinition, jsonOption } from './command-definition.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { incidentDeclaredBy } from './declared-incident.ts';
import { checkRepeated, createFindEarlierAnswer, playbookOf } from './earlier-answer.ts';
import { type Outcome, refused, toFailure, wrongUsage } from './failure.ts';
import { type Session, withSession } from './open-session.ts';
import { readInstant } from './read-instant.ts';
import { type Call, idDetails, idOption, repeatable } from './repeatable.ts';
import { sayData } from './say-json.ts';

const sources: readonly DetectionSource[] = ['alert', 'staff', 'customer', 'partner', 'security'];

export const newCommand: CommandDefinition = {
  name: 'new',
  form: 'TITLE [options]',
  summary: 'Declare an incident; prints its id',
  details: [
    '  --severity SEV2   provisional; severities are those of the playbook',
    '  --service a,b     services that are affected',
    '  --source SOURCE   alert, staff, customer, partner or security',
    '  --key INC-214     the name that people type for it',
    '  --failure MOMENT  when it began, like 2026-03-02T09:00:00Z',
    '  --drill           an exercise; stays one for ever',
    ...idDetails(20),
    '  --json            {id, key, title, declaredAt, command, repeated} in place of',
    '                    the id',
  ],
  options: {
    severity: { type: 'string' },
    service: { type: 'string' },
    source: { type: 'string' },
    key: { type: 'string' },
    failure: { type: 'string' },
    drill: { type: 'boolean' },
    ...idOption,
    ...jsonOption,
  },
  run: async (given, world) => {
    const title = given.words.join(' ').trim();
    if (title === '') return wrongUsage('Say what is wrong: holdfast new TITLE');
    const declaration = readDeclaration(given, title);
    if (!declaration.ok) return declaration;
    return repeatable(newCommand, given, world, (call) =>
      withSession(given, world, 'may-be-new', (session) => declare(given, world, call, session, declaration.value)),
    );
  },
};

const declare = async (
  given: Arguments,
  world: CommandLineWorld,
  call: Call,
  session: Session,
  declaration: Declaration,
): Promise<Outcome> => {
  const { library, by, zone } = session;
  const incident = incidentDeclaredBy(session, call.id, !call.isIdGiven);
  const found = createFindEarlierAnswer(session, world)(incident, call.id);
  if (!found.ok) return found;
  const earlier = found.value;
  const known = earlier ? ok(null) : await checkKey(session, given.text('key'));
  if (!known.ok) return known;
  const { playbook, digest } = library.playbook();
  const command: DeclareIncident = {
    ...spelledOut(declaration, earlier?.now.playbook ?? playbook),
    playbook: (earlier && playbookOf(earlier)) ?? digest,
  };
  const repeated = earlier && checkRepeated(earlier, command);
  if (repeated && !repeated.ok) return repeated;
  call.begin();
  const recorded = await library.execute({ id: call.id, incident, command, by, zone });
  if (!recorded.ok) return toFailure(recorded.error);
  const state = library.stateOf(incident);
  if (!state.ok) return toFailure(state.error);
  const { lifecycle } = state.value;
  sayData(
    given,
    world,
    () => ({
      id: incident,
      key: lifecycle.key ?? null,
      title: lifecycle.title,
      declaredAt: lifecycle.declared?.occurredAt ?? null,
      command: call.id,
      repeated: repeated !== undefined,
    }),
    () => incident,
  );
  if (repeated) world.warn(repeated.value);
  return ok(null);
};

type DeclareIncident = Extract<Command, { type: 'DeclareIncident' }>;
type Declaration = Omit<DeclareIncident, 'playbook'>;

const readDeclaration = (given: Arguments, title: string): Outcome<Declaration> => {
  const failureAt = readInstant(given, 'failure');
  if (!failureAt.ok) return failureAt;
  const [severity, key, typedSource] = ['severity', 'key', 'source'].map((option) => given.text(option)?.trim());
  const source = sources.find((known) => known === typedSource);
  if (typedSource !== undefined && !source)
    return wrongUsage(`--source is one of ${sources.join(', ')}; it was "${typedSource}".`);
  const services = given
    .text('service')
    ?.split(',')
    .map((service) => service.trim())
    .filter((service) => service !== '');
  return ok({
    type: 'DeclareIncident',
    title,
    ...(severity ? { severity } : {}),
    ...(key ? { key } : {}),
    ...(services && services.length > 0 ? { services } : {}),
    ...(source ? { detection: { source } } : {}),
    ...(failureAt.value ? { failureAt: failureAt.value } : {}),
    ...(given.has('drill') ? { drill: true } : {}),
  });
};

/** Two devices that were apart may choose one key; one library alone should not. */
const checkKey = async ({ library }: Session, key: string | undefined): Promise<Outcome> => {
  const holder = key && (await library.list()).find((other) => other.key?.toLowerCase() === key.toLowerCase());
  return holder ? refused(`The key ${key} belongs to another incident already: ${holder.title}.`) : ok(null);
};

/** As people say it: `sev2` and `2` mean SEV2. What fits none goes on as typed, to be refused with the list. */
const spelledOut = ({ severity, ...declaration }: Declaration, playbook: Playbook): Declaration => {
  if (severity === undefined) return declaration;
  return {
    ...declaration,
    severity:
      findSeverity(
        playbook.severities.map(({ id }) => id),
        severity,
      ) ?? severity,
  };
};
