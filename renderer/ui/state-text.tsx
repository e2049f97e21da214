import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { type StateKind, StateShape } from './state-shape.tsx';
import styles from './state-text.module.css';

interface StateTextProps {
  readonly kind: StateKind;
  /** The words; durations and instants inside as `Mono`: `<Mono>1m 12s</Mono> overdue`. */
  readonly children: ReactNode;
  /** Full words for assistive technology where the visible ones are short ("-42s"). */
  readonly label?: string | undefined;
  /** `plain` keeps the words in the text colour and colours the shape alone (second-rank lists). */
  readonly tone?: 'full' | 'plain' | undefined;
}

/** Shape, words and colour together: no state is told by one of them alone. Never wraps and is never cut. */
export const StateText = ({ kind, children, label, tone = 'full' }: StateTextProps) => (
  <span className={classNames(styles.state, styles[kind], tone === 'plain' && styles.plain)}>
    <StateShape kind={kind} />
    {label === undefined ? (
      <span>{children}</span>
    ) : (
      <>
        <span aria-hidden="true">{children}</span>
        <span className="sr">{label}</span>
      </>
    )}
  </span>
);
