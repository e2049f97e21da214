import { expect, it } from 'vitest';
import { formatDuration, isoDuration } from '../../../shared/kernel/duration.ts';

const minute = 60_000;
const hour = 60 * minute;

it('[KN1] durations read as people say them, cut and never rounded', () => {
  expect(formatDuration(42_999)).toBe('42s');
  expect(formatDuration(17 * minute + 30_000)).toBe('17m 30s');
  expect(formatDuration(4 * minute)).toBe('4m 00s');
  expect(formatDuration(hour - 1)).toBe('59m 59s');
  expect(formatDuration(3 * hour + 5 * minute + 59_999)).toBe('3h 05m');
  expect(formatDuration(48 * hour - 1)).toBe('47h 59m');
  expect(formatDuration(889_200_000)).toBe('10d 07h');
  expect(formatDuration(-90_000)).toBe('-1m 30s');
});

it('[KN2] ISO durations use hours, minutes and seconds only', () => {
  expect(isoDuration(0)).toBe('PT0S');
  expect(isoDuration(70 * minute)).toBe('PT1H10M');
  expect(isoDuration(247 * hour)).toBe('PT247H');
  expect(isoDuration(1_999)).toBe('PT1S');
  expect(isoDuration(-hour)).toBe('-PT1H');
});
