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

/** Reads the headings of a table. Undefined unless one names a time and one a text. */
export const toTimelineColumns = (headings: readonly string[]): TimelineColumns | undefined => {
  const names = headings.map(normalised);
  const find = (wanted: readonly string[]): number | undefined =>
    wanted.map((name) => names.indexOf(name)).find((index) => index >= 0);
  const date = find(['date', 'day']);
  const [time, text] = [find(timeNames) ?? date, find(textNames)];
  if (time === undefined || text === undefined || time === text) return undefined;
  return {
    time,
    day: date === time ? undefined : date,
    text,
    author: find(authorNames.filter((name) => names.indexOf(name) !== text)),
    zone: zoneOf.exec(headings[time] ?? '')?.[0],
    of: (name) => find([name]),
  };
};

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
