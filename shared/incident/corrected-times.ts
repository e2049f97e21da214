import { addMs, elapsedMs, type Instant } from '../kernel/instant.ts';
import { clockStretch } from '../timeline/clock-trail.ts';
import type { StatedClockError } from '../timeline/timeline-state.ts';
import type { IncidentState, LoggedEvent } from './incident-state.ts';

/** What the times of an event would be if its device had had the right clock. Recorded times stay what counts. */
export interface CorrectedTimes {
  /** Missing where the moment was typed: nobody can say from which clock it was read. */
  readonly at?: Instant;
  readonly recordedAt: Instant;
  readonly errorMs: number;
  readonly against: string;
}

/** Windows read the clock a moment before the library does: so much later it is still the device's own "now". */
const nowMs = 2_000;

/**
 * The corrected times of each event, by the statements that stand now. A statement holds for its device within one
 * stretch between two moves of that clock: what the clock was off by before it was set says nothing about after.
 */
export const createCorrectedTimes = ({
  timeline,
  clocks,
}: Pick<IncidentState, 'timeline' | 'clocks'>): ((logged: LoggedEvent) => CorrectedTimes | undefined) => {
  if (timeline.clockErrors.size === 0) return () => undefined;
  const stated = new Map<string, StatedClockError>();
  const keyOf = (device: string, index: number) => `${clockStretch(clocks, device, index)} ${device}`;
  for (const statement of timeline.clockErrors.values())
    stated.set(keyOf(statement.event.device, statement.index), statement);
  return ({ event, by, recordedAt, index }) => {
    const statement = stated.get(keyOf(by.device, index));
    if (!statement || statement.event.errorMs === 0) return undefined;
    const { errorMs, against } = statement.event;
    const sinceMs = elapsedMs(event.occurredAt, recordedAt);
    const isReadThere = event.typed === undefined && sinceMs >= 0 && sinceMs <= nowMs;
    return {
      ...(isReadThere ? { at: addMs(event.occurredAt, -errorMs) } : {}),
      recordedAt: addMs(recordedAt, -errorMs),
      errorMs,
      against,
    };
  };
};
