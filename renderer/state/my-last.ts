import { refusalToTakeBack, type TakingBack } from '../../shared/incident/taking-back.ts';
import type { EventId } from '../../shared/record/ids.ts';
import type { OpenIncident } from './incident-store.ts';

type Mine = Pick<OpenIncident, 'mine' | 'state'>;

interface LastOfMine {
  /** Empty when nothing is left to take back. */
  readonly events: readonly EventId[];
  /** Why something newer of mine was passed over: what went out, what was redacted. */
  readonly stays?: string;
}

/** What of the last command of this window can still be taken back; taking back is not taken back again this way. */
export const lastOfMine = ({ mine, state }: Mine, asker: TakingBack): LastOfMine => {
  let stays: string | undefined;
  for (const { events } of mine.toReversed()) {
    const standing = events.filter((id) => !isTakingBack(state, id) && !state.withdrawn.has(id));
    const free = standing.filter((id) => refusalToTakeBack(id, state, asker) === undefined);
    if (free.length > 0) return { events: free, ...(stays === undefined ? {} : { stays }) };
    const [passed] = standing.filter((id) => state.logById.has(id));
    if (passed) stays ??= refusalToTakeBack(passed, state, asker)?.message;
  }
  return { events: [], ...(stays === undefined ? {} : { stays }) };
};

/** The takings back that made up my last taking back and still hold; empty when nothing of mine is away. */
export const lastTakenBackOfMine = ({ mine, state }: Mine): readonly EventId[] => {
  const away = mine
    .flatMap(({ events }) => events)
    .flatMap((id) => {
      const target = state.withdrawn.has(id) ? undefined : targetOf(state, id);
      return target && target.event.type !== 'EventWithdrawn' ? [{ id, from: target.ref }] : [];
    });
  const last = away.at(-1)?.from;
  // A command of several events was taken back event by event: what went together comes back together.
  return away.filter(({ from }) => from.writer === last?.writer && from.seq === last.seq).map(({ id }) => id);
};

/** The last entry that this window recorded and that can be corrected. */
export const lastEntryOfMine = ({ mine, state }: Mine): EventId | undefined =>
  mine.flatMap(({ events }) => events).findLast((id) => state.timeline.entries.has(id) && !state.withdrawn.has(id));

const isTakingBack = (state: OpenIncident['state'], id: EventId): boolean => targetOf(state, id) !== undefined;

/** What this event takes back. */
const targetOf = ({ logById }: OpenIncident['state'], id: EventId) => {
  const event = logById.get(id)?.event;
  return event?.type === 'EventWithdrawn' && 'event' in event ? logById.get(event.event as EventId) : undefined;
};
