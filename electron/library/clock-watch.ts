import { formatDuration } from '../../shared/kernel/duration.ts';
import type { Author } from '../../shared/record/commit.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { clockStepMs } from '../../shared/timeline/clock-step.ts';
import type { LibraryClock } from './incident-rules.ts';

/** Who last wrote to an incident from this run, and in which zone. */
export interface Writing {
  readonly incident: IncidentId;
  readonly by: Author;
  readonly zone: string;
}

export interface ClockWatch {
  /** This run writes here: a step of its clock belongs on that timeline. */
  noteWriting(writing: Writing): void;
  /** Compares the clocks with the last look. */
  look(): void;
}

/**
 * Sees when the wall clock of this device was set, or when the device slept: both make times of the record jump, and
 * whoever reads the timeline later must be able to tell. Instants are recorded as read; nothing is mended.
 */
export const createClockWatch = (clock: LibraryClock, record: (writing: Writing, text: string) => void): ClockWatch => {
  const writings = new Map<IncidentId, Writing>();
  const read = () => ({ wall: clock.now(), monoMs: clock.monoMs(), boot: clock.boot });
  let last = read();
  return {
    noteWriting: (writing) => writings.set(writing.incident, writing),
    look: () => {
      const now = read();
      const stepMs = clockStepMs(last, now);
      last = now;
      if (stepMs === undefined) return;
      for (const writing of writings.values()) record(writing, stepWords(stepMs));
    },
  };
};

const stepWords = (stepMs: number): string =>
  stepMs > 0
    ? `Clock moved: this device's clock went ${formatDuration(stepMs)} forward, or the device slept that long.`
    : `Clock moved: this device's clock was set back by ${formatDuration(-stepMs)}.`;
