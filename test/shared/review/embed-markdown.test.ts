import { toString as nodeToText } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { embedMarkdown } from '../../../shared/review/embed-markdown.ts';
import { isHostileMarkdown } from '../../../shared/review/hostile-markdown.ts';
import { pir } from '../../../shared/review/pir.ts';
import { reviewToHtml } from '../../../shared/review/to-html.ts';
import { reviewToMarkdown } from '../../../shared/review/to-markdown.ts';
import { occurred, reviewRow, reviewSource } from '../../support/review-builders.ts';

const embed = (markdown: string, under = 2) => embedMarkdown(markdown, { under, entryText: () => undefined });

const withSection = (markdown: string, rows = [reviewRow('09:08', 'Support has nine tickets', { name: 'ann-7' })]) =>
  pir(
    reviewSource([occurred('11:00', { type: 'ReviewSectionWritten', section: 'what-happened', markdown })], '12:00', {
      rows,
    }),
  );

/** What a browser would do with it: elements and attributes, since text in them is inert. */
const elements = (html: string) => html.slice(html.indexOf('<body>')).match(/<[a-z][^>]*>/gi) ?? [];

describe('people’s Markdown', () => {
  it('[RV30] headings begin one below the heading they stand under, whatever they were', () => {
    const depths = (markdown: string, under: number) =>
      embed(markdown, under).flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
    expect(depths('# a\n\n## b\n\n###### c', 2)).toEqual([3, 4, 6]);
    expect(depths('### a\n\n#### b', 2)).toEqual([3, 4]);
    expect(depths('## a', 3)).toEqual([4]);
  });

  it('[RV31] [[entry ann-7]] reads as the entry’s time; a name nobody has stays as typed', () => {
    const text = reviewToMarkdown(withSection('At [[entry ann-7]], not [[entry bob-9]].'));
    expect(text).toContain('At `09:08:00`, not');
    expect(nodeToText(embed('[[entry bob-9]]')[0])).toBe('[[entry bob-9]]');
  });

  it('[RV31] a bare number stands for the only entry that has it', () => {
    const two = [reviewRow('09:08', 'a', { name: 'ann-7' }), reviewRow('09:09', 'b', { name: 'bob-7' })];
    expect(reviewToMarkdown(withSection('[[entry 7]]'))).toContain('`09:08:00`');
    expect(reviewToMarkdown(withSection('[[entry 7]]', two))).not.toContain('`09:08:00`');
  });

  it('[RV32] images become links: a page that is opened asks no server', () => {
    const html = reviewToHtml(
      withSection('![graph](https://evil.example/x.png) ![b][r]\n\n[r]: https://evil.example/y.png'),
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('<a href="https://evil.example/x.png">image: graph</a>');
    expect(html).toContain('<a href="https://evil.example/y.png">image: b</a>');
    expect(reviewToMarkdown(withSection('![graph](https://evil.example/x.png)'))).not.toContain('![graph]');
  });

  it.each([
    ['script element', '<script>alert(1)</script>'],
    ['inline handler', 'x <img src=x onerror=alert(1)> y'],
    ['javascript link', '[x](javascript:alert(1)) <javascript:alert(1)>'],
    ['mixed case and spaces', '[x](<\u0001JaVaScRiPt:alert(1)>) [y](vbscript:x)'],
    ['data link', '[x](data:text/html;base64,PHNjcmlwdD4=) ![x](data:image/svg+xml,<svg/onload=alert(1)>)'],
    ['reference', '[x][r]\n\n[r]: javascript:alert(1)'],
    ['frame and form', '<iframe src="https://e.example"></iframe><form action="https://e.example"><input></form>'],
    ['style and base', '<style>*{background:url(https://e.example)}</style><base href="https://e.example">'],
    ['html in a list and a table', '- <b onclick=x>\n\n| a | b |\n|---|---|\n| <script>x</script> | y |'],
    ['unfinished', '<scr\n\n</section></main><script src=//e.example>'],
    ['comment', '<!-- x --!><script>alert(1)</script> -->'],
  ])('[RV33] comes out inert: %s', (_name, markdown) => {
    const html = reviewToHtml(withSection(markdown));
    for (const element of elements(html)) {
      expect(element).not.toMatch(/^<(script|img|iframe|form|input|style|base|object|embed|link|b)\b/i);
      expect(element).not.toMatch(/\son\w+=/i);
      expect(element).not.toMatch(/(javascript|vbscript|data):/i);
    }
    expect(html.match(/<\/section>/g)).toHaveLength(15);
    const printed = reviewToMarkdown(withSection(markdown));
    expect(printed).not.toMatch(/\]\(<?\s*(javascript|vbscript|data):/i);
    // Read again by any Markdown program, the raw HTML is still text.
    const again = reviewToHtml(withSection(printed));
    for (const element of elements(again)) expect(element).not.toMatch(/^<(script|img|iframe)\b/i);
  });

  it('[RV33] raw HTML is kept as the text that was typed', () => {
    expect(nodeToText(embed('<script>alert(1)</script>')[0])).toBe('<script>alert(1)</script>');
  });

  it.each([
    ['quotes', `${'>'.repeat(5_000)}a`],
    ['lists', `${'- '.repeat(5_000)}a`],
    ['many deep lines', `${'- '.repeat(19)}a\n`.repeat(2_000)],
    ['indented lists', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
    ['brackets', '[a]('.repeat(50_000)],
    ['stars', '*'.repeat(200_000)],
    ['emphasis', '*a **b '.repeat(30_000)],
    ['ticks', Array.from({ length: 700 }, (_, n) => '`'.repeat(n)).join('a')],
    ['a huge table', `|${'a|'.repeat(50)}\n|${'-|'.repeat(50)}\n${`|${'b|'.repeat(50)}\n`.repeat(2_400)}`],
  ])('[RV34] text that would take seconds or overflow is shown as typed: %s', (_name, markdown) => {
    const blocks = embed(markdown);
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'code']);
    expect(reviewToHtml(withSection(markdown))).toContain('shown as typed');
  });

  it('[RV34] a long but ordinary text is laid out', () => {
    const prose = 'At 09:00 one payment in *eight* began to spin; see `p99` and [graph](https://a.example).\n\n'.repeat(
      500,
    );
    expect(isHostileMarkdown(prose)).toBe(false);
    expect(embed(prose)).toHaveLength(500);
  });
});
