import { expect, test } from 'vitest';
import { intakeOf } from '../../support/intake.ts';

const update = (id: string, status: string, time: string, fields: object = {}) => ({
  id,
  status,
  body: `<p>We are <b>${status}</b> &amp; p99 &lt; 2 s.</p><p>Sorry<br/>all</p>`,
  created_at: `2026-03-02T${time}`,
  display_at: `2026-03-02T${time}`,
  affected_components: null,
  ...fields,
});
const incident = (fields: object = {}) => ({
  id: 'i1',
  name: 'Slow checkout',
  impact: 'minor',
  shortlink: 'https://stspg.example/1',
  created_at: '2026-03-02T09:00:00Z',
  incident_updates: [
    update('u3', 'resolved', '09:40:00Z'),
    update('u2', 'identified', '09:20:00Z', { display_at: '2026-03-02T09:10:00Z' }),
    update('u1', 'investigating', '09:04:00Z'),
  ],
  ...fields,
});

test('[FI6, FI18] updates newest first become communications at the time that they show, without HTML', () => {
  const { entries, title, skipped } = intakeOf({
    page: { name: 'Shop' },
    incidents: [incident(), { id: 'i0', name: 'Old', incident_updates: [] }],
  });
  expect(title).toBe('Slow checkout');
  expect(skipped).toEqual([{ where: 'incident i0', why: 'it has no updates', text: 'Old' }]);
  expect(entries.map(({ at, suggests }) => [at.slice(11, 16), suggests])).toEqual([
    ['09:04', undefined],
    ['09:10', 'identified'],
    ['09:40', 'recovered'],
  ]);
  expect(entries[0]).toMatchObject({
    author: 'Shop',
    kind: 'communication',
    text: 'Investigating: Slow checkout: We are investigating & p99 < 2 s.\nSorry\nall',
    flags: [],
    source: { id: 'u1', where: 'update 3 of i1' },
  });
});

test('[FI18] the webhook has one incident; planned work suggests nothing', () => {
  const { entries } = intakeOf({
    meta: {},
    page: { id: 'p' },
    incident: incident({ scheduled_for: '2026-03-02T09:00:00Z' }),
  });
  expect(entries.map(({ author, suggests }) => [author, suggests])).toEqual([
    ['Status page', undefined],
    ['Status page', undefined],
    ['Status page', undefined],
  ]);
});
