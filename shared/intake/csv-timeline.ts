import { type CsvRecord, csvToRecords } from '../playbook/csv.ts';
import { type EntryKind, entryKinds } from '../timeline/timeline-events.ts';
import type { Collector } from './collector.ts';
import type { ForeignFile } from './documents.ts';
import { joined } from './foreign-value.ts';
import type { TextFormat } from './format.ts';
import { createOccurrences } from './occurrences.ts';
import { readRoughMoment } from './rough-moment.ts';
import { type TimelineColumns, toTimelineColumns } from './timeline-headings.ts';
import { type Clock, givenClock, statedClock } from './zone-words.ts';

/** Tables with a time and a text, `holdfast export --format csv` among them. Every row is an entry. */
export const csvTimeline: TextFormat = {
  id: 'csv',
  name: 'CSV table',
  knows: (text) => {
    const [header, ...rows] = csvToRecords(text);
    return header !== undefined && rows.length > 0 && toTimelineColumns(header.cells) !== undefined;
  },
  read: (file, collector, zone) => {
    const [header, ...rows] = csvToRecords(file.text);
    const columns = toTimelineColumns(header?.cells ?? []);
    if (!columns) return;
    const idOf = createOccurrences();
    const clock = statedClock(columns.zone, givenClock(zone));
    for (const row of rows) readRow(row, columns, { file, collector, clock, idOf });
  },
};

interface Surroundings {
  readonly file: ForeignFile;
  readonly collector: Collector;
  readonly clock: Clock;
  readonly idOf: ReturnType<typeof createOccurrences>;
}

const readRow = (row: CsvRecord, columns: TimelineColumns, { file, collector, clock, idOf }: Surroundings): void => {
  const cell = (index: number | undefined) => (index === undefined ? '' : (row.cells[index]?.trim() ?? ''));
  const named = (name: string) => cell(columns.of(name));
  const where = `line ${row.line}`;
  const why =
    row.fault ?? (named('withdrawn') ? 'it was taken back there' : undefined) ?? redactedThere(named('redacted'));
  if (why !== undefined) {
    collector.skip(where, why, row.text);
    return;
  }
  const when = readRoughMoment(cell(columns.time), clock, cell(columns.day) || undefined);
  const author = cell(columns.author) || undefined;
  const said = wordsOf(named('kind'), cell(columns.text));
  const { evidence, words } = columns.rest(row.cells, ['kind', 'withdrawn', 'redacted']);
  collector.propose({
    where,
    line: row.line,
    id: idOf(when, author, said),
    when,
    author,
    text: joined('\n', said, ...words),
    kind: kindOf(named('kind')) ?? 'note',
    evidence,
    sequence: file.name,
    ...(named('restricted') ? { visibility: 'restricted' } : {}),
    ...(named('key') === 'yes' ? { key: true } : {}),
  });
};

const redactedThere = (cell: string): string | undefined => (cell === '' ? undefined : 'its text was redacted there');

/** By its id or by the word that our own table has for it. */
const kindOf = (kind: string): EntryKind | undefined => {
  const word = kind.toLowerCase();
  return kindsByWord.get(word) ?? entryKinds.find((known) => known === word);
};

const kindsByWord: ReadonlyMap<string, EntryKind> = new Map([
  ['observed', 'observation'],
  ['sent', 'communication'],
  ['to-do', 'todo'],
]);

/** A row that was a milestone or a decision comes as a note that says so: an import decides and reaches nothing. */
const wordsOf = (kind: string, text: string): string =>
  kind === '' || kindOf(kind) !== undefined ? text : text === '' ? kind : `${kind}: ${text}`;
