import { watchFile } from 'node:fs';
import { readTestClock } from '../test-clock.ts';
import type { Push } from './pushes.ts';

/**
 * Tells windows, and then `onChange`, when a test has set the clock. Polled: a test rewrites the file many times within
 * one second.
 */
export const pushTestClock = (file: string, push: Push, onChange: () => void): void => {
  let last = readTestClock(file);
  watchFile(file, { interval: 20, persistent: false }, () => {
    try {
      const now = readTestClock(file);
      if (now === last) return;
      last = now;
      push('clock:changed', now);
      onChange();
    } catch {
      // Seen while it is being written; the next look sees it whole.
    }
  });
};
