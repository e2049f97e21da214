import type { RootContent } from 'mdast';
import { describe, expect, it, vi } from 'vitest';
import { columnWidths } from '../../../../electron/exports/docx/docx-table.ts';
import { reviewToDocx } from '../../../../electron/exports/docx/review-to-docx.ts';
import type { IncidentEvent } from '../../../../shared/incident/incident-event.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { pir } from '../../../../shared/review/pir.ts';
import { reviewBlocks } from '../../../../shared/review/review-blocks.ts';
import type { ReviewDocument } from '../../../../shared/review/review-document.ts';
import { sectionKinds } from '../../../../shared/review/review-sections.ts';
import { linesOf, partOf, readDocx, rowsOf, styleOf, textOf } from '../../../support/docx-reader.ts';
import { markdownLines } from '../../../support/markdown-lines.ts';
import { occurred, reviewSource } from '../../../support/review-builders.ts';
import { exampleOne, exampleThree } from '../../../support/worked-examples.ts';
import { elementsIn, findAll } from '../../../support/xml-tree.ts';

const review = (events: readonly IncidentEvent[] = exampleOne(), now = '2026-03-13T09:00:00') =>
  pir(reviewSource(events, now));
const read = async (document: ReviewDocument) => readDocx(await reviewToDocx(document));
const written = (markdown: string) =>
  review([...exampleOne(), occurred('11:00', { type: 'ReviewSectionWritten', section: 'what-happened', markdown })]);

/** What the document has to say: its blocks, and the drawing in words. */
const expected = (document: ReviewDocument) =>
  markdownLines(
    reviewBlocks(document).flatMap((block): readonly RootContent[] => {
      if (block.type !== 'phase-chart') return [block];
      const value = document.chart?.description;
      return value ? [{ type: 'paragraph', children: [{ type: 'text', value }] }] : [];
    }),
  );

