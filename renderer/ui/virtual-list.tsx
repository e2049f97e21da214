import { type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { classNames } from './class-names.ts';
import { rowsToRender, rowToMoveTo } from './row-focus.ts';
import { useStickToEnd } from './use-stick-to-end.ts';
import styles from './virtual-list.module.css';

export interface VirtualListHandle {
  readonly scrollToEnd: () => void;
  /** Brings the item into view and, if rows can have focus, gives it the focus. Does nothing for an unknown key. */
  readonly showItem: (key: string) => void;
}

interface VirtualListProps<Item> {
  /** Accessible name. */
  readonly label: string;
  /** A new array whenever an item changed. */
  readonly items: readonly Item[];
  /** Stable and unique in the list. */
  readonly keyOf: (item: Item) => string;
  /** Keep it stable (useCallback or a module function): rows are drawn again only if it or their item changes. */
  readonly renderItem: (item: Item, index: number) => ReactNode;
  /** Height of an ordinary row in rem; measured heights take its place. */
  readonly estimateRem?: number | undefined;
  /** `end`: starts at the end, short lists lie at the foot, and it stays at the end while it is there. */
  readonly anchor?: 'start' | 'end' | undefined;
  /** `feed` for a stream of articles, `list` for rows. */
  readonly semantics?: 'list' | 'feed' | undefined;
  /** Enter or a double press on a row. With it rows can have focus: Arrow Up and Down move from row to row. */
  readonly onActivate?: ((item: Item) => void) | undefined;
  /** The row that took the focus; null when it went to something outside of the list. */
  readonly onFocusChange?: ((item: Item | null) => void) | undefined;
  readonly onAtEndChange?: ((isAtEnd: boolean) => void) | undefined;
  /** Shown instead of rows: an EmptyLine. */
  readonly empty?: ReactNode;
  /** Number of items in all, if `items` is only the part that is loaded. */
  readonly totalCount?: number | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<VirtualListHandle> | undefined;
}

/**
 * A long list of rows of any height. Its place must give it a height (a flex child or a max-height); it scrolls inside,
 * can be focused, and Home and End jump whatever its length.
 */
export const VirtualList = <Item,>(props: VirtualListProps<Item>) => {
  const { label, items, keyOf, renderItem, estimateRem = 1.5, anchor = 'start', semantics = 'list' } = props;
  const { onActivate, onFocusChange, onAtEndChange, empty, totalCount, className, ref } = props;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const mustFocusRow = useRef(false);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [estimatePx] = useState(() => estimateRem * rootFontSizePx());
  const activeIndex = useMemo(
    () => (activeKey === null ? -1 : items.findIndex((item) => keyOf(item) === activeKey)),
    [items, keyOf, activeKey],
  );
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    [items, keyOf],
  );

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: items.length,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => estimatePx,
    getItemKey,
    overscan: 8,
    anchorTo: anchor,
    // A focused row stays in the page when it is scrolled out of sight, or focus would be lost.
    rangeExtractor: useCallback((range: Range) => rowsToRender(range, activeIndex), [activeIndex]),
    directDomUpdates: true,
    useFlushSync: false,
  });
  const scrollToEnd = useCallback(() => virtualizer.scrollToEnd(), [virtualizer]);
  const onScroll = useStickToEnd({ scrollerRef, isOn: anchor === 'end', content: items, scrollToEnd, onAtEndChange });

  const activate = (index: number) => {
    const item = items[index];
    if (item === undefined) return;
    mustFocusRow.current = true;
    setActiveKey(keyOf(item));
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };

  useEffect(() => {
    if (!mustFocusRow.current) return;
    mustFocusRow.current = false;
    scrollerRef.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`)?.focus({ preventScroll: true });
  }, [activeIndex]);

  useImperativeHandle(ref, () => ({
    scrollToEnd,
    showItem: (key) => {
      const index = items.findIndex((item) => keyOf(item) === key);
      if (index === -1) return;
      if (onActivate === undefined) virtualizer.scrollToIndex(index, { align: 'center' });
      else activate(index);
    },
  }));

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isTextInput(event.target) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const focusedRow = rowIndexOf(event.target);
    if (event.key === 'Enter' && focusedRow !== null && isRow(event.target)) {
      const item = items[focusedRow];
      if (item !== undefined) onActivate?.(item);
      return;
    }
    const current = focusedRow ?? (virtualizer.isAtEnd() ? items.length : (virtualizer.range?.startIndex ?? 0) - 1);
    const next = rowToMoveTo(event.key, current, items.length);
    if (next === null) return;
    if (onActivate !== undefined && (event.key.startsWith('Arrow') || focusedRow !== null)) activate(next);
    else if (event.key === 'End') scrollToEnd();
    else if (event.key === 'Home') virtualizer.scrollToOffset(0);
    else return;
    event.preventDefault();
  };

  const isEmpty = items.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the role is list or feed; Home and End need the handler
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is list or feed, both can have a name
    <div
      aria-label={label}
      className={classNames(styles.scroller, anchor === 'end' && styles.end, className)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) onFocusChange?.(null);
      }}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
      ref={scrollerRef}
      role={isEmpty ? 'group' : semantics}
      tabIndex={isEmpty ? -1 : 0}
    >
      {isEmpty ? empty : null}
      <div className={styles.size} ref={virtualizer.containerRef} role="presentation">
        {virtualizer.getVirtualItems().map(({ index, key }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the role is listitem or article; Enter does what a double press does
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is listitem or article, both know their place
            <div
              aria-posinset={(totalCount ?? items.length) - items.length + index + 1}
              aria-setsize={totalCount ?? items.length}
              className={styles.row}
              data-index={index}
              key={key}
              ref={virtualizer.measureElement}
              role={semantics === 'feed' ? 'article' : 'listitem'}
              onDoubleClick={({ target }) => {
                if (!isControl(target)) onActivate?.(item);
              }}
              onFocus={() => {
                setActiveKey(keyOf(item));
                onFocusChange?.(item);
              }}
              tabIndex={onActivate === undefined ? undefined : -1}
            >
              <RowContent
                index={index}
                item={item}
                renderItem={renderItem as (item: unknown, index: number) => ReactNode}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
};

interface RowContentProps {
  readonly item: unknown;
  readonly index: number;
  readonly renderItem: (item: unknown, index: number) => ReactNode;
}

const RowContent = memo(({ item, index, renderItem }: RowContentProps) => renderItem(item, index));

const rootFontSizePx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

const isRow = (target: EventTarget): boolean => target instanceof HTMLElement && target.dataset.index !== undefined;

const isTextInput = (target: EventTarget): boolean => {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]');
};

const isControl = (target: EventTarget): boolean => {
  return target instanceof HTMLElement && target.closest('button, a, input, textarea, select') !== null;
};

const rowIndexOf = (target: EventTarget): number | null => {
  const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? null : Number(row.dataset.index);
};
