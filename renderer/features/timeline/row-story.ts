import type { TimelineRow } from '../../../shared/incident/timeline-row.ts';
import { formatAge } from '../../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';

/** One line of what an entry said, oldest first. */
export interface StoryLine {
  /** Who changed it and when; empty for the first words. */
  readonly by: string;
  readonly text: string;
  readonly reason: string;
  /** No longer what counts. */
  readonly isStruck: boolean;
}

/** The old words, struck through, and under them the new ones with time, name and reason. */
export const rowStory = (row: TimelineRow, zone: string): readonly StoryLine[] => {
  const clock = (at: Instant) => formatClock(at, zone);
  const isGone = row.withdrawn !== undefined;
  const [first] = row.earlier;
  if (!first) return [{ by: '', text: row.text, reason: '', isStruck: isGone }];
  const lines: StoryLine[] = [{ by: '', text: first.text, reason: '', isStruck: true }];
  for (const [index, { replacedBy, happenedAt, text: before }] of row.earlier.entries()) {
    const next = row.earlier[index + 1];
    const text = next?.text ?? row.text;
    const isTimeMoved = replacedBy.happenedAt !== undefined && replacedBy.happenedAt !== happenedAt;
    const moved = isTimeMoved ? `happened ${clock(replacedBy.happenedAt ?? happenedAt)}, not ${clock(happenedAt)}` : '';
    const words = text === before && isTimeMoved ? moved : [text, moved && `(${moved})`].filter(Boolean).join(' ');
    lines.push({
      by: `Corrected ${clock(replacedBy.at)} by ${replacedBy.by}`,
      text: words,
      reason: replacedBy.reason ?? '',
      isStruck: next !== undefined || isGone,
    });
  }
  // Only the time changed: the first words still count.
  const isOnlyTime = row.earlier.every(({ text }) => text === row.text);
  return isOnlyTime ? lines.map((line, index) => ({ ...line, isStruck: index === 0 ? isGone : line.isStruck })) : lines;
};

/** Words of a person with what follows them: a full stop between, unless they end in one already. */
export const closed = (text: string): string => (text === '' || /[.!?…"”]$/.test(text) ? text : `${text}.`);

/** `recorded 10m later`: whole minutes, cut, up to an hour. */
export const recordedLater = (at: Instant, recordedAt: Instant): string =>
  `recorded ${formatAge(elapsedMs(at, recordedAt))} later`;

/** What stands beside the recorded times where the error of that clock is known; undefined where it is not. */
export const correctedWords = ({ corrected }: Pick<TimelineRow, 'corrected'>, zone: string): string | undefined => {
  if (!corrected) return undefined;
  return corrected.at === undefined
    ? `recorded ${formatClock(corrected.recordedAt, zone, true)} when corrected`
    : `time corrected ${formatClock(corrected.at, zone, true)}`;
};

/** The row as plain text, for the clipboard: nothing that is struck through is left out. */
export const rowAsText = (row: TimelineRow, zone: string): string => {
  const story = row.redacted
    ? [`redacted ${formatClock(row.redacted.at, zone)} by ${row.redacted.by}: ${row.redacted.why}`]
    : rowStory(row, zone).map(({ by, text, reason, isStruck }) => {
        const words = [by && `${by}:`, reason ? closed(text) : text, reason].filter(Boolean).join(' ');
        return isStruck ? `[struck: ${words}]` : words;
      });
  const gone = row.withdrawn && `taken back by ${row.withdrawn.by}: ${row.withdrawn.reason}`;
  const clock = [correctedWords(row, zone), ...row.clock];
  return [`${formatClock(row.at, zone)} ${row.word}`, ...story, gone, ...clock, row.who].filter(Boolean).join(' · ');
};
