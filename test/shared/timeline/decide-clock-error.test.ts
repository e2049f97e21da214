import { expect, it } from 'vitest';
import { at, givenTimeline, onlyEvent, refusalOf, whenTimeline } from '../../support/timeline-builders.ts';

const state = givenTimeline();
const stating = (given: object) =>
  whenTimeline(state, { type: 'StateClockError', errorMs: 180_000, against: ' NTP of the data centre ', ...given });

it('[CE3] a clock error names the device, how far it is off, and the clock it was compared with', () => {
  expect(onlyEvent(stating({}))).toMatchObject({
    type: 'ClockErrorStated',
    device: 'a',
    errorMs: 180_000,
    against: 'NTP of the data centre',
  });
  expect(onlyEvent(stating({ device: 'bob', errorMs: -20_000 }))).toMatchObject({ device: 'bob', errorMs: -20_000 });
  expect(onlyEvent(stating({ errorMs: 0 }))).toMatchObject({ errorMs: 0 });
});

it('[CE3] nonsense is refused in words: no other clock, more than a day, a moment to come', () => {
  expect(refusalOf(stating({ against: '  ' }))).toBe('clock.no-reference');
  expect(refusalOf(stating({ errorMs: 24 * 3_600_000 + 1 }))).toBe('clock.too-much');
  expect(refusalOf(stating({ errorMs: -24 * 3_600_000 - 1 }))).toBe('clock.too-much');
  expect(refusalOf(stating({ at: at('23:59') }))).toBe('time.future');
});
