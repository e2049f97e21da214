import type { Evidence } from '../timeline/timeline-events.ts';
import { joined } from './foreign-value.ts';
import { zoneWords } from './zone-words.ts';

/** Which column of a table holds what; undefined where no column does. */
export interface TimelineColumns {
  readonly time: number;
  /** A column with the day alone, beside one with the time of day. */
  readonly day: number | undefined;
  readonly text: number;
  readonly author: number | undefined;
  /** What the heading of the times says of their clock: `UTC` of "Time (in UTC)". */
  readonly zone: string | undefined;
  readonly of: (name: string) => number | undefined;
  /**
   * What a row says in all other columns: addresses of graphs and queries, and the rest as `Heading: cell`. `read`: the names
   * that the caller has read itself.
   */
  readonly rest: (cells: readonly string[], read?: readonly string[]) => Rest;
}

interface Rest {
  readonly evidence: readonly Evidence[];
  readonly words: readonly string[];
}

const timeNames =
  'happened at|time|timestamp|datetime|date time|date and time|date/time|when|at|happened|occurred at|created at|event time|start|start time|started at|post creation time'.split(
    '|',
  );
const textNames =
  'text|message|msg|description|event|what|what happened|entry|note|notes|summary|body|content|details|action|post message'.split(
    '|',
  );
const authorNames = 'who|author|actor|user|username|owner|by|from|person|sender|name|user username'.split('|');

const evidenceNames = /\b(?:links?|urls?|graphs?|dashboards?|evidence|quer(?:y|ies))\b/;
/** Of the tables that Holdfast exports: what of them is no part of an entry, or read by its name. */
const ownNames =
  'recorded at|recorded|kind|entry|key|restricted|corrections|redacted|withdrawn|happened at corrected|recorded at corrected|clock'.split(
    '|',
  );

/** Reads the headings of a table. Undefined unless one names a time and one a text. */
export const toTimelineColumns = (headings: readonly string[]): TimelineColumns | undefined => {
  const names = headings.map(normalised);
  const find = (wanted: readonly string[]): number | undefined =>
    wanted.map((name) => names.indexOf(name)).find((index) => index >= 0);
  const date = find(['date', 'day']);
  const isOwn = find(['happened at', 'happened']) !== undefined && find(['recorded at', 'recorded']) !== undefined;
  const [time, text] = [find(timeNames) ?? date, find(textNames)];
  if (time === undefined || text === undefined || time === text) return undefined;
  const day = date === time ? undefined : date;
  const author = find(authorNames.filter((name) => names.indexOf(name) !== text));
  const used = [time, day, text, author, ...(isOwn ? ownNames.map((name) => names.indexOf(name)) : [])];
  return {
    time,
    day,
    text,
    author,
    zone: zoneOf.exec(headings[time] ?? '')?.[0],
    of: (name) => find([name]),
    rest: (cells, read = []) => restOf(cells, headings, names, [...used, ...read.map((name) => names.indexOf(name))]),
  };
};

/** Of a table whose headings say nothing: the time in front, and what happened behind it. */
export const columnsWithoutHeadings: TimelineColumns = {
  time: 0,
  day: undefined,
  text: 1,
  author: undefined,
  zone: undefined,
  of: () => undefined,
  rest: (cells) => restOf(cells, [], [], [0, 1]),
};

const restOf = (
  cells: readonly string[],
  headings: readonly string[],
  names: readonly string[],
  used: readonly (number | undefined)[],
): Rest => {
  const others = [...cells.entries()].filter(([index, cell]) => !used.includes(index) && /[\p{L}\p{N}]/u.test(cell));
  const isEvidence = ([index]: readonly [number, string]) => evidenceNames.test(names[index] ?? '');
  return {
    evidence: others.filter(isEvidence).flatMap(([, cell]) => toEvidence(cell)),
    words: others
      .filter((each) => !isEvidence(each))
      .map(([index, cell]) => joined(': ', headings[index]?.replaceAll(/[*_`]/g, '').trim(), cell.trim())),
  };
};

/** Addresses as such, also behind their label in Markdown; anything else is how to find it. */
const toEvidence = (cell: string): readonly Evidence[] =>
  cell
    .split(' | ')
    .map((piece) => piece.trim().replace(/^\[[^[\]]*\]\((https?:[^\s()]+)\)$/i, '$1'))
    .filter((text) => text !== '')
    .map((text) => ({ kind: /^https?:\/\//i.test(text) ? 'url' : 'query', text }));

const zoneOf = new RegExp(String.raw`(?<=[\s(/,])${zoneWords}`);

/** `Time (in UTC)`, `Time UTC+2`, `Date and Time in CET`, `happened_at` without zone and punctuation. */
const normalised = (heading: string): string =>
  heading
    .replaceAll(/\([^()]*\)/g, ' ')
    .replace(zoneOf, ' ')
    .toLowerCase()
    .replaceAll(/[*_`:\s]+/g, ' ')
    .replace(/ in(?: [a-z]{2,4})? ?$/, '')
    .trim();
