import type { ReactNode } from 'react';
import styles from './console-frame.module.css';

interface ConsoleFrameProps {
  readonly header: ReactNode;
  readonly steps: ReactNode;
  readonly clocks: ReactNode;
  readonly next: ReactNode;
  /** Panels of the left column, in order: roles, tasks, checklist. */
  readonly left: ReactNode;
  /** Above the timeline: impact, known, unknown. */
  readonly situation: ReactNode;
  readonly timeline: ReactNode;
  readonly entry: ReactNode;
  /** Panels of the right column, in order: updates, decisions, hypotheses. */
  readonly right: ReactNode;
  /** In the place of the columns: the composer, the hand-off. Clocks and Next stay. */
  readonly workspace?: ReactNode;
  readonly status: ReactNode;
}

/** The one screen of a running incident. It knows places and measures, not what stands in them. */
export const ConsoleFrame = (props: ConsoleFrameProps) => {
  const { header, steps, clocks, next, left, situation, timeline, entry, right, workspace, status } = props;
  return (
    <div className={styles.window}>
      {header}
      {steps}
      {clocks}
      {next}
      {workspace ?? (
        <div className={styles.columns}>
          <aside aria-label="People" className={styles.left}>
            {left}
          </aside>
          <main aria-label="Incident" className={styles.middle}>
            {situation}
            <div className={styles.timeline}>{timeline}</div>
            <div className={styles.entry}>{entry}</div>
          </main>
          <aside aria-label="Outside and reasoning" className={styles.right}>
            {right}
          </aside>
        </div>
      )}
      {status}
    </div>
  );
};
