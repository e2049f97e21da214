import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { AlignType, TableCell as MarkdownCell, Table as MarkdownTable } from 'mdast';
import { toString as nodeToText } from 'mdast-util-to-string';
import type { DocxLinks } from './docx-links.ts';
import { textWidthTwips } from './docx-page.ts';
import { toRuns } from './docx-runs.ts';

/** Word calls a file damaged that has a wider table. */
const mostColumns = 63;

/** A table whose first row is repeated on every page, and no row is torn; one that Word refuses becomes lines of text. */
export const toTable = (
  { children: rows, align }: MarkdownTable,
  links: DocxLinks,
  indent: number,
): readonly (Paragraph | Table)[] => {
  const columns = rows.reduce((count, row) => Math.max(count, row.children.length), 0);
  if (columns > mostColumns) return rows.map((row) => toLine(row.children, links));
  const indexes = Array.from({ length: columns }, (_, column) => column);
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: textWidthTwips - indent, type: WidthType.DXA },
      ...(indent > 0 ? { indent: { size: indent, type: WidthType.DXA } } : {}),
      columnWidths: columnWidths(
        rows.map((row) => row.children.map((cell) => nodeToText(cell))),
        columns,
        textWidthTwips - indent,
      ),
      borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
      margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: 40, right: 100 },
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: rows.map(
        (row, index) =>
          new TableRow({
            ...(index === 0 ? { tableHeader: true } : {}),
            cantSplit: true,
            children: indexes.map((column) => {
              const style = index === 0 ? 'TableHead' : 'TableText';
              return new TableCell({ children: [toCell(row.children[column], style, align?.[column], links)] });
            }),
          }),
      ),
    }),
    // Two tables without a paragraph between them become one.
    new Paragraph({ style: 'AfterTable' }),
  ];
};

const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9CCD3' } as const;
const none = { style: BorderStyle.NONE } as const;

const toCell = (
  cell: MarkdownCell | undefined,
  style: string,
  align: AlignType | undefined,
  links: DocxLinks,
): Paragraph =>
  new Paragraph({
    style,
    ...(align ? { alignment: alignments[align] } : {}),
    children: toRuns(cell?.children ?? [], links),
  });

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

const toLine = (cells: readonly MarkdownCell[], links: DocxLinks): Paragraph =>
  new Paragraph({
    children: cells.flatMap(({ children }, index) => [
      ...(index > 0 ? toRuns([{ type: 'text', value: ' | ' }], links) : []),
      ...toRuns(children, links),
    ]),
  });

/** About as wide as one letter of a table, in twips. */
const letter = 95;
/** Longer words are broken, and longer texts run over several lines. */
const most = { word: 20, text: 60 } as const;
/** Margins of a cell, and that a head is bold. */
const around = 3;

/**
 * Widths of the columns of a table, in twips: each its longest word, and of what is left the more the longer its
 * longest text is. A program that lays tables out by itself may still do it better; many take these as they are.
 */
export const columnWidths = (
  rows: readonly (readonly string[])[],
  columns: number,
  width: number,
): readonly number[] => {
  const asked = Array.from({ length: columns }, (_, column) => {
    const texts = rows.map((row) => row[column] ?? '');
    const word = Math.min(longest(texts.flatMap((text) => text.split(/\s+/))), most.word) + around;
    return { word, more: Math.max(0, Math.min(longest(texts), most.text) - word) + 1 };
  });
  const spare = Math.max(0, width / letter - sum(asked.map(({ word }) => word)));
  const wanted = sum(asked.map(({ more }) => more));
  const letters = asked.map(({ word, more }) => word + (spare * more) / wanted);
  return letters.map((count) => Math.floor((width * count) / sum(letters)));
};

const longest = (texts: readonly string[]) => texts.reduce((length, text) => Math.max(length, text.length), 0);
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
