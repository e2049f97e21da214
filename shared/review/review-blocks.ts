import { heading, paragraph, strong } from './mdast-nodes.ts';
import type { ReviewBlock, ReviewDocument } from './review-document.ts';

/** The whole document in the order of reading, its headings included: what Markdown and Word are printed from. */
export const reviewBlocks = ({ title, subtitle, drill, sections }: ReviewDocument): readonly ReviewBlock[] => [
  heading(1, title),
  paragraph(drill ? [strong(subtitle)] : subtitle),
  ...sections.flatMap((section) => [heading(2, `${section.number} ${section.title}`), ...section.blocks]),
];
