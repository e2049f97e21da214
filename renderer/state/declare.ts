import type { Result } from '../../shared/kernel/result.ts';
import type { DeclareIncident } from '../../shared/lifecycle/lifecycle-commands.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { Recorded, RequestFailure } from '../bridge/bridge.ts';
import { readPlaybook } from './app-store.ts';
import { executeIn } from './incident-store.ts';

/**
 * Declares with the playbook in force. Where another run or the command line has put a new one in its place, that is
 * read and the declaration repeated once: nobody who declares has time for a question about playbooks.
 */
export const declareIncident = async (
  incident: IncidentId,
  command: DeclareIncident,
): Promise<Result<Recorded, RequestFailure>> => {
  // None is known while the library could not be read.
  if (command.playbook !== '') {
    const reply = await executeIn(incident, command);
    if (reply.ok || reply.error.code !== 'playbook.unknown') return reply;
  }
  const read = await readPlaybook();
  return read.ok ? executeIn(incident, { ...command, playbook: read.value.digest }) : read;
};
