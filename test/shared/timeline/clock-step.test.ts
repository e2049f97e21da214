import { expect, it } from 'vitest';
import { clockStepMs } from '../../../shared/timeline/clock-step.ts';
import { at } from '../../support/timeline-builders.ts';

const before = { wall: at('10:00'), monoMs: 5_000, boot: 'b1' };

it.each([
  ['nothing but time passed', '10:01', 65_000, undefined],
  ['2 s of drift', '10:01:02', 65_000, undefined],
  ['set forward', '10:11', 65_000, 600_000],
  ['set back by an hour', '09:01', 65_000, -3_600_000],
  ['3 s are a step', '10:00:57', 65_000, -3_000],
])('[TL19] %s', (_what, wall, monoMs, expected) => {
  expect(clockStepMs(before, { wall: at(wall), monoMs, boot: 'b1' })).toBe(expected);
});

it('[TL19] says nothing about two starts of the machine', () => {
  expect(clockStepMs(before, { wall: at('12:00'), monoMs: 10, boot: 'b2' })).toBeUndefined();
});
