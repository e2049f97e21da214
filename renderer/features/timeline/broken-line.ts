import { isKnownEventType } from '../../../shared/incident/incident-event.ts';
import { elapsedMs, type Instant, parseInstant } from '../../../shared/kernel/instant.ts';
import { formatClock, parseClock } from '../../../shared/kernel/zone.ts';
import type { EntryKind } from '../../../shared/timeline/timeline-events.ts';
import { wordsOfLine } from '../../state/words-of-line.ts';
import { sentenceCase } from './pending-words.ts';

/**
 * What a journal line that is not whole changed, such as `Severity changed`, from as much of it as is left. Empty for an
 * entry, whose words can be typed again as they are, and where nothing tells what it was.
 */
export const changeOfLine = (line: string): string => {
  const types = [...eventsOf(line).matchAll(/"type":"(\w+)"/g)].map(([, type = '']) => type).filter(isKnownEventType);
  if (types.length > 0) {
    const changes = types.every((type) => type === 'EntryRecorded') ? [] : types;
    return sentenceOf(changes);
  }
  // The damage may have hit the very name: what was asked for says as much.
  const command = /"command":\{"id":"[^"]*","type":"(\w+)"/.exec(line)?.[1];
  return command === undefined || command === 'RecordEntry' ? '' : sentenceOf([command]);
};

/** `Milestone reached, phase moved`. */
const sentenceOf = (types: readonly string[]): string =>
  [...new Set(types)]
    .map((type, index) => (index === 0 ? sentenceCase(type) : sentenceCase(type).toLowerCase()))
    .join(', ');

/** What to type for the entry that such a line held: its kind and its time too, where they are left and a line can say them. */
export const entryLineOf = (line: string, zone: string, now: Instant): string => {
  const events = eventsOf(line);
  const kind = /"kind":"(note|observation|todo)"/.exec(events)?.[1] as keyof typeof wordsOfKind | undefined;
  const isRestricted = events.includes('"visibility":"restricted"');
  const word = isRestricted ? '!inside' : kind === undefined ? '' : wordsOfKind[kind];
  return [clockOf(events, zone, now), word, wordsOfLine(line)].filter((part) => part !== '').join(' ');
};

const wordsOfKind = { note: '!note', observation: '!obs', todo: '!todo' } as const satisfies Partial<
  Record<EntryKind, string>
>;

/** Only where the clock time alone means that very moment: not of another day. */
const clockOf = (events: string, zone: string, now: Instant): string => {
  const happened = parseInstant(/"occurredAt":"([^"]*)"/.exec(events)?.[1] ?? '');
  if (!happened.ok) return '';
  const clock = formatClock(happened.value, zone, true);
  const read = parseClock(clock, zone, now);
  return read.ok && read.value.kind === 'sure' && Math.abs(elapsedMs(read.value.at, happened.value)) < 1_000
    ? clock
    : '';
};

/** Behind the command, before the words that people wrote. */
const eventsOf = (line: string): string => {
  const start = line.indexOf('"events":[');
  return start < 0 ? '' : (line.slice(start).split('"clear":[', 1)[0] ?? '');
};
