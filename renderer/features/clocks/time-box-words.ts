import { formatDuration, formatLimit, minutesToMs } from '../../../shared/kernel/duration.ts';
import type { TimeBox } from '../../../shared/lifecycle/time-box.ts';

interface TimeBoxWords {
  readonly kind: 'running' | 'soon' | 'over';
  readonly short: string;
  readonly full: string;
}

/** The time-box of the running phase: a prompt to ask, never an automatic move. */
export const timeBoxWords = (box: TimeBox, soonMinutes: number): TimeBoxWords => {
  const limit = formatLimit(box.limitMs);
  if (box.leftMs <= 0) {
    const over = formatDuration(-box.leftMs);
    return { kind: 'over', short: `${over} over`, full: `Time-box of ${limit} over by ${over}` };
  }
  const left = formatDuration(box.leftMs);
  const soonMs = Math.min(minutesToMs(soonMinutes), box.limitMs / 2);
  const kind = box.leftMs <= soonMs ? 'soon' : 'running';
  if (!box.rolling || box.expired === 0)
    return { kind, short: `${left} left of ${limit}`, full: `${left} left of the time-box of ${limit}` };
  // A box that began anew says so: it looks like a longer one otherwise.
  const times = box.expired === 1 ? 'once' : `${box.expired} times`;
  return {
    kind,
    short: `${left} left of ${box.expired + 1}×${limit}`,
    full: `${left} until the next check, every ${limit}; the time-box has run out ${times}`,
  };
};
