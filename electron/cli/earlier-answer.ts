import { isDeepStrictEqual } from 'node:util';
import type { Command } from '../../shared/incident/command.ts';
import { decide } from '../../shared/incident/decide.ts';
import { playbookInForce } from '../../shared/incident/fold.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import { orderCommits } from '../../shared/record/causal-order.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { authorName } from '../../shared/record/rules.ts';
import { eventIdOf } from '../library/event-id.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { type Outcome, refused } from './failure.ts';
import { type ReadIncident, readIncident } from './find-incident.ts';
import { createHindsight, type DecidedOn, type Hindsight } from './hindsight.ts';
import type { Session } from './open-session.ts';
import { toOneLine } from './text-table.ts';

/** What a command id recorded before, and the incident as it is now. */
export interface EarlierAnswer {
  readonly then: DecidedOn;
  readonly now: ReadIncident;
  /** That was in force then. */
  readonly playbook: Playbook;
}

/** Undefined when the id, or the incident, is new. What it said before is not to be used after it was asked again. */
export type FindEarlierAnswer = (incident: IncidentId, id: CommandId) => Outcome<EarlierAnswer | undefined>;

interface Known {
  readonly now: ReadIncident;
  readonly decidedOn: Hindsight;
}

/**
 * Finds what command ids recorded before. An incident is read once for all of them, and again for an id that was not in
 * it: so lines that are repeated cost no more than they did, if their ids come in the order in which they were recorded.
 */
export const createFindEarlierAnswer = (session: Session, world: Pick<CommandLineWorld, 'warn'>): FindEarlierAnswer => {
  const knownByIncident = new Map<IncidentId, Known>();

  const answerOf = ({ now, decidedOn }: Known, id: CommandId): EarlierAnswer | undefined => {
    const ref = now.state.commands.get(id);
    const then = ref && decidedOn(ref);
    if (!then) return undefined;
    const digest = then.state.playbook ?? namedBy(then.loaded);
    return { then, now, playbook: session.library.playbookOf(now.state.id, digest) };
  };

  return (incident, id) => {
    const known = knownByIncident.get(incident);
    if (known?.now.state.commands.has(id)) return ok(answerOf(known, id));
    if (!session.library.open(incident).ok) return ok(undefined);
    const read = readIncident(session, world, incident);
    if (!read.ok) return read;
    if (!read.value.state.commands.has(id)) return ok(undefined);
    const fresh = { now: read.value, decidedOn: createHindsight(incident, read.value.commits) };
    knownByIncident.set(incident, fresh);
    return ok(answerOf(fresh, id));
  };
};

/** The playbook that the command named, which need not be in force any more. */
export const playbookOf = ({ then }: EarlierAnswer): string | undefined => namedBy(then.loaded);

const namedBy = (loaded: LoadedCommit): string | undefined => playbookInForce(orderCommits([loaded]).commits());

/**
 * Whether `command` is what was recorded under its id before: decided anew on what was known then it must lead to the
 * same events. The record keeps no sum of the words to compare with, since they may have to be redacted.
 * @param command undefined when the words meant nothing then
 * @returns what to say of it
 */
export const checkRepeated = (earlier: EarlierAnswer, command: Command | undefined): Outcome<string> => {
  const { state, loaded } = earlier.then;
  const { commit, blanked } = loaded;
  const at = `${commit.recordedAt} by ${authorName(commit.by)}`;
  // What was redacted since can be compared with nothing.
  if (command && (blanked || isDeepStrictEqual(eventsOf(command), commit.events)))
    return ok(toOneLine(`Recorded before, at ${at}: nothing was recorded again.`));
  const { key, title } = earlier.now.state.lifecycle;
  const incident = `${key ?? commit.incident.slice(-6)} (${title})`;
  return refused(
    toOneLine(
      `The id ${commit.command.id} was used before for something else, in ${incident} at ${at}. This was not recorded: choose another id.`,
    ),
  );

  function eventsOf(repeated: Command): unknown {
    let made = 0;
    const newId = () => eventIdOf(commit.incident, commit.command.id, made++);
    const decided = decide(repeated, state, { now: commit.recordedAt, by: commit.by, newId }, earlier.playbook);
    return decided.ok ? JSON.parse(JSON.stringify(decided.value)) : undefined;
  }
};
