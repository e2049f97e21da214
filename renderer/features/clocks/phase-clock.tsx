import { closedWords, phaseWords } from '../../../shared/incident/words.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { elapsedMs } from '../../../shared/kernel/instant.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { timeBox } from '../../../shared/lifecycle/time-box.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { StateText } from '../../ui/state-text.tsx';
import styles from './clocks.module.css';
import { timeBoxWords } from './time-box-words.ts';

/** How long the running phase has lasted, the one figure of this size, and what is left of its time-box. */
export const PhaseClock = () => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const settings = useIncident((open) => open.playbook.settings);
  const zone = useZone();
  const now = useNow();
  const visit = lifecycle.phaseVisits.at(-1);
  const { status, closure } = lifecycle;
  if (status === 'resolved' || closure || !visit || visit.until) {
    return (
      <dl className={`${styles.clock} ${styles.phase}`}>
        <dt>{closure ? closedWords[closure.as] : 'Closed out'}</dt>
        <dd className={styles.ended}>No phase runs</dd>
      </dl>
    );
  }
  // The watch window is the box of recover, and stands beside this clock with its track.
  const box = lifecycle.phase === 'recover' ? undefined : timeBox(lifecycle, settings, now);
  const words = box && timeBoxWords(box, settings.soonMinutes);
  return (
    <dl className={`${styles.clock} ${styles.phase} ${styles.running}`}>
      <dt>In {phaseWords[lifecycle.phase]}</dt>
      <dd className={styles.value}>{formatDuration(Math.max(0, elapsedMs(visit.since, now)))}</dd>
      <dd className={styles.detail} title={words?.full}>
        {words ? (
          <StateText kind={words.kind} label={words.full}>
            {words.short}
          </StateText>
        ) : (
          <>since {formatClock(visit.since, zone)}</>
        )}
      </dd>
    </dl>
  );
};
