import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeadlineWatch } from '../../../electron/windows/deadline-watch.ts';
import { type Instant, instantToMs, msToInstant } from '../../../shared/kernel/instant.ts';

const at = (clock: string) => `2026-03-02T${clock}.000Z` as Instant;

beforeEach(() => {
  vi.useFakeTimers({ now: instantToMs(at('10:00:00')) });
});
afterEach(() => {
  vi.useRealTimers();
});

const start = () => {
  const reached: Instant[] = [];
  const counts: number[] = [];
  const watch = createDeadlineWatch({
    now: () => msToInstant(Date.now()),
    onReached: (now) => reached.push(now),
    onDueCount: (count) => counts.push(count),
  });
  return { watch, reached, counts };
};

test('[AL4] main tells a deadline when it comes, once, without being asked again', () => {
  const { watch, reached, counts } = start();
  watch.watch([
    { key: 'public', at: at('10:30:00') },
    { key: 'exec', at: at('11:00:00') },
  ]);
  vi.advanceTimersByTime(30 * 60_000 - 1);
  expect(reached).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(reached).toEqual([at('10:30:00')]);
  vi.advanceTimersByTime(20 * 60_000);
  expect(reached).toHaveLength(1);
  vi.advanceTimersByTime(10 * 60_000);
  expect(reached).toEqual([at('10:30:00'), at('11:00:00')]);
  expect(counts).toEqual([1, 2]);
});

test('[AL4] a list said again tells nothing twice; an update that was sent takes the badge away', () => {
  const { watch, reached, counts } = start();
  watch.watch([{ key: 'public', at: at('09:59:00') }]);
  watch.watch([{ key: 'public', at: at('09:59:00') }]);
  expect(reached).toHaveLength(1);
  watch.watch([{ key: 'public 2', at: at('10:30:00') }]);
  expect(counts).toEqual([1, 0]);
});

test('[AL4] a deadline that passed while the machine slept is told within half a minute', () => {
  const { watch, reached } = start();
  watch.watch([{ key: 'public', at: at('10:30:00') }]);
  // The clock went on, the timer did not.
  vi.setSystemTime(instantToMs(at('12:00:00')));
  vi.advanceTimersByTime(30_000);
  expect(reached).toHaveLength(1);
});

test('[CE12] a clock that is set back or forward tells a deadline when its moment comes by the new clock, once', () => {
  const { watch, reached, counts } = start();
  watch.watch([{ key: 'public', at: at('10:30:00') }]);
  vi.setSystemTime(instantToMs(at('09:30:00')));
  vi.advanceTimersByTime(60 * 60_000 - 1);
  expect(reached).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(reached).toEqual([at('10:30:00')]);
  vi.setSystemTime(instantToMs(at('10:00:00')));
  watch.check();
  vi.advanceTimersByTime(60 * 60_000);
  expect(reached).toHaveLength(1);
  expect(counts).toEqual([1, 0, 1]);
});
