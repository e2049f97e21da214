import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './figure-table.module.css';

export interface FigureColumn {
  readonly id: string;
  readonly label: string;
  /** Figures stand in mono at the right end of their column. */
  readonly isFigure?: boolean | undefined;
  /** Takes the room that is left. */
  readonly isWide?: boolean | undefined;
}

export interface FigureRow {
  readonly id: string;
  /** By column id; a missing cell shows an en dash and says "not recorded". */
  readonly cells: Readonly<Record<string, ReactNode>>;
  readonly isStrong?: boolean | undefined;
}

interface FigureTableProps {
  readonly caption: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  readonly isCaptionHidden?: boolean | undefined;
}

/**
 * A small table of figures; the first column names the row. Where it is wider than its place it scrolls by itself
 * (focusable for that), so that the page never scrolls sideways and no figure is cut.
 */
export const FigureTable = ({ caption, columns, rows, isCaptionHidden }: FigureTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable with the keyboard
  <section aria-label={caption} className={styles.box} tabIndex={0}>
    <table className={styles.table}>
      <caption className={isCaptionHidden === true ? 'sr' : styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th className={cellClasses(column)} key={column.id} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr className={classNames(row.isStrong === true && styles.strong)} key={row.id}>
            {columns.map((column, index) => {
              const content = row.cells[column.id] ?? <NotRecorded />;
              return index === 0 ? (
                <th className={cellClasses(column)} key={column.id} scope="row">
                  {content}
                </th>
              ) : (
                <td className={cellClasses(column)} key={column.id}>
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const NotRecorded = () => (
  <span className={styles.missing}>
    <span aria-hidden="true">–</span>
    <span className="sr">not recorded</span>
  </span>
);

const cellClasses = (column: FigureColumn): string => {
  return classNames(column.isFigure === true && styles.figure, column.isWide === true && styles.wide);
};
