import styles from './track.module.css';

interface TrackProps {
  /** Done share, 0 to 1; values outside are drawn at the nearer end. */
  readonly value: number;
  readonly label: string;
  /** Words for the value, if per cent is not what a listener needs ("6m 12s of 30m"). */
  readonly valueText?: string | undefined;
}

/** How far along something is. The value also stands beside it in figures. */
export const Track = ({ value, label, valueText }: TrackProps) => {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <span
      aria-label={label}
      aria-valuemax={100}
      aria-valuemin={0}
      aria-valuenow={percent}
      aria-valuetext={valueText}
      className={styles.track}
      role="progressbar"
    >
      <span className={styles.bar} style={{ width: `${percent}%` }} />
    </span>
  );
};
