import type { ReactNode } from 'react';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import styles from './state-shape.module.css';

/**
 * running ring · soon half disc · over filled triangle · escalated filled octagon · done check · waiting dashed ring (not started, paused) ·
 * invalid triangle outline · missing en dash (not recorded, does not apply).
 */
export type StateKind = 'running' | 'soon' | 'over' | 'escalated' | 'done' | 'waiting' | 'invalid' | 'missing';

interface StateShapeProps {
  readonly kind: StateKind;
  /** 12 px in rows, 20 px at the head of a bar. */
  readonly size?: 'small' | 'large' | undefined;
}

/** A state as a shape. Hidden from assistive technology and never used alone: words stand beside it. */
export const StateShape = ({ kind, size = 'small' }: StateShapeProps) => (
  <svg
    aria-hidden="true"
    className={size === 'large' ? styles.large : styles.small}
    fill="none"
    focusable="false"
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeWidth="2.25"
    viewBox="0 0 24 24"
  >
    {shapeOf(kind)}
  </svg>
);

const triangle = 'M12 3.4 21.8 20.2a.6.6 0 0 1-.52.9H2.72a.6.6 0 0 1-.52-.9Z';

const shapeOf = (kind: StateKind): ReactNode => {
  switch (kind) {
    case 'running':
      return <circle cx="12" cy="12" r="9" />;
    case 'soon':
      return (
        <>
          <circle cx="12" cy="12" r="9" />
          <path d="M12 3a9 9 0 0 1 0 18Z" fill="currentColor" stroke="none" />
        </>
      );
    case 'over':
      // The mark is cut out of the triangle, so that the ground shows through in every theme.
      return (
        <path
          d={`${triangle}M10.9 9.2h2.2v5.9h-2.2ZM10.9 16.6h2.2v2.1h-2.2Z`}
          fill="currentColor"
          fillRule="evenodd"
          strokeWidth="1.4"
        />
      );
    case 'escalated':
      return (
        <path
          d="M8.1 2.2h7.8l5.9 5.9v7.8l-5.9 5.9H8.1l-5.9-5.9V8.1ZM10.9 6.4h2.2v6.8h-2.2ZM10.9 15.2h2.2v2.2h-2.2Z"
          fill="currentColor"
          fillRule="evenodd"
          strokeWidth="1.4"
        />
      );
    case 'done':
      return <path d="m5 12.5 4.8 4.8L19.5 7" strokeWidth="2.75" />;
    case 'waiting':
      return <circle cx="12" cy="12" r="9" strokeDasharray="4.3 5.12" strokeLinecap="butt" />;
    case 'invalid':
      return <path d={triangle} />;
    case 'missing':
      return <path d="M5 12h14" />;
    default:
      return assertNever(kind);
  }
};
