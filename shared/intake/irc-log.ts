import { parseInstant } from '../kernel/instant.ts';
import type { Collector } from './collector.ts';
import { createDayCounter, findDay } from './day-counter.ts';
import type { TextFormat } from './format.ts';
import { createOccurrences } from './occurrences.ts';
import { readMoment } from './read-moment.ts';

/** `[00:36:06] <nick> text`, `22:19 <@nick> text`, `2005-01-09T02:05:04  * nick acts`, and notices. */
const spoken =
  /^\[?(?:(\d{4}-\d{2}-\d{2})[T ])?(\d{2}:\d{2}(?::\d{2})?)\]?\s+(?:<[ @+%&~!]?([^>\s]+)>\s?(.*)|\*\s(\S+)\s(.*)|(?:-!-|\*\*\*)\s?(.*))$/s;
/** WeeChat: time, nick or arrow, text, with tabs between. */
const tabbed = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})\t([^\t]*)\t(.*)$/s;
const dayLine = /^--- (?:Day changed|Log opened)\s+(.*)$/;

/** Logs of WeeChat, irssi and ZNC. None of them says a zone; ZNC says no day either, but in the name of its file. */
export const ircLog: TextFormat = {
  id: 'irc',
  name: 'IRC',
  knows: (text) => {
    const lines = text
      .slice(0, 20_000)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .slice(0, 100);
    return (
      lines.filter((line) => spoken.test(line) || tabbed.test(line) || dayLine.test(line)).length * 2 > lines.length
    );
  },
  read: ({ name, text }, collector, zone) => {
    const days = createDayCounter();
    const named = dayOfName(name);
    if (named !== undefined) days.setDay(named, 'date-from-name');
    const idOf = createOccurrences();
    for (const [index, content] of text.split(/\r?\n/).entries()) {
      const where = `line ${index + 1}`;
      const [, opened] = dayLine.exec(content) ?? [];
      const day = opened === undefined ? undefined : findDay(opened);
      if (day !== undefined) days.setDay(day);
      const line = opened === undefined ? toLine(content) : undefined;
      if (!line || line.nick === undefined) {
        if (content.trim() !== '' && opened === undefined) skipLine(collector, where, content, line);
        continue;
      }
      const counted = line.day === undefined ? days.dayOf(line.clock) : { day: line.day, flags: [] };
      // The log's own time as it stands; within a minute the order of the file is the order of talking.
      const when = readMoment(`${counted.day ?? ''} ${line.clock}`, zone);
      const { nick: author, text: said } = line;
      const id = idOf(when, author, said);
      const sequence = name;
      collector.propose({
        where,
        line: index + 1,
        id,
        when,
        author,
        text: said,
        kind: 'note',
        flags: counted.flags,
        sequence,
      });
    }
  },
};

interface LogLine {
  readonly day: string | undefined;
  readonly clock: string;
  /** Undefined for a notice: joined, left, renamed. */
  readonly nick: string | undefined;
  readonly text: string;
}

const toLine = (content: string): LogLine | undefined => {
  const [, date, time = '', prefix = '', tail = ''] = tabbed.exec(content) ?? [];
  if (date !== undefined) {
    const act = prefix.trim() === '*' ? /^(\S+)\s(.*)$/.exec(tail) : null;
    if (act) return { day: date, clock: time, nick: act[1], text: act[2] ?? '' };
    const isNotice = /^(?:-->|<--|--|=!=|)$/.test(prefix.trim());
    return { day: date, clock: time, nick: isNotice ? undefined : prefix.trim().replace(/^[@+%&~]/, ''), text: tail };
  }
  const [, day, clock = '', nick, said = '', actor, act = '', notice] = spoken.exec(content) ?? [];
  if (clock === '') return undefined;
  return { day, clock, nick: nick ?? actor, text: notice ?? (nick === undefined ? act : said) };
};

const skipLine = (collector: Collector, where: string, content: string, line: LogLine | undefined): void =>
  collector.skip(where, line ? 'a notice: somebody came, left or changed' : 'it is no line of a log', content);

const nameDay = /(?<!\d)(\d{4})[-_]?(\d{2})[-_]?(\d{2})(?!\d)/g;
const folderDay = /(?:^|[\\/])(\d{4})[\\/](\d{2})[\\/](\d{2})(?:\.\w+)?$/;

/**
 * ZNC keeps a log a day: `2026-03-02.log`, `#ops_20260302.log`, or `2026/03/02.log` as its last folders. Of a name with
 * several numbers like a day the last that is one counts; what folders above are called does not.
 */
const dayOfName = (path: string): string | undefined => {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  const inName = [...name.matchAll(nameDay)].map(toDay).filter(isRealDay).at(-1);
  const inFolders = folderDay.exec(path);
  return inName ?? (inFolders ? [toDay(inFolders)].find(isRealDay) : undefined);
};

const toDay = ([, year, month, day]: RegExpExecArray) => `${year}-${month}-${day}`;
const isRealDay = (day: string) => parseInstant(`${day}T00:00:00Z`).ok;
