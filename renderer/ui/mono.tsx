import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface MonoProps {
  readonly children: ReactNode;
  /** Canonical instant; makes the text a `time` element. */
  readonly dateTime?: string | undefined;
  readonly className?: string | undefined;
}

/** An instant, a duration or an id: fixed digit slots, so that a running value never moves its neighbours. */
export const Mono = ({ children, dateTime, className }: MonoProps) => {
  const classes = classNames('mono', 'nowrap', className);
  if (dateTime === undefined) return <span className={classes}>{children}</span>;
  return (
    <time className={classes} dateTime={dateTime}>
      {children}
    </time>
  );
};
