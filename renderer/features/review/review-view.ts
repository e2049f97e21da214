import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ReviewSection } from '../../../shared/review/review-events.ts';
import { beginAnewWithEachIncident } from '../../state/incident-view.ts';
import { focusNextEditor, liveEditor } from './live-editor.ts';
import { writing } from './live-writing.ts';

interface ReviewView {
  readonly section: ReviewSection;
  /** In a narrow window the preview takes the place of the editor. */
  readonly isPreviewing: boolean;
}

export const reviewView = createStore<ReviewView>(() => ({
  section: 'summary',
  isPreviewing: false,
}));
beginAnewWithEachIncident(reviewView);
export const useReviewView = <T>(select: (state: ReviewView) => T): T => useStore(reviewView, select);

export const showPreview = (isPreviewing: boolean): void => reviewView.setState({ isPreviewing });

/** Turns to a section, after the text of the one before is on its way to the disk. */
export const showSection = (section: ReviewSection): void => {
  const before = reviewView.getState().section;
  if (before === section) {
    reviewView.setState({ isPreviewing: false });
    liveEditor()?.focus();
    return;
  }
  void writing.record(before);
  focusNextEditor();
  reviewView.setState({ section, isPreviewing: false });
};
