import type { Instant } from '../../../shared/kernel/instant.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { classNames } from '../../ui/class-names.ts';
import { Mono } from '../../ui/mono.tsx';
import styles from './entry.module.css';

interface LeadingClockProps {
  /** A typed time; without one the line happens now. */
  readonly at: Instant | undefined;
  readonly word: string;
}

/** Time and kind that the line will be recorded with. */
export const LeadingClock = ({ at, word }: LeadingClockProps) => {
  const zone = useZone();
  return (
    <>
      {at === undefined ? <RunningClock /> : <Mono className={styles.typed}>{formatClock(at, zone)}</Mono>}
      <span className={classNames(styles.word, word === 'Note' && styles.plainWord)}>{word}</span>
    </>
  );
};

const RunningClock = () => {
  const zone = useZone();
  return <Mono className="dim2">{formatClock(useNow(), zone)}</Mono>;
};
