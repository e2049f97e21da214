/** One record of a CSV text. */
export interface CsvRecord {
  /** 1-based line on which the record begins; quoted cells may span lines. */
  readonly line: number;
  readonly cells: readonly string[];
  /** As it stood in the file, without its line end. */
  readonly text: string;
  /** Why the record cannot be trusted; absent when it is well formed. */
  readonly fault?: string;
}
export type Delimiter = ',' | ';';

/** RFC 4180 with CRLF after every record, and a byte order mark: without it spreadsheets misread accents. */
export const recordsToCsv = (records: readonly (readonly string[])[], delimiter: Delimiter): string =>
  `\uFEFF${records.map((cells) => `${cells.map((cell) => quote(guard(cell), delimiter)).join(delimiter)}\r\n`).join('')}`;

/**
 * Reads CSV with or without a byte order mark, any line end, `,` or `;` (whichever the header line has more of,
 * comma when even). Blank lines are left out. Never refuses: a record with broken quotes carries a `fault`.
 */
export const csvToRecords = (csv: string): readonly CsvRecord[] => {
  const source = csv.startsWith('\uFEFF') ? csv.slice(1) : csv;
  const delimiter = detectDelimiter(source);
  const records: CsvRecord[] = [];
  let line = 1;
  for (let start = 0; start < source.length; ) {
    const { cells, end, next, fault } = readRecord(source, start, delimiter);
    const text = source.slice(start, end);
    if (text.trim() !== '') records.push({ line, cells: cells.map(unguard), text, ...(fault ? { fault } : {}) });
    line += countLineEnds(source.slice(start, next));
    start = next;
  }
  return records;
};

// A spreadsheet runs a cell that begins with one of these as a formula. The apostrophe makes it text; cells that
// already look guarded get one more, so that reading takes off exactly what writing put on.
const isGuardable = /^'*[=+\-@\t\r]/;
const isGuarded = /^'+[=+\-@\t\r]/;
const guard = (cell: string) => (isGuardable.test(cell) ? `'${cell}` : cell);
const unguard = (cell: string) => (isGuarded.test(cell) ? cell.slice(1) : cell);

const quote = (cell: string, delimiter: Delimiter) =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const detectDelimiter = (source: string): Delimiter => {
  const header = (source.match(/[^\r\n]+/)?.[0] ?? '').replace(/"[^"]*"/g, '');
  return header.split(';').length > header.split(',').length ? ';' : ',';
};

interface ReadRecord {
  readonly cells: readonly string[];
  /** Where the record's text ends, and where the next one begins. */
  readonly end: number;
  readonly next: number;
  readonly fault?: string;
}

const readRecord = (source: string, start: number, delimiter: Delimiter): ReadRecord => {
  const cells: string[] = [];
  let fault: string | undefined;
  let at = start;
  for (;;) {
    const cell = source[at] === '"' ? readQuoted(source, at) : { value: '', end: at };
    fault ??= cell.fault;
    const stop = findCellEnd(source, cell.end, delimiter);
    const tail = source.slice(cell.end, stop);
    if (source[at] === '"' && tail.trim() !== '') fault ??= 'text after a closing quote';
    // Spaces after a closing quote are an editor's; spaces around a bare cell are part of it.
    cells.push(source[at] === '"' && tail.trim() === '' ? cell.value : cell.value + tail);
    if (source[stop] === delimiter) {
      at = stop + 1;
      continue;
    }
    const next = source.startsWith('\r\n', stop) ? stop + 2 : Math.min(stop + 1, source.length);
    return { cells, end: stop, next, ...(fault ? { fault } : {}) };
  }
};

const readQuoted = (source: string, open: number): { value: string; end: number; fault?: string } => {
  let value = '';
  for (let at = open + 1; ; ) {
    const close = source.indexOf('"', at);
    if (close < 0) return { value: value + source.slice(at), end: source.length, fault: 'a quote is never closed' };
    value += source.slice(at, close);
    if (source[close + 1] !== '"') return { value, end: close + 1 };
    value += '"';
    at = close + 2;
  }
};

const findCellEnd = (source: string, from: number, delimiter: Delimiter): number => {
  let at = from;
  while (at < source.length && source[at] !== delimiter && source[at] !== '\r' && source[at] !== '\n') at += 1;
  return at;
};

const countLineEnds = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
