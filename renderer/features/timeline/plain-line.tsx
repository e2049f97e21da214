import type { ReactNode } from 'react';
import type { Command } from '../../../shared/incident/command.ts';
import { formatClock, formatDate } from '../../../shared/kernel/zone.ts';
import { findAudienceName } from '../../../shared/playbook/find-in-playbook.ts';
import type { OverdueRow } from '../../../shared/updates/due.ts';
import { useIncident } from '../../state/incident-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { Mono } from '../../ui/mono.tsx';
import { StateText } from '../../ui/state-text.tsx';
import { Tag } from '../../ui/tag.tsx';
import { pendingWords } from './pending-words.ts';
import { gapWords } from './problem-words.ts';
import styles from './timeline.module.css';
import type { PlainItem, Unreadable } from './timeline-items.ts';

interface PlainLineProps {
  readonly item: PlainItem;
  readonly zone: string;
}

export const PlainLine = ({ item, zone }: PlainLineProps) => {
  switch (item.type) {
    case 'day':
      return <div className={styles.day}>{formatDate(item.at, zone)}</div>;
    case 'overdue':
      return (
        <div className={classNames(styles.row, styles.derived)}>
          <Mono className={styles.happened} dateTime={item.overdue.at}>
            {formatClock(item.overdue.at, zone)}
          </Mono>
          <span className={styles.recorded} />
          <span className={styles.word}>Overdue</span>
          <div className={styles.text}>
            <OverdueWords overdue={item.overdue} />
          </div>
          <span className={styles.who}>{item.overdue.open ? '' : 'sent late'}</span>
        </div>
      );
    case 'gap':
      return (
        <div className={classNames(styles.row, styles.derived)}>
          <Mono className={styles.happened} dateTime={item.at}>
            {formatClock(item.at, zone)}
          </Mono>
          <span className={styles.recorded} />
          <span className={styles.word}>Gap</span>
          <div className={styles.text}>
            <GapWords gap={item.gap} />
          </div>
          <span className={styles.who} />
        </div>
      );
    case 'pending': {
      const { command, since, isLate } = item.pending;
      const at = ('at' in command ? command.at : undefined) ?? since;
      return (
        <div className={classNames(styles.row, styles.derived)}>
          <Mono className={styles.happened} dateTime={at}>
            {formatClock(at, zone)}
          </Mono>
          <span className={styles.recorded} />
          <PendingWords command={command}>
            <Tag>{isLate ? 'not on disk yet' : 'recording'}</Tag>
          </PendingWords>
          <span className={styles.who} />
        </div>
      );
    }
  }
};

const PendingWords = ({ command, children }: { readonly command: Command; readonly children: ReactNode }) => {
  const { word, text } = pendingWords(
    command,
    useIncident(({ playbook }) => playbook),
  );
  return (
    <>
      <span className={styles.word}>{word}</span>
      <div className={styles.text}>
        {text} {children}
      </div>
    </>
  );
};

const GapWords = ({ gap }: { readonly gap: Unreadable }) => {
  const { what, words } = gapWords(gap);
  return (
    <>
      <StateText kind="invalid">{what}</StateText> {words}
    </>
  );
};

/** Audiences by their names, as everywhere else on the screen: "Responders update overdue 18 min", not "chat". */
const OverdueWords = ({ overdue: { audience, text, open } }: { readonly overdue: OverdueRow }) => {
  const name = useIncident(({ playbook }) => findAudienceName(playbook, audience));
  const words = `${name}${text.slice(audience.length)}`;
  return open ? <StateText kind="over">{words}</StateText> : words;
};
