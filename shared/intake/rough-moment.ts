import { err, ok, type Result } from '../kernel/result.ts';
import { findDay } from './day-counter.ts';
import type { EntryFlag, Moment } from './proposed-entry.ts';
import { readEpoch, readMoment } from './read-moment.ts';
import { type Clock, statedClock, zoneWords } from './zone-words.ts';

const about = /\s*(?:~|\bapprox(?:imately)?\.?|\bca\.|\bcirca\b|\babout\b)\s*/gi;
/** `09:00 - 11:00`, `16:19 UTC – 16:29 UTC`: white space or a long dash, so that no offset is taken for a second time. */
const span = /^(.*?\d:\d{2}.*?)(?:\s+(?:-|to|until)\s+|\s*[–—]\s*)\D{0,3}\d.*$/i;
const gluedSpan = /^[^T]*\b\d{1,2}:\d{2}-\d{1,2}:\d{2}$/;
/** Behind a time that stands by itself any capitals are the name of a zone, also one that `zoneWords` does not have. */
const zoneBehind = new RegExp(String.raw`\s?\(?(?<![\d-]-)(?!AM\b|PM\b)(${zoneWords}|(?<=[\s(])[A-Z]{2,4})\)?$`);

/** `2 March 2026, 10:31`, `Mar 2nd, 2026 10:31`. */
const dayInWords = /^(?:\d{1,2}\S{0,3} [a-z]{3,9},? \d{4}|[a-z]{3,9} \d{1,2}\S{0,3} \d{4}),? (?=\d{1,2}:)/i;
const longest = 80;

/**
 * As `readMoment`, of times that people typed: about, from a span its beginning, with a name of a zone behind it (one that
 * stands for several clocks does not count: what was given does), or counted since 1970. `day` is that of a time without one.
 */
export const readRoughMoment = (typed: string, clock: Clock, day: string | undefined): Result<Moment, string> => {
  // The patterns below take long over long texts, and no time is one.
  if (typed.length > longest) return err(`"${typed.slice(0, 59)}…" is no time`);
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  if (/^\d{10}(?:\d{3}){0,3}$/.test(text)) return readEpoch(text);
  if (gluedSpan.test(text)) return err(`"${text}" may be a span or a time with its offset: put spaces around the dash`);
  const flags: EntryFlag[] = [];
  const exact = text.replaceAll(about, ' ').trim();
  if (exact !== text) flags.push('approximate');
  const [, beginning] = span.exec(exact) ?? [];
  if (beginning !== undefined) flags.push('range');
  const single = (beginning ?? exact).trim();
  const [behind = '', words] = zoneBehind.exec(single) ?? [];
  // `09:00 - 11:00 UTC` says the zone of both.
  const { zone } = statedClock(words ?? zoneBehind.exec(exact)?.[1], clock);
  const bare = behind === '' ? single : single.slice(0, -behind.length);
  const [named = ''] = dayInWords.exec(bare) ?? [];
  const dated = named === '' ? bare : `${findDay(named) ?? named} ${bare.slice(named.length)}`;
  const when = readMoment(/^\d{1,2}:\d{2}/.test(dated) && day !== undefined ? `${day} ${dated}` : dated, zone);
  if (!when.ok) return when;
  const { typed: read, flags: found = [] } = when.value;
  return ok({ ...when.value, typed: { ...read, text: text.slice(0, 60) }, flags: [...found, ...flags] });
};
