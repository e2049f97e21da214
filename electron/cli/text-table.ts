/** Widest line of readable output. */
export const lineWidth = 80;

/** Rows under headings, aligned; the last column is cut where the line would be longer than the terminal's 80 signs. */
export const textTable = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const lines = [headings, ...rows.map((row) => row.map(toOneLine))];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines.map((line) => toLine(line, widths)).join('\n');
};

const toLine = (cells: readonly string[], widths: readonly number[]): string => {
  const last = cells.length - 1;
  const head = cells.slice(0, last).map((cell, column) => cell.padEnd(widths[column] ?? 0));
  const before = head.map((cell) => `${cell}  `).join('');
  // A narrow rest would say nothing: then the line may be longer.
  return `${before}${shorten(cells[last] ?? '', Math.max(lineWidth - before.length, 20))}`.trimEnd();
};

/** Cut to `width` signs with an ellipsis. */
export const shorten = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;

// Control signs of a text that somebody recorded must not drive the reader's terminal.
export const toOneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
