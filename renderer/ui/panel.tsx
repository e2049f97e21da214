import { type ReactNode, type Ref, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './panel.module.css';

interface PanelProps {
  readonly heading: ReactNode;
  readonly children: ReactNode;
  /** Name of the region, if it should differ from the heading. */
  readonly name?: string | undefined;
  /** Stands beside the heading: "4 of 6 filled". */
  readonly count?: ReactNode;
  /** Right end of the heading: a ghost button or a short remark. */
  readonly action?: ReactNode;
  readonly level?: 2 | 3 | undefined;
  /** Without side padding, for lists whose rows reach the edges. */
  readonly isFlush?: boolean | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLElement> | undefined;
}

/**
 * A heading and rows on the column's ground, no box. It is a region that F6 can find (`data-region`) and focus;
 * panels that follow each other are parted by a line.
 */
export const Panel = ({ heading, children, name, count, action, level = 2, isFlush, className, ref }: PanelProps) => {
  const headingId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section
      aria-label={name}
      aria-labelledby={name === undefined ? headingId : undefined}
      className={classNames(styles.panel, isFlush === true && styles.flush, className)}
      data-region=""
      ref={ref}
      tabIndex={-1}
    >
      <header className={styles.head}>
        <Heading className={styles.heading} id={headingId}>
          {heading}
        </Heading>
        {count === undefined ? null : <span className={styles.count}>{count}</span>}
        {action === undefined ? null : <div className={styles.action}>{action}</div>}
      </header>
      {children}
    </section>
  );
};
