import type { RootContent, Table } from 'mdast';
import { toString as nodeToText } from 'mdast-util-to-string';

/** Signs that stand beside each other across A4 in the size of a table's text, its gaps taken off. */
const roomInSigns = 90;
/** A cell up to this long, as long as a date with its time, is a fact of a few signs: it stays on one line. */
const shortInSigns = 22;

/** Classes that a cell may carry; the sanitiser lets no others through. */
export const cellClasses = ['whole', 'breakable'] as const;
type CellClass = (typeof cellClasses)[number];

/**
 * Gives the cells of every table the class of their column. No column breaks a word, so that a time stays readable
 * beside a long text, unless the words do not fit beside each other: then the widest do, as few as that takes, and
 * columns of text before those of short facts.
 */
export const classifyCells = (nodes: readonly RootContent[]): RootContent[] => nodes.map(classify);

const classify = (node: RootContent): RootContent => {
  if (node.type === 'table') return withClasses(node);
  return 'children' in node
    ? ({ ...node, children: classifyCells(node.children as readonly RootContent[]) } as RootContent)
    : node;
};

const withClasses = (table: Table): Table => {
  const classes = classesOf(table);
  return {
    ...table,
    children: table.children.map((row) => ({
      ...row,
      children: row.children.map((cell, column) => {
        const name = classes[column];
        if (name === undefined) return cell;
        const properties = { ...(cell.data?.hProperties ?? {}), className: [name] };
        return { ...cell, data: { ...cell.data, hProperties: properties } };
      }),
    })),
  };
};

const classesOf = ({ children: rows }: Table): readonly (CellClass | undefined)[] => {
  const texts = rows.map((row) => row.children.map((cell) => nodeToText(cell)));
  const columns = Array.from({ length: Math.max(0, ...texts.map((row) => row.length)) }, (_, column) =>
    texts.map((row) => row[column] ?? ''),
  );
  return layOut(columns, shortInSigns) ?? layOut(columns, 0) ?? [];
};

/** Undefined where the short columns alone, kept whole, do not fit. */
const layOut = (columns: readonly (readonly string[])[], wholeUpTo: number) => {
  const wanted = columns.map((cells, column) => {
    const isWhole = longestOf(cells) <= wholeUpTo;
    return { column, isWhole, needs: longestOf(isWhole ? cells : cells.flatMap((text) => text.split(/\s/))) };
  });
  let needed = wanted.reduce((sum, { needs }) => sum + needs, 0);
  const breakable = new Set<number>();
  for (const { column, needs, isWhole } of wanted.toSorted((a, b) => b.needs - a.needs)) {
    if (needed <= roomInSigns) break;
    if (isWhole) continue;
    breakable.add(column);
    needed -= needs;
  }
  if (needed > roomInSigns) return undefined;
  return wanted.map(({ column, isWhole }) => (breakable.has(column) ? 'breakable' : isWhole ? 'whole' : undefined));
};

const longestOf = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0);
