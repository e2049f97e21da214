import { formatClock, zoneName } from '../../../shared/kernel/zone.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useZoneChoices } from '../../state/zone-choice.ts';
import { Mono } from '../../ui/mono.tsx';
import { ZoneMenu } from '../../ui/zone-menu.tsx';
import styles from './library-screen.module.css';

/** The time of day; the only part of the library that is drawn every second. */
export const LibraryClock = () => {
  const now = useNow();
  const zone = useZone();
  return (
    <span className={styles.clock}>
      <Mono dateTime={now}>{formatClock(now, zone, true)}</Mono>{' '}
      <ZoneMenu entries={useZoneChoices()} name={zoneName(now, zone)} zone={zone} />
    </span>
  );
};
