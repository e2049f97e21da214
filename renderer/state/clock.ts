import { useSyncExternalStore } from 'react';
import { type Instant, instantToMs, msToInstant } from '../../shared/kernel/instant.ts';

let fixed: Instant | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** The moment to use in commands: to the millisecond. The only place of the windows that reads a clock. */
export const currentInstant = (): Instant => fixed ?? msToInstant(Date.now());

let shown = readClock();

/** Lets all clocks stand at `instant`, or run again with `null`: the test clock of an unpackaged app. */
export const setTestClock = (instant: Instant | null): void => {
  fixed = instant;
  tick();
};

/**
 * The current whole second. One ticker for the whole window, aligned to the second; it stops while the window is
 * hidden or nothing on screen shows a running time, and every value derives from the instant, so that a sleep or a
 * throttled window never makes a clock slow.
 */
export const useNow = (): Instant => useSyncExternalStore(watchSeconds, shownSecond);

/** The second that all clocks of this window show. */
export const shownSecond = (): Instant => shown;

/** Calls `listener` with every new second while the window can be seen. Returns the end of it. */
export const watchSeconds = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (listeners.size === 1) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
};

const tick = (): void => {
  clearTimeout(timer);
  const now = readClock();
  if (now !== shown) {
    shown = now;
    for (const listener of listeners) listener();
  }
  if (fixed === null && listeners.size > 0 && !document.hidden) {
    timer = setTimeout(tick, 1000 - (Date.now() % 1000));
  }
};

document.addEventListener('visibilitychange', () => {
  // Hidden: not even the tick that was on its way.
  if (document.hidden) clearTimeout(timer);
  else tick();
});

function readClock(): Instant {
  const now = currentInstant();
  return msToInstant(Math.floor(instantToMs(now) / 1000) * 1000);
}