describe('the Word document', () => {
  it('[EX40] says what the Markdown says, all fifteen sections in order', async () => {
    for (const document of [
      review(),
      review(exampleThree(), '2026-06-04T09:00:00'),
      review([], '2026-03-13T09:00:00'),
    ]) {
      const lines = linesOf(await read(document));
      expect(lines).toEqual(expected(document));
      expect(lines.filter((line) => line.startsWith('## '))).toEqual(
        sectionKinds.map(({ number, title }) => `## ${number} ${title}`),
      );
      expect(lines).toContain('(not written)');
    }
  });

  it('[EX41] headings are Word’s own, in Word’s outline', async () => {
    const { body, parts } = await read(written('# Ours\n\n#### Deep'));
    const styles = elementsIn(body).map((block) => [styleOf(block), textOf(block)]);
    expect(styles[0]).toEqual(['Heading1', 'Checkout: payments spin, then fail']);
    expect(styles).toContainEqual(['Heading3', 'Ours']);
    expect(styles).toContainEqual(['Heading6', 'Deep']);
    const defined = findAll(partOf(parts, 'word/styles.xml'), 'w:style');
    const known = defined.map(({ attributes }) => attributes['w:styleId']);
    const outline = defined.flatMap((style) =>
      findAll(style, 'w:outlineLvl').map(({ attributes }) => attributes['w:val']),
    );
    expect(outline).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(known).toEqual(expect.arrayContaining(['Heading1', 'Heading2', 'Heading3', 'Heading6', 'Code', 'Quote']));
    const used = findAll(body, 'w:pStyle').map(({ attributes }) => attributes['w:val']);
    expect([...new Set(used)].filter((style) => !known.includes(style))).toEqual([]);
  });

  it('[EX42] every table repeats its first row on each page and tears no row; the measures are there', async () => {
    const { body } = await read(review());
    const tables = findAll(body, 'w:tbl');
    expect(tables.length).toBeGreaterThan(3);
    for (const table of tables) {
      const rows = findAll(table, 'w:tr');
      expect(rows.map((row) => findAll(row, 'w:tblHeader').length)).toEqual(rows.map((_, index) => (index ? 0 : 1)));
      expect(rows.map((row) => findAll(row, 'w:cantSplit').length)).toEqual(rows.map(() => 1));
      const widths = findAll(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(10_092);
    }
    const texts = tables.flatMap((table) => rowsOf(table).map((cells) => cells.slice(0, 2)));
    expect(texts).toContainEqual(['Measure', 'Value']);
    expect(texts).toContainEqual(['Time to Recover', '1h 25m']);
  });

  it('[EX42] a column takes its longest word, a long text the rest; however much there is, the page is not left', () => {
    const long = 'many words '.repeat(30);
    const widths = columnWidths(
      [
        ['Acknowledged', 'x', long],
        ['y', '', long],
      ],
      3,
      10_000,
    );
    expect(widths[0]).toBeGreaterThan(12 * 100);
    expect(widths[1]).toBeLessThan(700);
    expect(widths[2]).toBeGreaterThan(7_000);
    const many = columnWidths([Array.from({ length: 60 }, () => 'word'.repeat(9))], 60, 10_000);
    expect(many.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(10_000);
    expect(Math.min(...many)).toBeGreaterThan(100);
  });

  it('[EX42] a table wider than Word allows becomes lines of text', async () => {
    const row = (cell: string) => `|${Array.from({ length: 64 }, (_, n) => `${cell}${n}`).join('|')}|`;
    const { body } = await read(written(`${row('h')}\n|${'-|'.repeat(64)}\n${row('c')}`));
    const texts = elementsIn(body).map(textOf);
    expect(texts.find((text) => text.startsWith('h0 | h1 |'))).toContain('h62 | h63');
    expect(texts.find((text) => text.startsWith('c0 | c1 |'))).toContain('c62 | c63');
  });

  it('[EX42] two tables stay two: a paragraph stands between them', async () => {
    const { body } = await read(written('| a |\n|-|\n| 1 |\n\n| b |\n|-|\n| 2 |'));
    const names = elementsIn(body).map(({ name }) => name);
    expect(names.join(' ')).not.toContain('w:tbl w:tbl');
  });

  it('[EX43] lists are Word’s own: points, numbers from where they were begun, levels, and boxes as typed', async () => {
    const { body, parts } = await read(
      written('- a\n\n  7. b\n  8. c\n\n1. d\n\n- [x] done\n- [ ] open\n\n40000. far'),
    );
    const numbering = partOf(parts, 'word/numbering.xml');
    const described = (text: string) => {
      const paragraph = elementsIn(body).find((block) => textOf(block) === text);
      const number = paragraph && findAll(paragraph, 'w:numId')[0]?.attributes['w:val'];
      const level = paragraph && findAll(paragraph, 'w:ilvl')[0]?.attributes['w:val'];
      const list = findAll(numbering, 'w:num').find(({ attributes }) => attributes['w:numId'] === number);
      const kind = list && findAll(list, 'w:abstractNumId')[0]?.attributes['w:val'];
      const shape = findAll(numbering, 'w:abstractNum').find(
        ({ attributes }) => attributes['w:abstractNumId'] === kind,
      );
      const own = shape && findAll(shape, 'w:lvl').find(({ attributes }) => attributes['w:ilvl'] === level);
      const value = (name: string) => own && findAll(own, name)[0]?.attributes['w:val'];
      return [level, value('w:numFmt'), value('w:start')];
    };
    expect(described('a').slice(0, 2)).toEqual(['0', 'bullet']);
    expect(described('b')).toEqual(['1', 'decimal', '7']);
    expect(described('c')).toEqual(['1', 'decimal', '7']);
    expect(described('d')).toEqual(['0', 'decimal', '1']);
    expect(described('[x] done').slice(0, 2)).toEqual(['0', 'bullet']);
    expect(described('[ ] open').slice(0, 2)).toEqual(['0', 'bullet']);
    expect(described('40000. far').slice(0, 2)).toEqual(['0', 'bullet']);
  });

  it('[EX43] what is nested deeper than the page is wide stays on the page', async () => {
    const nested = Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}- ${depth}`);
    const { body } = await read(
      written([...nested, '', `${'  '.repeat(30)}| a |`, `${'  '.repeat(30)}|---|`].join('\n')),
    );
    const indents = findAll(body, 'w:ind').map(({ attributes }) => Number(attributes['w:left']));
    expect(findAll(body, 'w:numPr').length).toBeGreaterThan(30);
    expect(Math.max(...indents)).toBeLessThan(8_000);
    for (const width of findAll(body, 'w:tblW')) expect(Number(width.attributes['w:w'])).toBeGreaterThan(2_000);
  });

  it('[EX43] emphasis, code and quotes keep their looks', async () => {
    const { body } = await read(written('*soft* **loud** ~~gone~~ `code`\n\n> quoted\n\n```\n  two\n\tlines\n```'));
    const runs = findAll(body, 'w:r');
    const looksOf = (text: string) => {
      const run = runs.find((each) => textOf(each) === text);
      return elementsIn(run ? (findAll(run, 'w:rPr')[0] ?? run) : body).map(({ name }) => name);
    };
    expect(looksOf('soft')).toContain('w:i');
    expect(looksOf('loud')).toContain('w:b');
    expect(looksOf('gone')).toContain('w:strike');
    expect(looksOf('code')).toContain('w:rStyle');
    const blocks = elementsIn(body).map((block) => [styleOf(block), textOf(block)]);
    expect(blocks).toContainEqual(['Quote', 'quoted']);
    expect(blocks).toContainEqual(['Code', '  two\n\tlines']);
  });

  it('[EX44] a link is one that can be followed; an address that would make Word refuse the file stays text', async () => {
    const long = `https://e.example/${'x'.repeat(2_000)}`;
    const { body, addressOf } = await read(
      written(`[a](https://e.example/ü?[x]=%zz|#one#two) [b](mailto:a@e.example) [c](http://[oops) [d](${long})`),
    );
    const links = findAll(body, 'w:hyperlink').map((link) => [textOf(link), addressOf(link.attributes['r:id'] ?? '')]);
    expect(links).toEqual([
      ['a', 'https://e.example/%C3%BC?%5Bx%5D=%25zz%7C#one%23two'],
      ['b', 'mailto:a@e.example'],
    ]);
    const text = textOf(body);
    expect(text).toContain('c (http://[oops)');
    expect(text).toContain(`d (${long})`);
  });

  it('[EX44] an address that is linked to twice is listed once', async () => {
    const { body, parts, addressOf } = await read(
      written('[a](https://e.example) [b](https://e.example/) [c](https://f.example)'),
    );
    const links = findAll(body, 'w:hyperlink').map(({ attributes }) => addressOf(attributes['r:id'] ?? ''));
    expect(links).toEqual(['https://e.example/', 'https://e.example/', 'https://f.example/']);
    const relationships = elementsIn(partOf(parts, 'word/_rels/document.xml.rels'));
    expect(new Set(relationships.map(({ attributes }) => attributes.Id)).size).toBe(relationships.length);
    expect(relationships.filter(({ attributes }) => attributes.TargetMode === 'External')).toHaveLength(2);
  });

  it('[EX45] the chart is drawn in Word’s shapes, named and described, its words beside its own numbers', async () => {
    const document = review();
    const { body } = await read(document);
    const [drawing, ...others] = findAll(body, 'w:drawing');
    expect(others).toEqual([]);
    if (!drawing || !document.chart) throw new Error('There is no chart');
    const shapes = findAll(drawing, 'wps:wsp');
    expect(shapes).toHaveLength(document.chart.shapes.length);
    const labels = document.chart.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    expect(
      findAll(drawing, 'w:txbxContent').map((label) =>
        findAll(label, 'w:t')
          .flatMap(({ children }) => children)
          .join(''),
      ),
    ).toEqual(labels);
    const ids = [...findAll(drawing, 'wp:docPr'), ...findAll(drawing, 'wps:cNvPr')].map(
      ({ attributes }) => attributes.id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(findAll(drawing, 'wp:docPr')[0]?.attributes).toMatchObject({
      title: 'Phase chart',
      descr: document.chart.description,
    });
    const width = Number(findAll(drawing, 'wp:extent')[0]?.attributes.cx);
    for (const extent of findAll(drawing, 'a:ext')) expect(Number(extent.attributes.cx)).toBeLessThanOrEqual(width);
  });

  it('[EX45] a name in braces in the description is not taken for a place-holder of the library', async () => {
    const name = '{default-bullet-numbering-0}';
    const audiences = defaultPlaybook.audiences.map((audience) => ({ ...audience, name }));
    const sent = occurred('09:20', { type: 'UpdateSent', audience: 'public', n: 1, text: 'x', situation: 'no-change' });
    const playbook = { ...defaultPlaybook, audiences };
    const { body } = await read(pir(reviewSource([...exampleOne(), sent], '2026-03-13T09:00:00', { playbook })));
    expect(findAll(body, 'wp:docPr')[0]?.attributes.descr).toContain('Updates sent: (default-bullet-numbering-0) 1.');
    expect(textOf(body)).toContain(`Updates sent: ${name} 1.`);
  });

  it('[EX46] title, language, moment and author are those of the review, not of the machine', async () => {
    const { parts } = await read(review());
    const properties = new Map(
      elementsIn(partOf(parts, 'docProps/core.xml')).map(({ name, children }) => [name, children.join('')]),
    );
    expect(Object.fromEntries(properties)).toMatchObject({
      'dc:title': 'Checkout: payments spin, then fail',
      'dc:creator': 'Holdfast',
      'cp:lastModifiedBy': 'Holdfast',
      'dcterms:created': '2026-03-13T09:00:00Z',
      'dcterms:modified': '2026-03-13T09:00:00Z',
      'dc:language': 'en',
    });
    expect(findAll(partOf(parts, 'word/styles.xml'), 'w:lang')[0]?.attributes['w:val']).toBe('en-GB');
  });

  it('[EX46] the same review gives the same bytes, however many were made before and in whatever zone', async () => {
    const document = written('[a](https://e.example) 1. x\n\n3. y');
    vi.stubEnv('TZ', 'UTC');
    const first = await reviewToDocx(document);
    await reviewToDocx(review(exampleThree(), '2026-06-04T09:00:00'));
    vi.stubEnv('TZ', 'Asia/Tokyo');
    const again = await reviewToDocx(document);
    vi.unstubAllEnvs();
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
  });
});
