import { formatDuration } from '../kernel/duration.ts';
import type { ClockErrorStated } from './timeline-events.ts';

/** `The clock of ann is 3m 00s fast against NTP.` */
export const clockErrorWords = ({
  device,
  errorMs,
  against,
}: Pick<ClockErrorStated, 'device' | 'errorMs' | 'against'>): string =>
  `The clock of ${device || 'a device without a tag'} is ${offBy(errorMs)} ${against}.`;

/** `3m 00s fast against`, `right by`: what stands before the name of the other clock. */
export const offBy = (errorMs: number): string => {
  if (errorMs === 0) return 'right by';
  return `${formatDuration(Math.abs(errorMs))} ${errorMs > 0 ? 'fast' : 'slow'} against`;
};
