import { expect, test } from 'vitest';
import { readEpoch, readMoment, zoneMissing } from '../../../shared/intake/read-moment.ts';

test.each([
  ['2026-03-02T09:04:05.123456789Z', '2026-03-02T09:04:05.123Z', 'nanosecond'],
  ['2026-03-02T09:04:05.123456-04:00', '2026-03-02T13:04:05.123Z', 'microsecond'],
  ['2019-02-12T15:45:24.006+0000', '2019-02-12T15:45:24.006Z', 'millisecond'],
  ['2026-03-02 09:04 UTC', '2026-03-02T09:04:00.000Z', 'minute'],
  ['2026-03-02, 03:26pm Z', '2026-03-02T15:26:00.000Z', 'minute'],
  ['2026-03-02 12:05 am GMT', '2026-03-02T00:05:00.000Z', 'minute'],
])('[FI8] %s is %s, told to the %s', (typed, at, precision) => {
  expect(readMoment(typed)).toMatchObject({ ok: true, value: { at, precision, typed: { text: typed, zone: 'UTC' } } });
});

test.each([
  ['1736554746.482349', '2025-01-11T00:19:06.482Z', 'microsecond'],
  ['1736554746', '2025-01-11T00:19:06.000Z', 'second'],
  ['1553166657086', '2019-03-21T11:10:57.086Z', 'millisecond'],
  ['1502709956288000110', '2017-08-14T11:25:56.288Z', 'nanosecond'],
])('[FI8] %s since 1970 is %s', (typed, at, precision) => {
  expect(readEpoch(typed)).toMatchObject({ ok: true, value: { at, precision, typed: { text: typed } } });
});

test.each(['', '1.5e12', '-1736554746', '17365547', '1553166657086.5', undefined])(
  '[FI6] %s is no count since 1970',
  (typed) => {
    expect(readEpoch(typed).ok).toBe(false);
  },
);

test.each([
  ['2019-12-03 --:--', 'is no time like'],
  ['20202-01-16 12:00', 'is no time like'],
  ['2022-02-?? ??:??', 'is no time like'],
  ['2022-02-30 10:00Z', 'is no moment that exists'],
  ['2022-02-03 25:00Z', 'is no time of day'],
  ['2022-02-03 13:00pm Z', 'is no time of day'],
  ['2022-02-03', 'names a day and no time of day'],
  ['10:42', 'names no day'],
  ['3/2/2026 10:00', 'may be read as two days'],
  ['9999-12-31 23:59', 'is no moment of an incident'],
  ['', 'it has no time'],
])('[FI6] "%s" %s', (typed, why) => {
  const read = readMoment(typed, 'Europe/Prague');
  expect(read.ok ? undefined : read.error).toContain(why);
});

test('[FI7] a time without a zone is read in the zone given, and only then', () => {
  expect(readMoment('2026-07-02 09:04')).toEqual({ ok: false, error: zoneMissing });
  expect(readMoment('2026-07-02 09:04', 'Europe/Prague')).toEqual({
    ok: true,
    value: {
      at: '2026-07-02T07:04:00.000Z',
      precision: 'minute',
      typed: { text: '2026-07-02 09:04', zone: 'Europe/Prague', offsetMinutes: 120 },
    },
  });
});

test('[FI7] of a time shown twice it is the earlier, and said; one never shown cannot be used', () => {
  expect(readMoment('2026-10-25 02:30', 'Europe/Prague')).toMatchObject({
    value: { at: '2026-10-25T00:30:00.000Z', flags: ['shown-twice'], typed: { offsetMinutes: 120 } },
  });
  expect(readMoment('2026-03-29 02:30', 'Europe/Prague')).toMatchObject({
    error: 'the clock in Europe/Prague never showed 2026-03-29 02:30',
  });
});
