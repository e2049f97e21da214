import { HeadingLevel, type IParagraphOptions, Paragraph, type ParagraphChild, type Table } from 'docx';
import type { List, RootContent } from 'mdast';
import { toString as nodeToText } from 'mdast-util-to-string';
import type { DocxLinks } from './docx-links.ts';
import { bulletList, deepestLevel, highestNumber, orderedList } from './docx-lists.ts';
import { toRuns } from './docx-runs.ts';
import { toTable } from './docx-table.ts';
import { linesOfText, textRuns } from './docx-text.ts';

/** What is shared by all blocks of one document. */
export interface DocxContext {
  readonly links: DocxLinks;
  /** 1, 2, 3 ... : every counted list counts by itself. */
  readonly nextList: () => number;
}

/** Where a block stands. */
export interface Place {
  /** Of its left edge, in twips. */
  readonly indent: number;
  readonly listDepth: number;
  readonly isQuoted: boolean;
}

const step = 400;
/** However deeply people nest: something has to be left of the page. */
const deepestIndent = 6_000;
const atMargin: Place = { indent: 0, listDepth: 0, isQuoted: false };
const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Markdown as Word's paragraphs and tables; what Word has nothing for is its text, raw HTML included. */
export const toBlocks = (
  nodes: readonly RootContent[],
  context: DocxContext,
  place: Place = atMargin,
): readonly (Paragraph | Table)[] => nodes.flatMap((node) => nodeToBlocks(node, context, place));

const nodeToBlocks = (node: RootContent, context: DocxContext, place: Place): readonly (Paragraph | Table)[] => {
  const { links } = context;
  switch (node.type) {
    case 'heading': {
      const heading = headings[node.depth - 1] ?? HeadingLevel.HEADING_6;
      return [paragraph(place, toRuns(node.children, links), { heading })];
    }
    case 'paragraph':
      return [paragraph(place, toRuns(node.children, links))];
    case 'code':
      return [paragraph(place, linesOfText(node.value), { style: 'Code' })];
    case 'blockquote':
      return toBlocks(node.children, context, { ...place, indent: deeper(place), isQuoted: true });
    case 'list':
      return listBlocks(node, context, place);
    case 'table':
      return toTable(node, links, place.indent);
    case 'thematicBreak':
      return [paragraph(place, [], { thematicBreak: true })];
    case 'html':
      return [paragraph(place, linesOfText(node.value))];
    default:
      return [paragraph(place, textRuns(nodeToText(node)))];
  }
};

const deeper = ({ indent }: Place): number => Math.min(indent + step, deepestIndent);

const paragraph = (
  { indent, isQuoted }: Place,
  children: readonly ParagraphChild[],
  given: Omit<IParagraphOptions, 'children'> = {},
): Paragraph =>
  new Paragraph({
    ...(isQuoted && !given.heading ? { style: 'Quote' } : {}),
    ...(indent > 0 ? { indent: { left: indent } } : {}),
    ...given,
    children,
  });

const listBlocks = (list: List, context: DocxContext, place: Place): readonly (Paragraph | Table)[] => {
  const start = list.start ?? 1;
  const level = Math.min(place.listDepth, deepestLevel);
  const isCounted = list.ordered === true && start + list.children.length <= highestNumber;
  const reference = isCounted ? orderedList(context.nextList(), level, start) : bulletList;
  const indent = deeper(place);
  const inside = { ...place, indent, listDepth: place.listDepth + 1 };
  return list.children.flatMap(({ children, checked }, index) => {
    const [first, ...rest] = children;
    const isText = first?.type === 'paragraph';
    // Word counts no further than this; the number that was typed is kept as text.
    const number = list.ordered && !isCounted ? `${start + index}. ` : '';
    const box = typeof checked === 'boolean' ? `[${checked ? 'x' : ' '}] ` : '';
    const opening = [...textRuns(number + box), ...toRuns(isText ? first.children : [], context.links)];
    return [
      paragraph(inside, opening, { numbering: { reference, level }, indent: { left: indent, hanging: step } }),
      ...toBlocks(isText ? rest : children, context, inside),
    ];
  });
};
