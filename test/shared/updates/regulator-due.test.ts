import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { RegulatorClock } from '../../../shared/playbook/playbook.ts';
import { regulatorDue, regulatorRows } from '../../../shared/updates/regulator-due.ts';
import { declared, sent, testPlaybook, time, world } from '../../support/updates-world.ts';

const preset = (id: string): RegulatorClock => {
  const found = testPlaybook.regulators.find((clock) => clock.id === id);
  if (!found) throw new Error(`no preset ${id}`);
  return found;
};
const at = (id: string, trigger: string, zone?: string) => {
  const found = regulatorDue(preset(id), trigger as Instant, time('09:00'), zone);
  return found.kind === 'clock' ? found.at : found.kind;
};

describe('regulator clocks', () => {
  test.each([
    ['gdpr-33', '2026-03-27T09:00:00.000Z', '2026-03-30T09:00:00.000Z'],
    ['nis2-early', '2026-03-06T22:00:00.000Z', '2026-03-07T22:00:00.000Z'],
    ['nis2-final', '2026-01-31T10:00:00.000Z', '2026-02-28T10:00:00.000Z'],
    ['nis2-final', '2026-12-15T10:00:00.000Z', '2027-01-15T10:00:00.000Z'],
    ['dora-initial', '2026-03-02T09:30:00.000Z', '2026-03-02T13:30:00.000Z'],
    ['sec-8k-105', '2026-03-02T10:30:00.000Z', '2026-03-06T10:30:00.000Z'],
    ['sec-8k-105', '2026-03-05T10:30:00.000Z', '2026-03-11T10:30:00.000Z'],
    ['sec-8k-105', '2026-03-07T10:30:00.000Z', '2026-03-13T00:00:00.000Z'],
  ])('[UP6] %s from %s ends %s', (id, trigger, end) => {
    expect(at(id, trigger)).toBe(end);
  });

  test('[UP6] a weekend is the one of the zone', () => {
    // Friday 23:30 in UTC is Saturday in Prague: counting starts with Prague's Monday.
    expect(at('sec-8k-105', '2026-03-06T23:30:00.000Z', 'Europe/Prague')).toBe('2026-03-12T23:00:00.000Z');
  });

  test('[UP6] without a trigger there is no clock, whatever was detected', () => {
    expect(regulatorDue(preset('gdpr-33'), undefined, time('09:00'))).toEqual({
      kind: 'no-trigger',
      trigger: 'awareAt',
    });
  });

  test.each([
    ['2026-03-02T12:29:59.000Z', 'ok'],
    ['2026-03-02T12:30:00.000Z', 'soon'],
    ['2026-03-02T13:30:00.000Z', 'due'],
    ['2026-03-02T13:31:00.000Z', 'overdue'],
  ])('[UP6] at %s the 4 h clock is %s', (now, state) => {
    const found = regulatorDue(preset('dora-initial'), time('09:30'), now as Instant);
    expect(found).toMatchObject({ kind: 'clock', state });
  });

  test('[UP6] only enabled clocks run; a later report counts from the notification that was sent', () => {
    expect(regulatorRows(world([declared()]), time('10:00'))).toEqual([]);
    const regulators = testPlaybook.regulators.map((clock) => ({
      ...clock,
      enabled: ['gdpr-33', 'nis2-final'].includes(clock.id),
    }));
    const input = world(
      [
        declared(),
        ['09:30', { type: 'RegulatorInstantRecorded', instant: 'awareAt' }],
        sent('regulator', '10:00', { situation: 'regulator-early' }),
        sent('regulator', '11:00', { situation: 'regulator-notification' }),
      ],
      { ...testPlaybook, regulators },
    );
    expect(regulatorRows(input, time('12:00')).map(({ due }) => due.kind === 'clock' && due.at)).toEqual([
      '2026-03-05T09:30:00.000Z',
      '2026-04-02T11:00:00.000Z',
    ]);
  });
});
