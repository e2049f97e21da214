import styles from './dialog-frame.module.css';

/** In the place of a dialog that is asked for and not drawn yet: what is behind takes no press any more. */
export const DialogOpening = () => (
  <div aria-busy="true" className={styles.scrim} role="status">
    <p className={styles.opening}>Opening</p>
  </div>
);
