import styles from './clocks.module.css';
import { PhaseClock } from './phase-clock.tsx';
import { RecoveryClocks } from './recovery-clocks.tsx';
import { TimeToClocks } from './time-to-clocks.tsx';
import { WatchClock } from './watch-clock.tsx';

/** Every running and ended time of the incident. Fixed height: no state moves the page. */
export const Clocks = () => (
  <section aria-label="Clocks" className={styles.clocks} data-region="" tabIndex={-1}>
    <PhaseClock />
    <WatchClock />
    <TimeToClocks />
    <RecoveryClocks />
  </section>
);
