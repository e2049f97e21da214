import { hoursToMs } from '../kernel/duration.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type Refusal, refuse } from '../record/rules.ts';

/** Longest time-box of a task, ms: longer work is a review action. */
export const maxTimeBoxMs = hoursToMs(24);

export const isTimeBox = (ms: number): boolean => Number.isInteger(ms) && ms > 0 && ms <= maxTimeBoxMs;

/** Refuses (`task.time-box`) what is not more than 0 and at most 24 h. */
export const requireTimeBox = (ms: number): Result<number, Refusal> =>
  isTimeBox(ms)
    ? ok(ms)
    : refuse(
        'task.time-box',
        'A time-box is longer than nothing and at most 24 hours. Longer work is a review action.',
        'timeBoxMs',
      );
