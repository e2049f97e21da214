import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as ClockModule from '../../../renderer/state/clock.ts';
import { type Instant, msToInstant } from '../../../shared/kernel/instant.ts';

const start = Date.parse('2026-03-02T10:31:12.345Z');
const iso = (text: string) => text as Instant;

/** A window whose visibility a test sets, and the clock module as it is when such a window loads it. */
const openWindow = async (isHidden = false) => {
  const page = { hidden: isHidden, changed: () => {} };
  vi.stubGlobal('document', {
    get hidden() {
      return page.hidden;
    },
    addEventListener: (_: string, listener: () => void) => {
      page.changed = listener;
    },
  });
  vi.resetModules();
  const clock: typeof ClockModule = await import('../../../renderer/state/clock.ts');
  return {
    clock,
    show: (isShown: boolean) => {
      page.hidden = !isShown;
      page.changed();
    },
  };
};

/** What one clock on the screen is told, in order. */
const listen = ({ clock }: Awaited<ReturnType<typeof openWindow>>) => {
  const told: Instant[] = [];
  const stop = clock.watchSeconds(() => told.push(clock.shownSecond()));
  return { told, stop };
};

describe('the clocks of a window', () => {
  beforeEach(() => void vi.useFakeTimers({ now: start }));
  afterEach(() => void vi.useRealTimers());

  it('[CK21] tick on the second, all together, from one timer', async () => {
    const window = await openWindow();
    const [first, second] = [listen(window), listen(window)];
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(654);
    expect(first.told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(first.told).toEqual([iso('2026-03-02T10:31:13.000Z')]);
    vi.advanceTimersByTime(2_000);
    expect(first.told).toEqual(['13', '14', '15'].map((s) => iso(`2026-03-02T10:31:${s}.000Z`)));
    expect(second.told).toEqual(first.told);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('[CK22] nothing runs while nobody shows a time', async () => {
    const window = await openWindow();
    expect(vi.getTimerCount()).toBe(0);
    const [first, second] = [listen(window), listen(window)];
    first.stop();
    expect(vi.getTimerCount()).toBe(1);
    second.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[CK22] nothing runs while the window is hidden, and it is right in the moment it is shown', async () => {
    const window = await openWindow();
    const { told } = listen(window);
    window.show(false);
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(3_600_000);
    expect(told).toEqual([]);
    window.show(true);
    expect(told).toEqual([iso('2026-03-02T11:31:12.000Z')]);
    expect(vi.getTimerCount()).toBe(1);
    const hidden = await openWindow(true);
    listen(hidden);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('[CK23] after a sleep or a throttled timer the next tick shows the time as it is, once', async () => {
    const window = await openWindow();
    const { told } = listen(window);
    // The machine slept for 42 minutes: the clock went on, the timers did not.
    vi.setSystemTime(start + 42 * 60_000);
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([iso('2026-03-02T11:13:13.000Z')]);
    // Set back by an hour: shown as it is, never counted on.
    vi.setSystemTime(start - 3_600_000);
    vi.advanceTimersByTime(1_000);
    expect(told.at(-1)).toBe(iso('2026-03-02T09:31:13.000Z'));
  });

  it('[CK24] who begins to show a time sees this second, however long nobody did', async () => {
    const window = await openWindow();
    listen(window).stop();
    vi.advanceTimersByTime(90_000);
    listen(window);
    expect(window.clock.shownSecond()).toBe(iso('2026-03-02T10:32:42.000Z'));
  });

  it('[CK25] a test clock stands still without a timer, and runs again when it is taken away', async () => {
    const window = await openWindow();
    const { told } = listen(window);
    window.clock.setTestClock(iso('2026-01-01T00:00:00.000Z'));
    expect(told).toEqual([iso('2026-01-01T00:00:00.000Z')]);
    expect(vi.getTimerCount()).toBe(0);
    window.clock.setTestClock(null);
    expect(told.at(-1)).toBe(msToInstant(Math.floor(start / 1000) * 1000));
    expect(vi.getTimerCount()).toBe(1);
  });
});
