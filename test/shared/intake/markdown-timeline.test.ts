import { expect, test } from 'vitest';
import { intakeOf, refusalOf } from '../../support/intake.ts';

const clocks = (text: string, zone?: string) =>
  intakeOf(text, zone).entries.map(({ at, text: said, flags }) => [at.slice(0, 16), said, flags]);

test('[FI20] list items and lines with a time in front, over several lines', () => {
  const text = `# Review
Everything was slow.

2018-08-22, 03:26pm: first noticed that
it gives an error.

- **2018-08-22 16:12 UTC** - certificate expired
1. [2018-08-22 16:24Z] proxied
   through another
\`\`\`
2018-08-22 16:30 pasted console
\`\`\`
`;
  expect(clocks(text, 'UTC')).toEqual([
    ['2018-08-22T15:26', 'first noticed that\nit gives an error.', []],
    ['2018-08-22T16:12', 'certificate expired', []],
    ['2018-08-22T16:24', 'proxied\nthrough another\n```\n2018-08-22 16:30 pasted console\n```', []],
  ]);
});

test('[FI20] a day in a heading counts for the times below it, over midnight, and until another is named', () => {
  const text = `All times in UTC.
## Timeline, October 28th, 2025
- 22:58 slow
- 23:59: down
- 00:10 — still down
**29 October 2025**
- 09:00 up
- **22:30 UTC (Oct 30)** closed
`;
  expect(clocks(text)).toEqual([
    ['2025-10-28T22:58', 'slow', []],
    ['2025-10-28T23:59', 'down', []],
    ['2025-10-29T00:10', 'still down', ['next-day']],
    ['2025-10-29T09:00', 'up', []],
    ['2025-10-30T22:30', 'closed', []],
  ]);
});

test('[FI6, FI20] tables are read by their headings, and what is no time is listed', () => {
  const text = `| Date and Time in CET | **Event** | Who |
| --- | --- | --- |
| 2019-12-03 --:-- | nothing known | Ann |
| 2019-12-03 10:45~ | a \\| b | Ann |
| 2022-02-?? ??:?? | who knows | Bo |
| 3 Dec 2019 10:46 | in words | Bo |
`;
  const { entries, skipped } = intakeOf(text, 'Europe/Prague');
  expect(entries).toMatchObject([
    { at: '2019-12-03T09:45:00.000Z', author: 'Ann', text: 'a | b', flags: ['approximate'], source: { line: 4 } },
    { at: '2019-12-03T09:46:00.000Z', text: 'in words' },
  ]);
  expect(skipped.map(({ where, text: said }) => [where, said])).toEqual([
    ['line 3', 'nothing known'],
    ['line 5', 'who knows'],
  ]);
  expect(clocks('| a | b |\n|---|---|\n| 2026-03-02 09:00Z | no headings |\n')).toEqual([
    ['2026-03-02T09:00', 'no headings', []],
  ]);
});

test('[FI20] a day in words in front of the time', () => {
  expect(clocks('- March 2nd, 2026 10:31 UTC: slow\n- 3 Mar 2026, 09:00Z up\n')).toEqual([
    ['2026-03-02T10:31', 'slow', []],
    ['2026-03-03T09:00', 'up', []],
  ]);
});

test('[FI6, FI7, FI20] a time without a day is listed, one without a zone asks for it', () => {
  expect(intakeOf('- 10:42 noticed\n', 'UTC').skipped).toEqual([
    { where: 'line 1', why: '"10:42" names no day', text: 'noticed' },
  ]);
  expect(refusalOf('## 2026-03-02\n- 10:42 noticed\n')).toBe('intake.zone');
});

test('[FI6, FI20] columns beside time and text are kept: addresses as evidence, the rest behind the text', () => {
  const text = `| Time (UTC) | Event | **Data Link** | Service |
| --- | --- | --- | --- |
| 2026-03-02 10:45 | slow | [graph](https://g.example/1) | shop | twice |
| 2026-03-02 10:46 | up | - | |
`;
  expect(intakeOf(text).entries).toMatchObject([
    {
      text: 'slow\nService: shop\ntwice',
      evidence: [{ text: 'file, line 3' }, { kind: 'url', text: 'https://g.example/1' }],
    },
    { text: 'up', evidence: [{ text: 'file, line 4' }] },
  ]);
});

test('[FI20] a day with a word for it, or with an aside, counts for the times below it', () => {
  for (const day of ['2015-10-21 (*all times UTC*)', 'Date: 2015-10-21', '**Date:** 21 October 2015 (UTC)'])
    expect(clocks(`${day}\n\n- 10:42 noticed\n`, 'UTC')).toEqual([['2015-10-21T10:42', 'noticed', []]]);
});

test('[FI6, FI20] list items without a readable time are listed, not glued onto the entry above; details of it are its own', () => {
  const text = `2026-03-02
- around noon: first calls
- 12:31 deploy
  - by Ann
- ??:?? somebody restarts it

- 12:40 up

and all was well

- no timeline
- at all
`;
  const { entries, skipped } = intakeOf(text, 'UTC');
  expect(entries.map(({ text: said }) => said)).toEqual(['deploy\n- by Ann', 'up']);
  expect(skipped).toEqual([
    { where: 'line 2', why: 'it has no time in front that can be read', text: 'around noon: first calls' },
    { where: 'line 5', why: 'it has no time in front that can be read', text: '??:?? somebody restarts it' },
  ]);
  expect(clocks('2026-03-02 12:31 deploy:\n- one\n- two\n', 'UTC')).toEqual([
    ['2026-03-02T12:31', 'deploy:\n- one\n- two', []],
  ]);
});
