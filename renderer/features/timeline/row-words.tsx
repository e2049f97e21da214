import type { ReactNode } from 'react';
import type { TimelineRow } from '../../../shared/incident/timeline-row.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { useApp } from '../../state/app-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { closed, rowStory, type StoryLine } from './row-story.ts';
import styles from './timeline.module.css';
import type { RowMarks } from './timeline-items.ts';

interface RowWordsProps {
  readonly row: TimelineRow;
  readonly marks: RowMarks;
  /** Behind the words that count. */
  readonly tags: ReactNode;
  readonly zone: string;
}

/** What a row says, with everything it said before: nothing that was written disappears. */
export const RowWords = ({ row, marks, tags, zone }: RowWordsProps) => {
  const { withdrawn, redacted, kind } = row;
  const story = redacted ? [] : rowStory(row, zone);
  return (
    <>
      {redacted ? (
        <span className={styles.redacted}>
          redacted {formatClock(redacted.at, zone)} by {redacted.by}: {redacted.why} {tags}
        </span>
      ) : (
        story.map((line, index) => (
          <Words
            closes={index === 0 ? marks.closes : undefined}
            isRaw={kind === 'unknown'}
            key={`${line.by} ${line.text}`}
            line={line}
            tags={index === story.length - 1 ? tags : null}
          />
        ))
      )}
      {withdrawn ? <Withdrawn withdrawn={withdrawn} zone={zone} /> : null}
      {marks.against?.map(({ event, by, text, recordedAt, happenedAt, counts }) => (
        <span className={styles.after} key={event}>
          {`Against it, ${formatClock(recordedAt, zone)} by ${by}: ${closed(text || happenedText(happenedAt, zone))} `}
          {counts ? 'That one counts for now.' : 'This one counts for now.'}
        </span>
      ))}
      {marks.evidence?.map((evidence) => (
        <span className={styles.after} key={evidence}>
          Evidence: {evidence}
        </span>
      ))}
    </>
  );
};

interface WordsProps {
  readonly line: StoryLine;
  readonly closes: string | undefined;
  readonly isRaw: boolean;
  readonly tags: ReactNode;
}

const Words = ({ line: { by, text, reason, isStruck }, closes, isRaw, tags }: WordsProps) => {
  const words = [reason ? closed(text) : text, reason].filter(Boolean).join(' ');
  return (
    <span className={classNames(by !== '' && styles.after, by !== '' && styles.counts, isRaw && styles.raw)}>
      {by === '' ? null : `${by}: `}
      {closes === undefined ? null : <span className={styles.closes}>{words === '' ? closes : `${closes} · `}</span>}
      {isStruck ? <s>{words}</s> : words} {tags}
    </span>
  );
};

const Withdrawn = ({
  withdrawn: { by, at, reason, movedTo },
  zone,
}: {
  readonly withdrawn: NonNullable<TimelineRow['withdrawn']>;
  readonly zone: string;
}) => {
  const target = useApp(({ incidents }) => incidents?.find(({ id }) => id === movedTo));
  const what = movedTo === undefined ? 'Taken back' : `Moved to ${target?.key ?? target?.title ?? 'another incident'}`;
  return <span className={styles.after}>{`${what} ${formatClock(at, zone)} by ${by}: ${reason}`}</span>;
};

const happenedText = (at: TimelineRow['at'] | undefined, zone: string): string =>
  at === undefined ? '' : `happened ${formatClock(at, zone)}`;
