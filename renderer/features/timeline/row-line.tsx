import { useEffect, useState } from 'react';
import type { TimelineRow } from '../../../shared/incident/timeline-row.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Mono } from '../../ui/mono.tsx';
import { Tag } from '../../ui/tag.tsx';
import { isFresh } from './fresh-rows.ts';
import { correctedWords, recordedLater } from './row-story.ts';
import { RowTools } from './row-tools.tsx';
import { RowWords } from './row-words.tsx';
import styles from './timeline.module.css';
import type { RowMarks } from './timeline-items.ts';
import { askForMenu, useTimelineView } from './timeline-view.ts';

interface RowLineProps {
  readonly row: TimelineRow;
  readonly marks: RowMarks;
  readonly zone: string;
}

/** One event: happened, recorded, kind, words, who. */
export const RowLine = ({ row, marks, zone }: RowLineProps) => {
  // Asked once, when the row is first drawn: scrolling back to it later must not make it new again.
  const [isNew] = useState(() => isFresh(row.id));
  const [tools, setTools] = useState<'none' | 'pointer' | 'menu'>('none');
  const isMenuAsked = useTimelineView(({ menuOf }) => menuOf === row.id);
  useEffect(() => {
    if (!isMenuAsked) return;
    // Answered once: a row that is scrolled away and back must not open its menu again.
    askForMenu(undefined);
    setTools('menu');
  }, [isMenuAsked]);
  const isLate = row.flag === 'added-later';
  const withSeconds = marks.withSeconds === true || row.flag === 'clock';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the row is the list item around it; its menu has a key there
    <div
      className={classNames(
        styles.row,
        row.key && styles.key,
        row.kind === 'milestone' && styles.milestone,
        row.kind === 'system' && styles.system,
        isLate && styles.late,
        isNew && styles.fresh,
      )}
      onBlur={({ currentTarget }) => {
        if (tools === 'menu' && !hasOpenMenu(currentTarget)) setTools('none');
      }}
      onPointerEnter={() => setTools((now) => (now === 'none' ? 'pointer' : now))}
      // An open menu takes the pointer away from the row that it belongs to.
      onPointerLeave={({ currentTarget }) => {
        if (tools === 'pointer' && !hasOpenMenu(currentTarget)) setTools('none');
      }}
      title={row.name}
    >
      <Mono className={styles.happened} dateTime={row.at}>
        {formatClock(row.at, zone, withSeconds)}
      </Mono>
      <Mono className={styles.recorded} dateTime={row.recordedAt}>
        <span className="sr">recorded </span>
        {formatClock(row.recordedAt, zone, withSeconds)}
      </Mono>
      <span className={styles.word}>{row.kind === 'unknown' ? breakable(row.word) : row.word}</span>
      <div className={styles.text}>
        <RowWords marks={marks} row={row} tags={<RowTags marks={marks} row={row} zone={zone} />} zone={zone} />
      </div>
      <span className={styles.who}>{row.who}</span>
      {tools === 'none' ? null : (
        <RowTools isConflict={Boolean(marks.against)} opensMenu={tools === 'menu'} row={row} />
      )}
    </div>
  );
};

/** Recorded times stay as they are; what is known of the clock stands beside them. */
const ClockTags = ({ row, zone }: Pick<RowLineProps, 'row' | 'zone'>) => {
  const corrected = correctedWords(row, zone);
  return (
    <>
      {corrected === undefined ? null : <Tag tone="accent">{corrected}</Tag>}{' '}
      {row.clock.map((remark) => (
        <Tag key={remark}>{remark}</Tag>
      ))}{' '}
    </>
  );
};

const hasOpenMenu = (row: HTMLElement): boolean => row.querySelector('[aria-expanded="true"]') !== null;

/** A type that this version does not know is one long word: it may break where a new one begins. */
const breakable = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '\u200b');

const RowTags = ({ row, marks, zone }: RowLineProps) => (
  <>
    <ClockTags row={row} zone={zone} />
    {row.flag === 'added-later' ? <Tag tone="accent">{recordedLater(row.at, row.recordedAt)}</Tag> : null}{' '}
    {row.flag === 'clock' ? <Tag>recorded before it happened: a clock runs ahead</Tag> : null}{' '}
    {row.isRestricted ? <Tag>restricted</Tag> : null}{' '}
    {marks.elsewhere === undefined ? null : <Tag>{marks.elsewhere}</Tag>}{' '}
    {marks.against ? (
      <Button onPress={() => openDialog({ name: 'conflicts' })} size="small">
        Conflict
      </Button>
    ) : null}
  </>
);
