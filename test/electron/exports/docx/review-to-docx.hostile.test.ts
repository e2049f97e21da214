import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { expect, it } from 'vitest';
import { createDocxLinks } from '../../../../electron/exports/docx/docx-links.ts';
import { reviewToDocx } from '../../../../electron/exports/docx/review-to-docx.ts';
import { pir } from '../../../../shared/review/pir.ts';
import { reviewBlocks } from '../../../../shared/review/review-blocks.ts';
import { linesOf, partOf, readDocx } from '../../../support/docx-reader.ts';
import { markdownLines } from '../../../support/markdown-lines.ts';
import { occurred, reviewRow, reviewSource } from '../../../support/review-builders.ts';
import { exampleOne } from '../../../support/worked-examples.ts';
import { elementsIn } from '../../../support/xml-tree.ts';

/** What breaks XML, zips, Word or the library that writes for it, and what must come out as it went in. */
const hostile = [
  `& < > " ' ]]> <!-- --> <?xml?> &amp; &#1; %s`,
  '\0\u0001\u0008\u000b\u000c\u001f\u007f\u0085\u009f\ufffe\uffff\ufeff',
  'half \ud83d a \ude00 character',
  '\u05e9\u05dc\u05d5\u05dd \u202eabc\u202c \u0645\u0631\u062d\u0628\u0627 \u200f\u2067x\u2069',
  '\u{1f9d1}\u200d\u{1f692} \u{1f1e8}\u{1f1ff} e\u0301 \u652f\u6255\u3044 \u{10ffff}',
  '{default-bullet-numbering-0} {bullets-0} {counted-1-0} {{x}} {',
  'CURRENT',
  'TOTAL_PAGES',
  '<w:p/></w:t></w:r><script>alert(1)</script>',
  '=cmd|x!A1 \\ # * _ ` ~ [ ] ( ) ! > - + . 1) |',
  'a\tb\r\nc\rd\ne   f\u00a0g\u2028h',
  'x'.repeat(3_000),
];

const blocks = [
  ...hostile,
  '<div onclick="x()">*raw*</div>',
  '- a\n  - b\n\n    1. c\n\n       > d\n       >\n       > | e | f |\n       > |---|---|\n       > | g | h |',
  '1. one\n\n   ```js\n   two\n   ```\n2. - three\n3. # four',
  '-\n- \n- [x] x\n- [ ] y',
  '| a |\n|-|\n| 1 | 2 | 3 |\n|  |',
  '[l](https://e.example/a b) <https://e.example/?a=1&b={x}|y> www.e.example a@e.example [m]( "t") [n](ftp://x)',
  '![i](https://e.example/i.png) [^1]\n\n[^1]: note **bold**',
  'a  \nb\\\nc *d **e ~~f `g` f~~ e** d*',
  '***\n\n> > > deep\n\n---',
  `${'- '.repeat(12)}deeper than Word counts`,
  '```\n\tone\n\n  two {\n```',
];

const document = (title: string, markdown: string, text: string) =>
  pir(
    reviewSource(
      [
        ...exampleOne(),
        occurred('11:00', { type: 'IncidentDetailsChanged', title }),
        occurred('11:01', { type: 'ReviewSectionWritten', section: 'what-happened', markdown }),
        occurred('11:02', { type: 'UpdateSent', audience: 'public', n: 1, text, situation: 'no-change' }),
      ],
      '2026-03-13T09:00:00',
      { rows: [reviewRow('09:03', text, { key: true, evidence: [{ kind: 'query', text }] })] },
    ),
  );

it('[EX47] whatever was typed, every part is strict XML and says what the Markdown says, character for character', async () => {
  const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 60 }));
  const markdown = fc
    .array(fc.oneof(fc.constantFrom(...blocks), fc.string({ unit: 'binary', maxLength: 60 })), { maxLength: 6 })
    .map((parts) => parts.join('\n\n'));
  await fc.assert(
    fc.asyncProperty(text, markdown, text, async (title, section, entry) => {
      const review = document(title, section, entry);
      const tree = reviewBlocks(review).flatMap((block): readonly RootContent[] => {
        if (block.type !== 'phase-chart') return [block];
        return [{ type: 'paragraph', children: [{ type: 'text', value: review.chart?.description ?? '' }] }];
      });
      const links = createDocxLinks();
      const read = await readDocx(await reviewToDocx(review));
      expect(linesOf(read)).toEqual(markdownLines(tree, (address) => links.nameOf(address) !== undefined));
    }),
    { numRuns: 60, examples: hostile.map((each): [string, string, string] => [each, blocks.join('\n\n'), each]) },
  );
  // Each run makes and reads a whole document, on a machine that does other things too.
}, 120_000);

it('[EX47] the title stands in the properties as it was typed, without what XML forbids', async () => {
  const { parts } = await readDocx(await reviewToDocx(document('a & <b> "c" \u0001{x} \u{1f600}', '', '')));
  const title = elementsIn(partOf(parts, 'docProps/core.xml')).find(({ name }) => name === 'dc:title');
  expect(title?.children.join('')).toBe('a & <b> "c" {x} \u{1f600}');
});
