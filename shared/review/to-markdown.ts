import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { paragraph, text } from './mdast-nodes.ts';
import { reviewBlocks } from './review-blocks.ts';
import type { ReviewBlock, ReviewDocument } from './review-document.ts';

export interface MarkdownOptions {
  /** Name of the SVG file that will lie beside the Markdown; left out, the chart is told in words alone. */
  readonly chartFile?: string;
}

// A table of ten thousand rows is not padded to its widest cell: that would make the file many times larger.
const printer = unified()
  .use(remarkStringify, { bullet: '-', fences: true, listItemIndent: 'one', rule: '-' })
  .use(remarkGfm, { tablePipeAlign: false })
  .freeze();

/** The whole review as GitHub-flavoured Markdown, ending in a line feed. */
export const reviewToMarkdown = (review: ReviewDocument, options: MarkdownOptions = {}): string => {
  const root: Root = {
    type: 'root',
    children: reviewBlocks(review).flatMap((block) => toNodes(block, review, options)),
  };
  return printer.stringify(root);
};

const toNodes = (
  block: ReviewBlock,
  { chart }: ReviewDocument,
  { chartFile }: MarkdownOptions,
): readonly RootContent[] => {
  if (block.type !== 'phase-chart') return [block];
  if (!chart) return [];
  if (!chartFile) return [paragraph(`${chart.title}. ${chart.description}`)];
  return [
    { type: 'paragraph', children: [{ type: 'image', url: encodeURI(chartFile), alt: 'Phase chart' }] },
    paragraph([text(chart.description)]),
  ];
};
