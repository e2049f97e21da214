import type { ReviewDocument } from '../../../shared/review/review-document.ts';
import type { ReviewSection } from '../../../shared/review/review-events.ts';

/** One line of the outline. */
export interface OutlineRow {
  readonly id: ReviewSection;
  readonly number: number;
  readonly title: string;
  readonly state: 'computed' | 'written' | 'not written';
  readonly isWritable: boolean;
}

export const outlineRows = ({ sections }: Pick<ReviewDocument, 'sections'>): readonly OutlineRow[] =>
  sections.map(({ id, number, title, how, isWritten, writable }) => ({
    id,
    number,
    title,
    state: !isWritten ? 'not written' : how === 'computed' ? 'computed' : 'written',
    isWritable: writable,
  }));

export const unwritten = (rows: readonly OutlineRow[]): readonly OutlineRow[] =>
  rows.filter(({ state }) => state === 'not written');

/** The next section that people still have to write, after `current` and then from the top; undefined when none is left. */
export const nextUnwritten = (rows: readonly OutlineRow[], current: ReviewSection): OutlineRow | undefined => {
  const at = rows.findIndex(({ id }) => id === current);
  const open = unwritten([...rows.slice(at + 1), ...rows.slice(0, at)]);
  return open[0];
};

/** `2 of 15 not written`. */
export const outlineCount = (rows: readonly OutlineRow[]): string => {
  const open = unwritten(rows).length;
  return open === 0 ? `all ${rows.length} written` : `${open} of ${rows.length} not written`;
};
