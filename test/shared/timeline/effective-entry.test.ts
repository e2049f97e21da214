import { expect, it } from 'vitest';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { effectiveEntry, timeFlag } from '../../../shared/timeline/effective-entry.ts';
import type { EntryCorrected, TimelineEvent } from '../../../shared/timeline/timeline-events.ts';
import { at, entryRecorded, givenTimeline, id } from '../../support/timeline-builders.ts';

const corrected = (own: string, change: Partial<EntryCorrected>): EntryCorrected => ({
  type: 'EntryCorrected',
  id: id(own),
  occurredAt: at('10:25'),
  entry: id('entry'),
  ...change,
});
const redacted = (event: string): TimelineEvent => ({
  type: 'TextRedacted',
  id: id(`r-${event}`),
  occurredAt: at('10:28'),
  event: id(event),
  why: 'customer name',
});
const effective = (...events: readonly TimelineEvent[]) => {
  const state = givenTimeline(entryRecorded(), ...events);
  return effectiveEntry(state.entries.get(id('entry')) ?? expect.fail('no entry'), state.redactions);
};

it('[CO11] without corrections an entry says what was recorded', () => {
  expect(effective()).toMatchObject({ text: 'orders-db p99 4.2 s', happenedAt: at('10:20'), earlier: [] });
});

it('[CO12] the newest text and the newest time count, each on its own, and every old version stays', () => {
  const entry = effective(
    corrected('c1', { text: 'p99 4.0 s' }),
    corrected('c2', { happenedAt: at('10:12'), reason: 'clock of the graph' }),
    corrected('c3', { text: 'p99 4.1 s' }),
  );
  expect(entry).toMatchObject({ text: 'p99 4.1 s', happenedAt: at('10:12') });
  expect(entry.earlier.map(({ text, happenedAt, replacedBy }) => [text, happenedAt, replacedBy.event])).toEqual([
    ['orders-db p99 4.2 s', at('10:20'), 'c1'],
    ['p99 4.0 s', at('10:20'), 'c2'],
    ['p99 4.0 s', at('10:12'), 'c3'],
  ]);
});

it('[CO13] a redaction blanks the text of the event that it names, in the old versions too', () => {
  const first = effective(corrected('c1', { text: 'p99 4.0 s' }), redacted('entry'));
  expect([first.text, first.earlier[0]?.text]).toEqual(['p99 4.0 s', '[redacted]']);
  const second = effective(corrected('c1', { text: 'Jan called' }), redacted('c1'));
  expect([second.text, second.earlier[0]?.text]).toEqual(['[redacted]', 'orders-db p99 4.2 s']);
});

it('[TL17] marks what was added later than the setting says, and a clock that runs ahead', () => {
  const flagOf = (recordedAt: Instant) =>
    timeFlag({ occurredAt: at('10:20'), happenedAt: at('10:20'), recordedAt }, 5 * 60_000);
  expect([at('10:20'), at('10:25'), at('10:26'), at('10:19')].map(flagOf)).toEqual([
    'live',
    'live',
    'added-later',
    'clock',
  ]);
});

it('[TL18] a time corrected to later than the recording is no clock that runs ahead', () => {
  const times = { occurredAt: at('10:20'), happenedAt: at('10:24'), recordedAt: at('10:20') };
  expect(timeFlag(times, 5 * 60_000)).toBe('live');
});
