import { expect, test } from 'vitest';
import { timeBoxWords } from '../../../../renderer/features/clocks/time-box-words.ts';
import { minutesToMs } from '../../../../shared/kernel/duration.ts';
import type { TimeBox } from '../../../../shared/lifecycle/time-box.ts';
import { toInstant } from '../../../support/incident-player.ts';

const box = (leftMinutes: number, { rolling = false, expired = 0 } = {}): TimeBox => ({
  phase: 'triage',
  since: toInstant('09:00'),
  limitMs: minutesToMs(10),
  dueAt: toInstant('09:10'),
  leftMs: minutesToMs(leftMinutes),
  rolling,
  expired,
});

test('[CLK6] a time-box is told by shape and words: running, soon, over', () => {
  expect(timeBoxWords(box(8), 5)).toMatchObject({
    kind: 'running',
    short: '8m 00s left of 10m',
    full: '8m 00s left of the time-box of 10m',
  });
  expect(timeBoxWords(box(5), 5)).toMatchObject({ kind: 'soon' });
  expect(timeBoxWords(box(-2), 5)).toMatchObject({
    kind: 'over',
    short: '2m 00s over',
    full: 'Time-box of 10m over by 2m 00s',
  });
});

test('[CLK6] a rolling time-box that began anew says how often it has run out', () => {
  expect(timeBoxWords(box(8, { rolling: true }), 5).short).toBe('8m 00s left of 10m');
  expect(timeBoxWords(box(8, { rolling: true, expired: 1 }), 5)).toMatchObject({
    short: '8m 00s left of 2×10m',
    full: '8m 00s until the next check, every 10m; the time-box has run out once',
  });
  expect(timeBoxWords(box(8, { rolling: true, expired: 3 }), 5)).toMatchObject({
    short: '8m 00s left of 4×10m',
    full: '8m 00s until the next check, every 10m; the time-box has run out 3 times',
  });
});
