import type { Instant } from '../kernel/instant.ts';
import { clockErrorWords } from '../timeline/clock-error-words.ts';
import type { ReviewRow, ReviewSource } from './review-source.ts';

/** What a reader of the times has to know of the clocks that they were read from; none where nothing was stated. */
export const clockNotes = ({ timeline }: Pick<ReviewSource, 'timeline'>): readonly string[] => {
  const stated = [...timeline.clockErrors.values()];
  return stated.length === 0
    ? []
    : [
        ...stated.map(({ event, by }) => `${clockErrorWords(event)} Stated by ${by}.`),
        'Corrected times stand in brackets behind the recorded ones. Figures use the recorded times.',
      ];
};

/** `10:04:00 (corrected 10:01:00)`. */
export const happenedWords = ({ occurredAt, corrected }: ReviewRow, clock: (at: Instant) => string): string =>
  withCorrection(occurredAt, corrected?.at, clock);

export const recordedWords = ({ recordedAt, corrected }: ReviewRow, clock: (at: Instant) => string): string =>
  withCorrection(recordedAt, corrected?.recordedAt, clock);

const withCorrection = (at: Instant, corrected: Instant | undefined, clock: (at: Instant) => string): string =>
  corrected === undefined ? clock(at) : `${clock(at)} (corrected ${clock(corrected)})`;
