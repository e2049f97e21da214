import { expect, it } from 'vitest';
import { createClockWatch, type Writing } from '../../../electron/library/clock-watch.ts';
import { addMs, type Instant } from '../../../shared/kernel/instant.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';

const writing: Writing = { incident: 'one' as IncidentId, by: { person: 'Ann', device: 'ann' }, zone: 'UTC' };

const watched = () => {
  let wall = '2026-03-02T09:00:00.000Z' as Instant;
  let monoMs = 0;
  const told: (readonly [string, string])[] = [];
  const watch = createClockWatch({ now: () => wall, monoMs: () => monoMs, boot: 'boot' }, ({ incident }, text) =>
    told.push([incident, text]),
  );
  return {
    told,
    watch,
    pass: (wallMs: number, realMs: number) => {
      wall = addMs(wall, wallMs);
      monoMs += realMs;
      watch.look();
    },
  };
};

it('[CW1] a clock that was set, or a sleep, is noted once on every timeline this run writes to', () => {
  const { watch, pass, told } = watched();
  watch.noteWriting(writing);
  watch.noteWriting({ ...writing, incident: 'two' as IncidentId });
  pass(5_000, 5_000);
  expect(told).toEqual([]);
  pass(185_000, 5_000);
  expect(told.map(([incident]) => incident)).toEqual(['one', 'two']);
  expect(told[0]?.[1]).toContain('3m 00s forward');
  pass(5_000, 5_000);
  expect(told).toHaveLength(2);
  pass(-55_000, 5_000);
  expect(told.at(-1)?.[1]).toContain('set back by 1m 00s');
});

it('[CW2] where this run has written nothing, nothing is noted', () => {
  const { pass, told } = watched();
  pass(3_600_000, 5_000);
  expect(told).toEqual([]);
});
