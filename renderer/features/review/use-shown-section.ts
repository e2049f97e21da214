import { type RefObject, useEffect, useRef } from 'react';
import type { ReviewSection } from '../../../shared/review/review-events.ts';

/** Brings the section that is being written to the head of the paper; only the paper scrolls, never the page. */
export const useShownSection = (section: ReviewSection): RefObject<HTMLElement | null> => {
  const paper = useRef<HTMLElement>(null);
  useEffect(() => {
    const shown = paper.current?.querySelector<HTMLElement>(`[data-section="${section}"]`);
    if (!paper.current || !shown) return;
    const gap = shown.getBoundingClientRect().top - paper.current.getBoundingClientRect().top;
    paper.current.scrollTop += gap - 12;
  }, [section]);
  return paper;
};
