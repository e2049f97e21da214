import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './notice.module.css';
import { StateShape } from './state-shape.tsx';

interface NoticeProps {
  readonly tone: 'error' | 'warn' | 'read-only' | 'plain';
  /** What is the case, its number, the way out. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** error is read out at once, the others when there is a pause; `off` where a live region already says it. */
  readonly isSilent?: boolean | undefined;
}

/** A message across its place, in the flow: it never covers anything and stays as long as it is true. */
export const Notice = ({ tone, children, action, isSilent }: NoticeProps) => (
  <div
    className={classNames(styles.notice, styles[tone])}
    {...(isSilent === true ? {} : { role: tone === 'error' ? 'alert' : 'status' })}
  >
    {tone === 'read-only' ? <IconLock aria-hidden="true" stroke={1.75} /> : null}
    {tone === 'error' ? <StateShape kind="over" /> : null}
    {tone === 'warn' ? <StateShape kind="invalid" /> : null}
    <div className={styles.words}>{children}</div>
    {action === undefined ? null : <div className={styles.action}>{action}</div>}
  </div>
);
