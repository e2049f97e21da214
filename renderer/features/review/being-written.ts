import type { ReviewSource } from '../../../shared/review/review-source.ts';
import { shownText, type WritingState } from './section-writing.ts';

/** With each section as it stands in the editor, which may be ahead of the record; texts of another incident do not count. */
export const asBeingWritten = (source: ReviewSource, { incident, texts }: WritingState): ReviewSource => {
  if (incident !== source.id) return source;
  const sections = new Map(source.review.sections);
  for (const [section, own] of texts) {
    const before = sections.get(section);
    const recorded = before?.markdown ?? '';
    const markdown = shownText(own, recorded);
    if (markdown !== recorded)
      sections.set(section, { event: '' as never, at: source.now, by: '', ...before, markdown });
  }
  return { ...source, review: { ...source.review, sections } };
};
