import type { Instant } from '../../shared/kernel/instant.ts';
import { request, subscribe } from '../bridge/bridge.ts';

/** Lets main watch the time: the timers of a hidden window are held back. */
export const watchDeadlines = (deadlines: readonly { readonly key: string; readonly at: Instant }[]): void => {
  void request('deadlines:watch', deadlines);
};

/** Listens until the returned function is called; told is main's now, never before a deadline that it has seen. */
export const onDeadlineReached = (listener: (now: Instant) => void): (() => void) =>
  subscribe('deadlines:reached', listener);
