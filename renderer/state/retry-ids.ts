import type { Command } from '../../shared/incident/command.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';

/** Ids of commands that the disk refused, by what they say; each is given out once. */
const refused = new Map<string, CommandId>();
const keyOf = (incident: IncidentId, command: Command) => `${incident} ${JSON.stringify(command)}`;

/**
 * The id to send a command with. What the disk refused may be on it all the same: the same words again are then the
 * same command, or they would stand there twice after the next start.
 */
export const idToSend = (incident: IncidentId, command: Command): CommandId => {
  const key = keyOf(incident, command);
  const again = refused.get(key);
  refused.delete(key);
  return again ?? (crypto.randomUUID() as CommandId);
};

/** Keeps the id of a command that the disk refused. What a rule refused is a new command when it is sent again. */
export const keepForRetry = (incident: IncidentId, command: Command, id: CommandId): void => {
  refused.set(keyOf(incident, command), id);
};
