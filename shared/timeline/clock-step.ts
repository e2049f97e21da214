import { elapsedMs, type Instant } from '../kernel/instant.ts';

/** Both clocks of a machine, read together. */
export interface ClockReading {
  readonly wall: Instant;
  /** Monotonic clock, ms; compares only within one `boot`. */
  readonly monoMs: number;
  /** Changes with every start of the machine. */
  readonly boot: string;
}

/** Smaller differences are the daily drift of a clock and its correction. */
export const clockToleranceMs = 2_000;

/**
 * By how many ms somebody set the wall clock between two readings: positive when forward. Undefined when it was not
 * set by more than 2 s, or cannot be known because the machine was started in between.
 */
export const clockStepMs = (before: ClockReading, after: ClockReading): number | undefined => {
  if (before.boot !== after.boot) return undefined;
  const stepMs = Math.round(elapsedMs(before.wall, after.wall) - (after.monoMs - before.monoMs));
  return Math.abs(stepMs) > clockToleranceMs ? stepMs : undefined;
};
