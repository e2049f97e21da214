import { expect, test } from 'vitest';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { daysBetween, priorityDueDate, reviewDueDate } from '../../../shared/review/review-due.ts';

const due = (at: string, days: number, calendar: 'wall' | 'business', zone = 'UTC') =>
  reviewDueDate(at as Instant, { days, calendar }, zone);

test('[RD1] calendar days count every day, business days no Saturday and no Sunday', () => {
  // Friday 6 March 2026.
  expect(due('2026-03-06T12:00:00.000Z', 3, 'wall')).toBe('2026-03-09');
  expect(due('2026-03-06T12:00:00.000Z', 5, 'business')).toBe('2026-03-13');
  // From a Saturday the first business day is Monday.
  expect(due('2026-03-07T12:00:00.000Z', 1, 'business')).toBe('2026-03-09');
  expect(due('2026-02-27T12:00:00.000Z', 3, 'wall')).toBe('2026-03-02');
});

test('[RD1] it counts from the day in the zone that is shown', () => {
  expect(due('2026-03-02T23:30:00.000Z', 3, 'wall', 'Europe/Berlin')).toBe('2026-03-06');
  expect(due('2026-03-02T23:30:00.000Z', 3, 'wall')).toBe('2026-03-05');
});

test('[RD2] P0 and P1 have a day, other priorities none', () => {
  const weeks = { P0: 4, P1: 8 };
  expect(priorityDueDate('P0', weeks, '2026-03-02')).toBe('2026-03-30');
  expect(priorityDueDate('P1', weeks, '2026-03-02')).toBe('2026-04-27');
  expect(priorityDueDate('P2', weeks, '2026-03-02')).toBeUndefined();
  expect(priorityDueDate('none', weeks, '2026-03-02')).toBeUndefined();
});

test('[RD1] days between two dates, also over a change of the clocks', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-03-05', '2026-03-02')).toBe(-3);
});
