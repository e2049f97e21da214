import { expect, test } from 'vitest';
import { intakeOf } from '../../support/intake.ts';

const alert = (fields: object = {}) => ({
  status: 'firing',
  labels: { alertname: 'DiskSpace', instance: 'db1', severity: 'page' },
  annotations: { summary: 'Disk is full.', description: '93 % on /' },
  startsAt: '2026-03-02T05:04:00.123456789-04:00',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://prometheus.example/graph',
  fingerprint: 'dd19',
  ...fields,
});
const webhook = (alerts: readonly object[], fields: object = {}) => ({
  version: '4',
  status: 'firing',
  alerts,
  ...fields,
});

test('[FI15] each alert by its own status: a group that fires may hold resolved ones; the year 1 is no end', () => {
  const resolved = alert({ status: 'resolved', fingerprint: 'aa', endsAt: '2026-03-02T09:10:00Z' });
  const { entries, skipped, title } = intakeOf(webhook([alert(), resolved]));
  const said = 'DiskSpace: Disk is full. 93 % on / [instance=db1, severity=page]';
  expect(entries.map(({ at, text, suggests, precision }) => [at, text, suggests, precision])).toEqual([
    ['2026-03-02T09:04:00.123Z', `Firing: ${said}`, 'alerted', 'nanosecond'],
    ['2026-03-02T09:04:00.123Z', `Firing: ${said}`, 'alerted', 'nanosecond'],
    ['2026-03-02T09:10:00.000Z', `Resolved: ${said}`, undefined, 'second'],
  ]);
  expect(skipped).toEqual([]);
  expect(title).toBe('DiskSpace: Disk is full.');
  expect(entries.every(({ kind, author }) => kind === 'alert' && author === 'Alertmanager')).toBe(true);
});

test('[FI11] re-sent by its interval and by a second peer it is one alert; after a flap it is another', () => {
  const { entries } = intakeOf([
    webhook([alert()]),
    webhook([alert()]),
    webhook([alert({ startsAt: '2026-03-02T10:00:00Z' })]),
  ]);
  expect(entries).toHaveLength(2);
});

test('[FI6, FI11] sent again with the value of the moment it is the same alert: its first words count, later ones are listed', () => {
  const saying = (summary: string, fields: object = {}) => alert({ annotations: { summary }, ...fields });
  const resolved = { status: 'resolved', endsAt: '2026-03-02T09:40:00Z' };
  const { entries, skipped } = intakeOf([
    webhook([saying('91 %')]),
    webhook([saying('95 %')]),
    webhook([saying('91 %', resolved)]),
    webhook([saying('91 %', { ...resolved, endsAt: '2026-03-02T09:45:00Z' })]),
  ]);
  expect(entries.map(({ at, text, flags }) => [at.slice(11, 16), text.slice(0, 19), flags])).toEqual([
    ['09:04', 'Firing: DiskSpace: ', []],
    ['09:40', 'Resolved: DiskSpace', []],
  ]);
  expect(skipped.map(({ where, why }) => [where, why])).toEqual([
    ['item 2, alert 1', 'it is item 1, alert 1 sent again, changed: the first counts'],
    ['item 4, alert 1', 'it is item 3, alert 1 sent again, changed: the first counts'],
    ['item 3, alert 1', 'it is the same as item 1, alert 1'],
    ['item 4, alert 1', 'it is the same as item 1, alert 1'],
  ]);
  expect(skipped[0]?.text).toContain('95 %');
});

test('[FI11] without a fingerprint the labels tell alerts apart, in whatever order they stand', () => {
  const bare = { fingerprint: undefined };
  const { entries } = intakeOf([
    webhook([alert(bare), alert({ ...bare, labels: { severity: 'page', instance: 'db1', alertname: 'DiskSpace' } })]),
    webhook([alert({ ...bare, labels: { alertname: 'DiskSpace', instance: 'db2' } })]),
  ]);
  expect(entries.map(({ source }) => source.id.split('|')[0])).toEqual([
    'alertname=DiskSpace,instance=db1,severity=page',
    'alertname=DiskSpace,instance=db2',
  ]);
});

test('[FI6, FI15] what the sender cut off, a broken time and Grafana without times are listed', () => {
  const broken = alert({ startsAt: 'yesterday' });
  const resolved = alert({ status: 'resolved', endsAt: '0001-01-01T00:00:00Z' });
  const legacy = { ruleName: 'Panel alert', state: 'alerting', message: 'too high', evalMatches: [] };
  const { entries, skipped, formats } = intakeOf([
    webhook([broken, resolved], { truncatedAlerts: 3, orgId: 1 }),
    legacy,
  ]);
  expect(formats).toEqual(['alertmanager', 'grafana-legacy']);
  expect(entries.map(({ author }) => author)).toEqual(['Grafana']);
  expect(skipped.map(({ where, why }) => [where, why])).toEqual([
    ['item 1, alert 1', '"yesterday" is no time like 2026-03-02 09:04'],
    ['item 1, alert 2', 'its time, 0001-01-01T00:00:00Z, stands for one that was not set'],
    ['item 1', 'the sender left 3 more alerts out of this message'],
    ['item 2', 'Grafana before version 9 sends no time: record it with holdfast log --at'],
  ]);
});
