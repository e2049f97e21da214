import { type KeyboardEvent, type ReactNode, type Ref, useId, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './folding-panel.module.css';
import { onPress } from './on-press.ts';
import panel from './panel.module.css';

interface FoldingPanelProps {
  readonly heading: ReactNode;
  readonly children: ReactNode;
  /** Name of the region. */
  readonly name: string;
  readonly count?: ReactNode;
  readonly action?: ReactNode;
  /** What stays in sight in a narrow window; without it the panel folds only in the one-column layout. */
  readonly rail?: ReactNode;
  /** Words of the button that stands for the panel in one column, with its state: "Updates, 1 overdue". */
  readonly tab: ReactNode;
  /** Accessible name of the button that opens the folded panel. */
  readonly foldLabel: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly ref?: Ref<HTMLElement> | undefined;
}

/**
 * A panel that folds to a rail, then to a button, as the window gets narrow, and opens over its neighbour. The region is
 * in the tree at every width. Esc closes it and gives the focus back to the button that opened it.
 */
export const FoldingPanel = (props: FoldingPanelProps) => {
  const { heading, children, name, count, action, rail, tab, foldLabel, isOpen, onToggle, ref } = props;
  const headingId = useId();
  const railRef = useRef<HTMLButtonElement>(null);
  const tabRef = useRef<HTMLButtonElement>(null);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    // The view behind takes Esc as "back to the entry line"; this one only closes the panel.
    event.stopPropagation();
    onToggle();
    // Only one of the two is shown; the other one cannot take the focus.
    railRef.current?.focus();
    tabRef.current?.focus();
  };

  return (
    <section
      aria-label={name}
      className={classNames(panel.panel, styles.fold, rail !== undefined && styles.hasRail, isOpen && styles.open)}
      data-region=""
      onKeyDown={closeOnEscape}
      ref={ref}
      tabIndex={-1}
    >
      {rail === undefined ? null : (
        <button
          aria-expanded={isOpen}
          aria-label={foldLabel}
          className={styles.rail}
          onClick={(event) => onPress(event, onToggle)}
          ref={railRef}
          type="button"
        >
          {rail}
        </button>
      )}
      <button
        aria-expanded={isOpen}
        className={styles.tab}
        onClick={(event) => onPress(event, onToggle)}
        ref={tabRef}
        type="button"
      >
        {tab}
      </button>
      <div className={styles.content}>
        <header className={panel.head}>
          <h2 className={panel.heading} id={headingId}>
            {heading}
          </h2>
          {count === undefined ? null : <span className={panel.count}>{count}</span>}
          {action === undefined ? null : <div className={panel.action}>{action}</div>}
        </header>
        {children}
      </div>
    </section>
  );
};
