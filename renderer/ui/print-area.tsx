import type { ReactNode } from 'react';
import styles from './print-area.module.css';

interface PrintAreaProps {
  readonly children: ReactNode;
}

/** What Ctrl P prints, black on white, without the page around it. Controls in it carry `data-print-hidden`. */
export const PrintArea = ({ children }: PrintAreaProps) => (
  <div className={styles.area} data-print-area="">
    {children}
  </div>
);
