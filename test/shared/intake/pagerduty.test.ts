import { expect, test } from 'vitest';
import { intakeOf } from '../../support/intake.ts';

const event = (type: string, time: string, fields: object = {}) => ({
  event: {
    id: `E-${type}-${time}`,
    event_type: type,
    occurred_at: `2026-03-02T${time}`,
    agent: { type: 'user_reference', summary: 'Ann Lee' },
    data: { id: 'P1', title: 'Checkout is slow', service: { summary: 'checkout' }, html_url: 'https://pd.example/P1' },
    ...fields,
  },
});
const service = { agent: { type: 'service_reference', summary: 'checkout' } };

test('[FI16] by when it happened, not when it arrived; what the service does by itself is no acknowledgement', () => {
  const { entries, title } = intakeOf([
    event('incident.resolved', '09:30:00.000Z', service),
    event('incident.acknowledged', '09:06:00.000Z'),
    event('incident.acknowledged', '09:05:00.000Z', service),
    event('incident.triggered', '09:04:00.000Z', service),
  ]);
  expect(title).toBe('Checkout is slow');
  expect(entries.map(({ author, kind, text, suggests }) => [author, kind, text, suggests])).toEqual([
    ['checkout', 'alert', 'Triggered: Checkout is slow, checkout', 'alerted'],
    ['checkout', 'note', 'Acknowledged: Checkout is slow, checkout', undefined],
    ['Ann Lee', 'note', 'Acknowledged: Checkout is slow, checkout', 'acknowledged'],
    ['checkout', 'note', 'Resolved: Checkout is slow, checkout', undefined],
  ]);
  expect(entries.every(({ flags }) => flags.length === 0)).toBe(true);
});

test('[FI16] a note lies one level deeper, may be cut, and comes with an offset', () => {
  const data = {
    incident: { id: 'P1', summary: 'Checkout is slow', html_url: 'https://pd.example/P1' },
    content: 'Killed the long queries.',
    trimmed: true,
  };
  const [entry] = intakeOf(event('incident.annotated', '04:10:00-05:00', { data, client: null })).entries;
  expect(entry).toMatchObject({
    at: '2026-03-02T09:10:00.000Z',
    text: 'Killed the long queries.',
    flags: ['trimmed'],
    typed: { text: '2026-03-02T04:10:00-05:00' },
    evidence: [{ text: 'file, the whole file' }, { kind: 'url', text: 'https://pd.example/P1' }],
  });
});

test('[FI6] an event of an unknown type is listed', () => {
  expect(intakeOf([event('pagey.ping', '09:00:00Z'), event('incident.triggered', '09:00:00Z')]).skipped).toEqual([
    { where: 'item 1', why: 'Holdfast knows no PagerDuty event "pagey.ping"', text: 'Checkout is slow' },
  ]);
});
