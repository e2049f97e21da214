import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMs, type Instant, msToInstant } from '../../../shared/kernel/instant.ts';
import {
  type ClockReading,
  formatClock,
  formatDate,
  formatDueClock,
  isZone,
  offsetMinutes,
  parseClock,
  parseComingClock,
  zoneName,
} from '../../../shared/kernel/zone.ts';

const at = (text: string) => text as Instant;
const read = (text: string, zone: string, now: string): ClockReading => {
  const result = parseClock(text, zone, at(now));
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('typed clock times', () => {
  it('[ZN1] a clock time is the latest such moment not after now', () => {
    expect(read('10:28', 'UTC', '2026-03-02T10:31:12.000Z')).toEqual({ kind: 'sure', at: '2026-03-02T10:28:00.000Z' });
    expect(read('23:50', 'UTC', '2026-03-02T00:10:00.000Z')).toEqual({ kind: 'sure', at: '2026-03-01T23:50:00.000Z' });
    expect(read('10:28:30', 'Asia/Kathmandu', '2026-03-02T05:00:00.000Z')).toEqual({
      kind: 'sure',
      at: '2026-03-02T04:43:30.000Z',
    });
  });

  it('[ZN2] a time over 12 hours back is asked about', () => {
    expect(read('10:32', 'UTC', '2026-03-02T10:31:00.000Z')).toEqual({
      kind: 'ask',
      why: 'long-ago',
      candidates: ['2026-03-01T10:32:00.000Z'],
    });
  });

  it('[ZN3] a time that the zone showed twice is asked about with both moments', () => {
    expect(read('02:30', 'Europe/Prague', '2026-10-25T02:00:00.000Z')).toEqual({
      kind: 'ask',
      why: 'twice',
      candidates: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    });
    // Before the second 02:30 has come there is only one.
    expect(read('02:30', 'Europe/Prague', '2026-10-25T01:00:00.000Z')).toEqual({
      kind: 'sure',
      at: '2026-10-25T00:30:00.000Z',
    });
  });

  it('[ZN4] a time that the zone skipped is read as the day before, and asked about', () => {
    expect(read('02:30', 'Europe/Prague', '2026-03-29T02:00:00.000Z')).toMatchObject({ kind: 'ask', why: 'long-ago' });
  });

  it('[ZN5] what is no time of day is refused in words', () => {
    for (const text of ['', '25:00', '10:60', 'ten', '1028', '10:28:61'])
      expect(parseClock(text, 'UTC', at('2026-03-02T10:31:00.000Z'))).toMatchObject({ ok: false });
  });

  it('[ZN6] reading back what a clock shows gives a moment with the same face, in any zone', () => {
    const zones = ['UTC', 'Europe/Prague', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.integer({ min: 0, max: 11 * 3_600_000 }),
        (zone, ms, backMs) => {
          const now = msToInstant(ms);
          const face = formatClock(addMs(now, -backMs), zone, true);
          const result = parseClock(face, zone, now);
          if (!result.ok) return false;
          const moments = result.value.kind === 'sure' ? [result.value.at] : result.value.candidates;
          return moments.every((moment) => moment <= now && formatClock(moment, zone, true) === face);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('times to come', () => {
  const coming = (text: string, zone: string, now: string) => parseComingClock(text, zone, at(now));

  it('[ZN9] a coming time is the first such moment after now, within a day', () => {
    expect(coming('10:30', 'UTC', '2026-03-02T10:28:00.000Z')).toMatchObject({ value: '2026-03-02T10:30:00.000Z' });
    expect(coming('9:00', 'Europe/Prague', '2026-03-02T10:28:00.000Z')).toMatchObject({
      value: '2026-03-03T08:00:00.000Z',
    });
  });

  it('[ZN9] of a time shown twice it is the earlier, and one that is skipped is refused', () => {
    expect(coming('02:30', 'Europe/Prague', '2026-10-24T20:00:00.000Z')).toMatchObject({
      value: '2026-10-25T00:30:00.000Z',
    });
    expect(coming('02:30', 'Europe/Prague', '2026-03-28T20:00:00.000Z')).toMatchObject({ ok: false });
    expect(coming('soon', 'UTC', '2026-03-28T20:00:00.000Z')).toMatchObject({ ok: false });
  });
});

describe('zones', () => {
  it('[ZN7] offsets follow the zone at that moment, daylight saving and half hours included', () => {
    expect(offsetMinutes(at('2026-07-01T00:00:00.000Z'), 'Europe/Prague')).toBe(120);
    expect(offsetMinutes(at('2026-01-01T00:00:00.000Z'), 'Europe/Prague')).toBe(60);
    expect(offsetMinutes(at('2026-01-01T00:00:00.500Z'), 'America/St_Johns')).toBe(-210);
    expect(zoneName(at('2026-07-01T00:00:00.000Z'), 'UTC')).toBe('UTC');
    expect(formatDate(at('2026-03-02T23:30:00.000Z'), 'Asia/Kathmandu')).toBe('3 Mar 2026');
  });

  it('[ZN12] a due time names its day where that is not today in the zone', () => {
    const now = at('2026-03-02T22:30:00.000Z');
    expect(formatDueClock(at('2026-03-02T22:50:00.000Z'), 'UTC', now)).toBe('22:50');
    expect(formatDueClock(at('2026-03-05T22:50:00.000Z'), 'UTC', now)).toBe('5 Mar 2026 22:50');
    expect(formatDueClock(at('2026-03-02T23:10:00.000Z'), 'Europe/Prague', now)).toBe('3 Mar 2026 00:10');
  });

  it('[ZN8] unknown zones are told apart', () => {
    expect(isZone('Europe/Prague')).toBe(true);
    for (const zone of ['', 'Mars/Olympus', 'nonsense']) expect(isZone(zone)).toBe(false);
  });
});
