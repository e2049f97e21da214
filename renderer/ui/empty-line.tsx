import type { ReactNode } from 'react';
import styles from './empty-line.module.css';

interface EmptyLineProps {
  readonly children: ReactNode;
}

/** What stands in a panel with nothing in it: one line, never a picture. */
export const EmptyLine = ({ children }: EmptyLineProps) => <p className={styles.line}>{children}</p>;
