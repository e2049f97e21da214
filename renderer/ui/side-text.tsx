import type { ReactNode } from 'react';
import styles from './side-text.module.css';

/** What a dialog has to say beside its fields: headings, lists, quiet sentences. */
export const SideText = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.text}>{children}</div>
);
