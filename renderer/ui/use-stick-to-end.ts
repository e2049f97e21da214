import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Distance in px at which a list still counts as being at its end: less than one row. */
const endThresholdPx = 16;

interface StickToEndOptions {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly isOn: boolean;
  /** A new reference whenever the content changed. */
  readonly content: unknown;
  readonly scrollToEnd: () => void;
  readonly onAtEndChange: ((isAtEnd: boolean) => void) | undefined;
}

/**
 * Keeps a scrolling box at its end while it is there: when content arrives anywhere in it, and when the box itself gets
 * smaller. Only a move upwards lets go, so that rows which grow while being measured do not look like a user's scroll.
 * Returns the handler for the box's scroll event.
 */
export const useStickToEnd = ({ scrollerRef, isOn, content, scrollToEnd, onAtEndChange }: StickToEndOptions) => {
  const isAtEnd = useRef(isOn);
  const lastTop = useRef(0);

  useLayoutEffect(() => {
    if (isOn && isAtEnd.current) scrollToEnd();
  }, [isOn, content, scrollToEnd]);

  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    if (!isOn || scroller === null) return undefined;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) scrollToEnd();
    });
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [isOn, scrollerRef, scrollToEnd]);

  return () => {
    const scroller = scrollerRef.current;
    if (scroller === null) return;
    const isNowAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= endThresholdPx;
    const hasMovedUp = scroller.scrollTop < lastTop.current - 1;
    lastTop.current = scroller.scrollTop;
    const next = isNowAtEnd || (isAtEnd.current && !hasMovedUp);
    if (next === isAtEnd.current) return;
    isAtEnd.current = next;
    onAtEndChange?.(next);
  };
};
