import type { DocumentSection, ReviewDocument } from '../../../shared/review/review-document.ts';
import { reviewToMarkdown } from '../../../shared/review/to-markdown.ts';

export interface PreviewPart {
  readonly id: DocumentSection['id'];
  readonly number: number;
  readonly title: string;
  /** Without the section's own heading. */
  readonly markdown: string;
  /** Lines that the preview leaves out; the export has them all. */
  readonly leftOut: number;
}

/** The address that stands for the phase chart in the Markdown of the preview. */
export const chartAddress = 'phase-chart.svg';

/** Ten thousand rows take the browser seconds to lay out, at each pause of typing. */
const mostLines = 250;
const mostRows = 1_000;

/** The document in pieces, so that a key press lays out one section and not fifteen. */
export const previewParts = (review: ReviewDocument): readonly PreviewPart[] =>
  review.sections.map((section) => {
    const { lines, rowsCut } = printSection(review, section);
    return {
      id: section.id,
      number: section.number,
      title: section.title,
      markdown: lines.slice(0, mostLines).join('\n'),
      leftOut: Math.max(0, lines.length - mostLines) + rowsCut,
    };
  });

const printSection = (review: ReviewDocument, section: DocumentSection) => {
  let rowsCut = 0;
  // A long table is cut before it is printed: the printing is what takes the time.
  const blocks = section.blocks.map((block) => {
    if (block.type !== 'table' || block.children.length <= mostRows) return block;
    rowsCut += block.children.length - mostRows;
    return { ...block, children: block.children.slice(0, mostRows) };
  });
  const whole = reviewToMarkdown({ ...review, sections: [{ ...section, blocks }] }, { chartFile: chartAddress });
  // Title and subtitle come first; in neither can a line begin with the mark of a heading.
  const heading = whole.indexOf('\n## ') + 1;
  return { lines: whole.slice(heading).trimEnd().split('\n').slice(2), rowsCut };
};
