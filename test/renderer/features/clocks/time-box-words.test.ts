import { expect, test } from 'vitest';
import { timeBoxWords } from '../../../../renderer/features/clocks/time-box-words.ts';
import { minutesToMs } from '../../../../shared/kernel/duration.ts';
import type { TimeBox } from '../../../../shared/lifecycle/time-box.ts';
import { toInstant } from '../../../support/incident-player.ts';

const box = (leftMinutes: number, rolling = false): TimeBox => ({
  phase: 'triage',
  since: toInstant('09:00'),
  limitMs: minutesToMs(10),
  dueAt: toInstant('09:10'),
  leftMs: minutesToMs(leftMinutes),
  rolling,
  expired: 0,
});

test('[CLK6] a time-box is told by shape and words: running, soon, over', () => {
  expect(timeBoxWords(box(8), 5)).toMatchObject({
    kind: 'running',
    short: '8m 00s left',
    full: '8m 00s left of the time-box of 10m',
  });
  expect(timeBoxWords(box(5), 5)).toMatchObject({ kind: 'soon' });
  expect(timeBoxWords(box(-2), 5)).toMatchObject({
    kind: 'over',
    short: '2m 00s over',
    full: 'Time-box of 10m over by 2m 00s',
  });
  expect(timeBoxWords(box(8, true), 5).full).toBe('8m 00s until the next check, every 10m');
});
