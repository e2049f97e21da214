import { useEffect, useState } from 'react';
import type { ViewState } from '../../state/view-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { StateShape } from '../../ui/state-shape.tsx';
import styles from './status-line.module.css';

/** Long enough to read a sentence while typing, ms. */
const shownMs = 6_000;

/**
 * What was announced last, for a few seconds, over the quiet facts of the line: nothing moves. The live region beside
 * it speaks the same words, so that these are for the eye alone.
 */
export const Said = ({ announcement: { text, n, how } }: Pick<ViewState, 'announcement'>) => {
  const [passed, setPassed] = useState(n);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(n), shownMs);
    return () => clearTimeout(timer);
  }, [n]);
  if (passed === n || text === '') return null;
  return (
    <span aria-hidden="true" className={classNames(styles.said, how !== 'done' && styles[how])} title={text}>
      <StateShape kind={how === 'done' ? 'done' : 'over'} />
      <span className={styles.saidText}>{text}</span>
    </span>
  );
};
