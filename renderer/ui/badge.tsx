import type { ReactNode } from 'react';
import styles from './badge.module.css';

interface BadgeProps {
  readonly children: ReactNode;
  /** strong: filled without a hue. quiet: an outline. */
  readonly tone?: 'strong' | 'quiet' | undefined;
  /** Full words where the visible ones are short. */
  readonly label?: string | undefined;
}

/** A level or a mode in one word. Has no hue: red belongs to what is due, not to how bad it is. */
export const Badge = ({ children, tone = 'strong', label }: BadgeProps) => (
  <span className={styles[tone]}>
    {label === undefined ? (
      children
    ) : (
      <>
        <span aria-hidden="true">{children}</span>
        <span className="sr">{label}</span>
      </>
    )}
  </span>
);
