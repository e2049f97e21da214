import { encodeTime } from 'ulid';
import { instantToMs } from '../../shared/kernel/instant.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { incidentId } from '../../shared/record/schema.ts';
import { hexToCrockford } from '../library/event-id.ts';
import { sha256 } from '../library/sha256.ts';
import type { Session } from './open-session.ts';

/** Signs of a ULID that say when; the rest is chance. */
const timeLength = 10;

/**
 * The incident that a declaration with this command id makes, or has made: a ULID names it as it is, also to a repetition
 * that runs while the first try still hangs. Any other id stands in its chance part.
 * @param isNew the id was made for this call: there is nothing to look for
 */
export const incidentDeclaredBy = ({ library, now }: Session, id: CommandId, isNew: boolean): IncidentId => {
  const whole = incidentId.safeParse(id);
  if (whole.success) return whole.data;
  const chance = hexToCrockford(sha256(`declare\n${id}`).slice(0, 20), 26 - timeLength);
  const made = isNew ? undefined : library.incidents().find((other) => other.slice(timeLength) === chance);
  return made ?? (`${encodeTime(instantToMs(now()))}${chance}` as IncidentId);
};
