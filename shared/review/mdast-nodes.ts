import type { BlockContent, Heading, List, Paragraph, PhrasingContent, Table, TableCell, Text } from 'mdast';
import { joinLines } from './join-lines.ts';

/** What a caller may put in a cell or a line: plain text, or nodes where a part of it stands out. */
export type Inline = string | readonly PhrasingContent[];

export const text = (value: string): Text => ({ type: 'text', value: withoutControls(value) });
export const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
export const struck = (value: string): PhrasingContent => ({ type: 'delete', children: [text(value)] });
export const monospace = (value: string): PhrasingContent => ({ type: 'inlineCode', value: oneLine(value) });

export const paragraph = (inline: Inline): Paragraph => ({ type: 'paragraph', children: toPhrasing(inline) });

export const heading = (depth: Heading['depth'], title: string): Heading => ({
  type: 'heading',
  depth,
  children: [text(oneLine(title))],
});

export const bullets = (items: readonly Inline[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(item)] })),
});

/** Word for word: a code block keeps every character and runs none of them. */
export const verbatim = (value: string): BlockContent => ({ type: 'code', value: withoutControls(value) });

/** The first cell of every row names the row, so that a screen reader can say which value it reads. */
export const table = (head: readonly string[], rows: readonly (readonly Inline[])[]): Table => ({
  type: 'table',
  align: head.map(() => null),
  children: [
    { type: 'tableRow', children: head.map((cell) => headCell(cell, 'col')) },
    ...rows.map((row) => ({
      type: 'tableRow' as const,
      children: row.map((cell, column) => (column === 0 ? headCell(cell, 'row') : dataCell(cell))),
    })),
  ],
});

/** A table cell is one line of Markdown: line ends inside it become spaces. */
const dataCell = (inline: Inline): TableCell => ({
  type: 'tableCell',
  children: toPhrasing(typeof inline === 'string' ? oneLine(inline) : inline),
});

const headCell = (inline: Inline, scope: 'col' | 'row'): TableCell => ({
  ...dataCell(inline),
  data: { hName: 'th', hProperties: { scope } },
});

const toPhrasing = (inline: Inline): PhrasingContent[] => (typeof inline === 'string' ? [text(inline)] : [...inline]);

const oneLine = (value: string) => joinLines(withoutControls(value));

// Control characters have no look; in a terminal or an old viewer they could act.
const withoutControls = (value: string) => value.replaceAll(/\r\n?/g, '\n').replaceAll(/(?![\n\t])\p{Cc}/gu, '');
