import type { ReactNode } from 'react';
import styles from './field-stack.module.css';

interface FieldStackProps {
  readonly children: ReactNode;
}

/** The fields of a form, one below the other. */
export const FieldStack = ({ children }: FieldStackProps) => <div className={styles.stack}>{children}</div>;

/** Two fields side by side, as long as there is room. */
export const FieldPair = ({ children }: FieldStackProps) => <div className={styles.pair}>{children}</div>;
