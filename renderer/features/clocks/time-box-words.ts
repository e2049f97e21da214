import { formatDuration, minutesToMs } from '../../../shared/kernel/duration.ts';
import type { TimeBox } from '../../../shared/lifecycle/time-box.ts';

interface TimeBoxWords {
  readonly kind: 'running' | 'soon' | 'over';
  readonly short: string;
  readonly full: string;
}

/** The time-box of the running phase: a prompt to ask, never an automatic move. */
export const timeBoxWords = (box: TimeBox, soonMinutes: number): TimeBoxWords => {
  const limit = formatDuration(box.limitMs).replace(/ 00[sm]$/, '');
  if (box.leftMs <= 0) {
    const over = formatDuration(-box.leftMs);
    return { kind: 'over', short: `${over} over`, full: `Time-box of ${limit} over by ${over}` };
  }
  const left = formatDuration(box.leftMs);
  const soonMs = Math.min(minutesToMs(soonMinutes), box.limitMs / 2);
  return {
    kind: box.leftMs <= soonMs ? 'soon' : 'running',
    short: `${left} left`,
    full: box.rolling ? `${left} until the next check, every ${limit}` : `${left} left of the time-box of ${limit}`,
  };
};
