import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addMs,
  elapsedMs,
  type Instant,
  isInstant,
  msToInstant,
  parseInstant,
} from '../../../shared/kernel/instant.ts';

it('[KN3] RFC 3339 with any offset becomes one canonical form', () => {
  expect(parseInstant('2026-03-02T09:04Z')).toEqual({ ok: true, value: '2026-03-02T09:04:00.000Z' });
  expect(parseInstant('2026-03-02t10:04:30.1239+01:00')).toEqual({ ok: true, value: '2026-03-02T09:04:30.123Z' });
  expect(parseInstant('2026-03-02 09:04:00-00:30')).toEqual({ ok: true, value: '2026-03-02T09:34:00.000Z' });
});

it('[KN4] moments that do not exist, and times without a zone, are refused', () => {
  for (const text of ['2026-02-31T00:00Z', '2026-03-02T09:04', '2026-13-01T00:00Z', '2026-03-02T24:00Z', 'now', ''])
    expect(parseInstant(text).ok).toBe(false);
  expect(() => msToInstant(0.5)).toThrow(RangeError);
  expect(() => msToInstant(Number.NaN)).toThrow(RangeError);
});

it('[KN4] reckoning ends at the first and the last moment', () => {
  const last = '9999-12-31T23:59:59.999Z' as Instant;
  expect(addMs(last, 2_000)).toBe(last);
  expect(addMs('0001-01-01T00:00:00.500Z' as Instant, -Number.MAX_SAFE_INTEGER)).toBe('0001-01-01T00:00:00.000Z');
  expect(() => addMs(last, -0.5)).toThrow(RangeError);
});

it('[KN5] text order is time order', () => {
  const ms = fc.integer({ min: Date.UTC(1, 0, 1), max: Date.UTC(9999, 0, 1) });
  fc.assert(
    fc.property(ms, ms, (a, b) => {
      const [x, y] = [msToInstant(a), msToInstant(b)];
      return a < b === x < y && elapsedMs(x, y) === b - a && isInstant(x) && addMs(x, 0) === x;
    }),
  );
});
