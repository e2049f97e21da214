import { formatDuration } from '../../../shared/kernel/duration.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { watchMinutes, watchWindow } from '../../../shared/lifecycle/watch-window.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { StateText } from '../../ui/state-text.tsx';
import { Track } from '../../ui/track.tsx';
import styles from './clocks.module.css';

/** How long service must stay good before "restored" is said; only while the incident is in recover. */
export const WatchClock = () => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const settings = useIncident((open) => open.playbook.settings);
  const zone = useZone();
  const now = useNow();
  if (lifecycle.phase !== 'recover' || lifecycle.status !== 'open') return null;
  const limit = `${watchMinutes(lifecycle, settings)}m`;
  const watch = watchWindow(lifecycle, settings, now);
  if (!watch) {
    return (
      <dl className={`${styles.clock} ${styles.watch}`}>
        <dt>Watch window, {limit}</dt>
        <dd className={styles.words}>
          <StateText kind="waiting">starts when</StateText>
          <span>impact is none</span>
        </dd>
      </dl>
    );
  }
  const passedMs = Math.min(watch.limitMs, Math.max(0, watch.limitMs - watch.leftMs));
  const isOver = watch.leftMs <= 0;
  const ends = `${isOver ? 'ended' : 'ends'} ${formatClock(watch.until, zone)}`;
  return (
    <dl className={`${styles.clock} ${styles.watch} ${isOver ? '' : styles.running}`}>
      <dt>Watch window</dt>
      <dd className={styles.value}>
        {formatDuration(passedMs)} <span className={styles.of}>of {limit}</span>
      </dd>
      <dd className={styles.detail}>
        <span className={styles.trackPlace}>
          <Track
            label="Watch window"
            value={watch.limitMs === 0 ? 1 : passedMs / watch.limitMs}
            valueText={`${formatDuration(passedMs)} of ${limit}`}
          />
        </span>
        <span>{ends}</span>
      </dd>
    </dl>
  );
};
