import type { ReactNode } from 'react';
import styles from './tag.module.css';

interface TagProps {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'accent' | undefined;
}

/** A short remark inside a row. */
export const Tag = ({ children, tone = 'plain' }: TagProps) => <span className={styles[tone]}>{children}</span>;
