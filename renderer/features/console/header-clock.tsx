import { formatClock, zoneName } from '../../../shared/kernel/zone.ts';
import { useApp, useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useZoneChoices } from '../../state/zone-choice.ts';
import { Mono } from '../../ui/mono.tsx';
import { ZoneMenu } from '../../ui/zone-menu.tsx';
import styles from './console-header.module.css';

/** The time in the zone that the screen shows, and beside it UTC, or the device's own where UTC is shown. */
export const HeaderClock = () => {
  const now = useNow();
  const zone = useZone();
  const deviceZone = useApp(({ info }) => info?.zone ?? 'UTC');
  const other = zone === 'UTC' ? deviceZone : 'UTC';
  const isSame = formatClock(now, zone) === formatClock(now, other);
  return (
    <span className={styles.clock}>
      <Mono className={styles.now} dateTime={now}>
        {formatClock(now, zone, true)}
      </Mono>
      <ZoneMenu entries={useZoneChoices()} name={zoneName(now, zone)} zone={zone} />
      {isSame ? null : (
        <Mono className={styles.other} dateTime={now}>
          {formatClock(now, other)} {zoneName(now, other)}
        </Mono>
      )}
    </span>
  );
};
