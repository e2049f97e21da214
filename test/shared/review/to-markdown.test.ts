import { toString as nodeToText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { pir } from '../../../shared/review/pir.ts';
import { reviewToMarkdown } from '../../../shared/review/to-markdown.ts';
import { occurred, reviewRow, reviewSource } from '../../support/review-builders.ts';
import { exampleOne } from '../../support/worked-examples.ts';

const headings = (nodes: readonly { readonly type: string; readonly depth?: number }[]) =>
  nodes.flatMap((node) => (node.type === 'heading' ? [`${node.depth} ${nodeToText(node)}`] : []));

describe('the Markdown file', () => {
  const section = (id: string, markdown: string) =>
    occurred('11:00', { type: 'ReviewSectionWritten', section: id, markdown });
  const nasty = reviewRow('09:03', 'a | b * c _d_ <e> [f](g) # h `i`\nsecond line', { key: true });
  const source = reviewSource(
    [
      ...exampleOne(),
      section(
        'what-happened',
        '### From the shop\nText *here*.\n\n- one\n- two\n\n### From command # 1\n\n```\n# no heading\n```',
      ),
      section('went-well', '1. Rollback\n2. Page'),
    ],
    '2026-03-13T09:00:00',
    { rows: [nasty] },
  );

  it('[EX6] read again it has the same headings in the same depths', () => {
    const review = pir(source);
    const read = unified().use(remarkParse).use(remarkGfm).parse(reviewToMarkdown(review));
    const expected = review.sections.flatMap(({ number, title, blocks }) => [
      `2 ${number} ${title}`,
      ...headings(blocks),
    ]);
    expect(headings(read.children)).toEqual([`1 ${review.title}`, ...expected]);
    expect(expected).toContain('3 From the shop');
  });

  it('[EX6] read again, a cell holds what was recorded, in one line', () => {
    const read = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(reviewToMarkdown(pir(source)));
    const cells = read.children.flatMap((node) =>
      node.type === 'table' ? node.children.flatMap((row) => row.children.map((cell) => nodeToText(cell))) : [],
    );
    expect(cells).toContain('a | b * c _d_ <e> [f](g) # h `i` second line');
  });

  it('[EX7] the chart is a file beside it, or words where there is none', () => {
    const review = pir(source);
    expect(reviewToMarkdown(review, { chartFile: 'INC 214-phase-chart.svg' })).toContain(
      '![Phase chart](INC%20214-phase-chart.svg)',
    );
    expect(reviewToMarkdown(review)).not.toContain('![');
    expect(reviewToMarkdown(review)).toContain('Phase chart: Checkout: payments spin, then fail.');
  });
});
