import { expect, test } from 'vitest';
import { intakeOf, refusalOf } from '../../support/intake.ts';

const clocks = (text: string, zone?: string) =>
  intakeOf(text, zone).entries.map(({ at, text: said }) => [at.slice(11, 16), said]);
const listed = (...lines: readonly string[]) => `## 2026-03-02\n${lines.map((line) => `- ${line}\n`).join('')}`;

test('[FI20] capitals behind a time are words, unless they are the name of a zone', () => {
  const lines = ['10:31 CPU at 90 %', '10:32 SLA broken', '10:34 CST-7 rack is off'];
  expect(clocks(listed(...lines), 'UTC')).toEqual([
    ['10:31', 'CPU at 90 %'],
    ['10:32', 'SLA broken'],
    ['10:34', 'CST-7 rack is off'],
  ]);
});

test('[FI7] offsets from UTC are read wherever they stand, and beat --zone', () => {
  const lines = [
    '10:31 UTC+2 deploy',
    '10:32 GMT-5: slow',
    '10:33 UTC+05:30 up',
    '10:34 (UTC) foo',
    '10:35 (UTC-1) bar',
  ];
  expect(clocks(listed(...lines), 'Asia/Tokyo')).toEqual([
    ['05:03', 'up'],
    ['08:31', 'deploy'],
    ['10:34', 'foo'],
    ['11:35', 'bar'],
    ['15:32', 'slow'],
  ]);
  for (const heading of ['Time (UTC+2)', 'Time UTC+02:00', 'Time (in GMT+2)']) {
    expect(clocks(`${heading},Text\n2026-03-02 10:31,deploy\n`, 'Asia/Tokyo')).toEqual([['08:31', 'deploy']]);
    expect(clocks(`| ${heading} | Text |\n| - | - |\n| 2026-03-02 10:31 | deploy |\n`)).toEqual([['08:31', 'deploy']]);
  }
  for (const sentence of ['All times are in UTC+2.', 'Times: UTC+2', '(all times UTC+2)'])
    expect(clocks(`${sentence}\n${listed('10:31 deploy')}`)).toEqual([['08:31', 'deploy']]);
  expect(clocks(listed('09:00 - 11:00 UTC down', '09:30 UTC - 09:40 UTC up'), 'Asia/Tokyo')).toEqual([
    ['09:00', 'down'],
    ['09:30', 'up'],
  ]);
  expect(intakeOf(listed('10:31 UTC+25 deploy')).skipped.map(({ why }) => why)).toEqual([
    '"2026-03-02 10:31" is no moment that exists',
  ]);
});

test('[FI7] a name that stands for several clocks is not covered by what the document says: it needs --zone', () => {
  const text = `All times are in UTC.\n${listed('10:31 deploy', '10:40 PST down')}`;
  expect(refusalOf(text)).toBe('intake.zone');
  expect(clocks(text, 'America/Los_Angeles')).toEqual([
    ['10:31', 'deploy'],
    ['18:40', 'down'],
  ]);
  expect(refusalOf(`All times are in UTC.\n${listed('10:40 (CET) down')}`)).toBe('intake.zone');
  expect(refusalOf('All times are in UTC.\n\n| Time (CET) | Text |\n| - | - |\n| 2026-03-02 10:31 | x |\n')).toBe(
    'intake.zone',
  );
  expect(refusalOf(`All times are in CET.\n${listed('10:31 deploy')}`)).toBe('intake.zone');
});
