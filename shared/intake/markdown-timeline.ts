import type { Evidence } from '../timeline/timeline-events.ts';
import type { Collector } from './collector.ts';
import { createDayCounter, findDay, isDayAlone } from './day-counter.ts';
import { joined } from './foreign-value.ts';
import type { TextFormat } from './format.ts';
import { createOccurrences } from './occurrences.ts';
import { readRoughMoment } from './rough-moment.ts';
import { columnsWithoutHeadings, type TimelineColumns, toTimelineColumns } from './timeline-headings.ts';
import { createUntimedItems, isListItem } from './untimed-items.ts';
import { type Clock, givenClock, statedClock, zoneWords } from './zone-words.ts';

const clock = String.raw`~?\s?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[ap]m\b)?~?`;
const zone = String.raw`(?:\s?${zoneWords})?`;
/** Also days that nobody can read (`2022-02-?? ??:??`): they are named as such, not passed over. */
const day = String.raw`(?:\d{4,5}-[\d?]{2}-[\d?]{2}|\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?, \d{4})`;
const time = String.raw`(?:${day}(?:T|,?\s+)(?:${clock}|[?-]{2}:[?-]{2})|${clock})${zone}(?:\s*(?:[-–—]|to)\s*${clock}${zone})?`;
const entryLine = new RegExp(
  String.raw`^(?:[-*+]|\d+[.)])?\s*[*_\x60[(]*\s*(${time})(?:\s*\(([^()]*)\))?\s*[*_\x60\])]*\s*(?:[-–—:|]+\s*)?[*_\x60]*\s*(\S.*)$`,
  's',
);

/** Reviews and notes with times in front: list items, lines, and tables. A day in a heading is that of the times below it. */
export const markdownTimeline: TextFormat = {
  id: 'markdown',
  name: 'Markdown timeline',
  knows: (text) =>
    linesOf(text).some((line) => entryLine.test(line.text) || (isRow(line.text) && isOfTimeline(cellsOf(line.text)))),
  read: ({ name, text }, collector, given) => {
    const clock = statedClock(zoneOfAll.exec(text)?.[1], givenClock(given));
    const reader = createReader(name, collector, clock);
    for (const [index, line] of linesOf(text).entries()) reader.take(line, index + 1);
    reader.end();
  },
};

/** "All times are in UTC+2", "(all times UTC)". */
const zoneOfAll = new RegExp(String.raw`\b[Tt](?:imes?\b.{0,20}\bin|imes(?: are)?:?) \(?(${zoneWords})`);
const zoneAlone = new RegExp(String.raw`^\s*(?:in )?(${zoneWords})\s*$`);
const startsWithTime = new RegExp(`^${time}$`);
const ofDay = /^~?\s?\d{1,2}:/;
interface Open {
  readonly line: number;
  readonly typed: string;
  readonly isItem: boolean;
  /** What stands in brackets behind the time: its zone, or of a night over midnight its day, `(Oct 29)`. */
  readonly aside: string | undefined;
  readonly words: string[];
  /** Of a table, what its other columns say. No part of what the entry is recognised by. */
  readonly more?: readonly string[];
  readonly evidence?: readonly Evidence[];
  readonly author: string | undefined;
  readonly clock: Clock;
}

const createReader = (file: string, collector: Collector, clock: Clock) => {
  const days = createDayCounter();
  const idOf = createOccurrences();
  const untimed = createUntimedItems(collector);
  let columns: TimelineColumns | undefined;
  let open: Open | undefined;
  let isCode = false;

  const close = () => {
    if (!open) return;
    const { line, typed, words, author, more = [], evidence = [] } = open;
    const [, zoneAside] = zoneAlone.exec(open.aside ?? '') ?? [];
    const aside = zoneAside === undefined ? open.aside : undefined;
    const isOfDay = ofDay.test(typed);
    const other = aside === undefined ? undefined : findDay(`${aside}, ${days.year() ?? ''}`);
    if (isOfDay && other !== undefined) days.setDay(other);
    const { day, flags } = isOfDay ? days.dayOf(typed) : { day: undefined, flags: [] };
    const said = words.join('\n');
    const own = aside === undefined || other !== undefined ? said : `(${aside}) ${said}`;
    const when = readRoughMoment(typed, statedClock(zoneAside, open.clock), day);
    const id = idOf(when, author, own);
    const text = joined('\n', own, ...more);
    const place = { where: `line ${line}`, line, sequence: file };
    collector.propose({ ...place, id, when, author, text, kind: 'note', evidence, flags });
    open = undefined;
  };

  const takeRow = (cells: readonly string[], line: number) => {
    close();
    const headings = toTimelineColumns(cells);
    if (headings) {
      columns = headings;
      return;
    }
    // A table whose headings say nothing, with times in front.
    columns ??= startsWithTime.test(bare(cells[0])) ? columnsWithoutHeadings : undefined;
    if (!columns || cells.every((cell) => /^[:\s-]*$/.test(cell))) return;
    const { evidence, words } = columns.rest(cells.map(bare));
    const own = columns.day === undefined ? '' : `${bare(cells[columns.day])} `;
    open = {
      line,
      isItem: false,
      typed: `${own}${bare(cells[columns.time])}`,
      aside: undefined,
      words: [bare(cells[columns.text])],
      more: words,
      evidence,
      author: columns.author === undefined ? undefined : bare(cells[columns.author]),
      clock: statedClock(columns.zone, clock),
    };
    close();
  };

  const takeWords = (text: string) => {
    const isHeading = text.startsWith('#') || isDayAlone(text);
    if (text === '' || isHeading) {
      close();
      columns = undefined;
    }
    // A blank line between two items ends no list; words that belong to no entry do.
    if (isHeading || (text !== '' && !open)) untimed.end();
    const day = isHeading ? findDay(text) : undefined;
    if (day !== undefined) days.setDay(day);
    open?.words.push(text);
  };

  return {
    end: () => {
      close();
      untimed.end();
    },
    take: ({ text, indent }: Line, line: number) => {
      if (/^(?:```|~~~)/.test(text)) isCode = !isCode;
      const [, typed = '', aside, words = ''] = isCode ? [] : (entryLine.exec(text) ?? []);
      const isItem = !isCode && isListItem(text);
      if (isRow(text)) takeRow(cellsOf(text), line);
      else if (typed !== '') {
        close();
        if (isItem) untimed.timed(indent);
        open = { line, typed, isItem, aside, words: [words.replace(/^\*+|\*+$/g, '')], author: undefined, clock };
      } else if (isItem && (open ? open.isItem && !untimed.isWithin(indent) : true)) {
        close();
        untimed.untimed(indent, line, text);
      } else takeWords(text);
    },
  };
};

interface Line {
  readonly text: string;
  /** Signs of white space in front. */
  readonly indent: number;
}

// Runs of white space become one: the pattern would try every way to share them out.
const linesOf = (text: string): readonly Line[] =>
  text.split('\n').map((line) => ({
    text: line.replaceAll(/\s+/g, ' ').trim(),
    indent: line.length - line.trimStart().length,
  }));
const isRow = (line: string) => /^\|.*\|$/s.test(line);
const isOfTimeline = (cells: readonly string[]) =>
  toTimelineColumns(cells) !== undefined || startsWithTime.test(bare(cells[0]));
const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** Of a cell, without the marks of bold and code and with escaped bars as they are meant. */
const bare = (cell = '') =>
  cell
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll('\\|', '|')
    .trim();
