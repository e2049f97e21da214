import { expect, test } from 'vitest';
import { intakeOf, refusalOf, told } from '../../support/intake.ts';

test('[FI7, FI21] WeeChat: full times without a zone, actions, notices', () => {
  const log =
    '2026-03-02 09:04:33\t@ann\thello\n2026-03-02 09:04:34\t-->\tbo (b@h) has joined\n2026-03-02 09:04:40\t *\tbo waves\n\tsplit line\n';
  expect(refusalOf(log)).toBe('intake.zone');
  const { entries, skipped } = intakeOf(log, 'UTC');
  expect(entries.map(told)).toEqual([
    ['09:04:33', 'ann', 'hello'],
    ['09:04:40', 'bo', 'waves'],
  ]);
  expect(skipped.map(({ where, why }) => [where, why])).toEqual([
    ['line 2', 'a notice: somebody came, left or changed'],
    ['line 4', 'it is no line of a log'],
  ]);
});

test('[FI9, FI21] irssi: the day of its lines, file order within a minute, midnight without a marker', () => {
  const log = `--- Log opened Mon Mar 02 22:00:00 2026
22:19 <@ann> first \u00034,1red\u000F
22:19 < bo> second
22:19 < bo> second
23:59  * bo leaves the bridge
00:01 <+bridge> [matrix] <uwu> nested
--- Day changed Wed Mar 04 2026
10:00 <@ann> next day
`;
  const { entries, skipped } = intakeOf(log, 'UTC');
  expect(entries.map((entry) => [entry.at.slice(5, 16), entry.author, entry.text, entry.flags])).toEqual([
    ['03-02T22:19', 'ann', 'first red', []],
    ['03-02T22:19', 'bo', 'second', []],
    ['03-02T22:19', 'bo', 'second', []],
    ['03-02T23:59', 'bo', 'leaves the bridge', []],
    ['03-03T00:01', 'bridge', '[matrix] <uwu> nested', ['next-day']],
    ['03-04T10:00', 'ann', 'next day', []],
  ]);
  expect(skipped).toEqual([]);
});

test('[FI21] ZNC says its day in the name of the file alone, and that is flagged', () => {
  const log = '[00:36:06] <ann> hi\n[00:36:07] *** Joins: x (u@h)\n';
  for (const name of ['2026-03-02.log', 'net/#ops/2026/03/02.log', '#ops_20260302.log'])
    expect(intakeOf(log, 'UTC', name).entries).toMatchObject([
      { at: '2026-03-02T00:36:06.000Z', flags: ['date-from-name'] },
    ]);
  for (const name of [
    '2024-01-01 backup/#ops_20260302.log',
    '#ops-20001234_2026-03-02.log',
    'a/2025/01/01/2026-03-02.log',
  ])
    expect([name, intakeOf(log, 'UTC', name).entries[0]?.at]).toEqual([name, '2026-03-02T00:36:06.000Z']);
  for (const name of ['2024-01-01/ops.log', 'ops-20261399.log'])
    expect([name, intakeOf(log, 'UTC', name).entries]).toEqual([name, []]);
  expect(intakeOf(log, 'UTC', 'znc.log').skipped[0]).toEqual({
    where: 'line 1',
    why: '"00:36:06" names no day',
    text: 'hi',
  });
});
