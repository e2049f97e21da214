import { encodeTime } from 'ulid';
import type { ProposedEntry } from '../../shared/intake/proposed-entry.ts';
import { instantToMs } from '../../shared/kernel/instant.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { hexToCrockford } from '../library/event-id.ts';
import { sha256 } from '../library/sha256.ts';

/** The same for the same message of the same source, from whichever file and on whichever device it is imported. */
export const commandIdOf = ({ source }: Pick<ProposedEntry, 'source'>): CommandId =>
  `import-${digestOf(source)}` as CommandId;

/** The entry as a file with fewer, or more, messages of the same id would have it. */
export const asElsewhere = (entry: ProposedEntry): ProposedEntry => ({
  ...entry,
  source: { ...entry.source, id: entry.otherId },
});

/** Of the command that declares an incident for an import whose earliest entry this is. */
export const declarationIdOf = (entry: Pick<ProposedEntry, 'source'>): CommandId =>
  `declare-${commandIdOf(entry)}` as CommandId;

/** The incident that an import declares: named by its earliest entry, so that two devices declare the same. */
export const incidentIdOf = ({ at, source }: Pick<ProposedEntry, 'source' | 'at'>): IncidentId => {
  const chance = hexToCrockford(digestOf(source).slice(0, 20), 16);
  return `${encodeTime(instantToMs(at))}${chance}` as IncidentId;
};

const digestOf = ({ format, id }: ProposedEntry['source']): string => sha256(`${format}\n${id}`).slice(0, 48);
