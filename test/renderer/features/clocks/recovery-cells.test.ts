import { expect, test } from 'vitest';
import { rpoCell, rtoCell } from '../../../../renderer/features/clocks/recovery-cells.ts';
import { hoursToMs, minutesToMs } from '../../../../shared/kernel/duration.ts';
import { type DisasterRecord, drVerdict } from '../../../../shared/lifecycle/disaster.ts';
import { toInstant } from '../../../support/incident-player.ts';

const orders: DisasterRecord = {
  dataset: 'orders',
  isOver: false,
  rtoMs: hoursToMs(4),
  rpoMs: minutesToMs(15),
  instants: { disasterAt: toInstant('09:00'), backupAsOf: toInstant('08:59:19') },
};
const at = (now: string, record = orders) => drVerdict(record, toInstant(now));

test('[CLK4] recovery time shows what is left, then how far it is overrun', () => {
  expect(rtoCell(at('10:31'), orders.rtoMs)).toMatchObject({
    label: 'RTO 4h, left',
    value: '2h 29m',
    detail: 'down 1h 31m',
    kind: 'plain',
    isRunning: true,
  });
  expect(rtoCell(at('12:30'), orders.rtoMs)).toMatchObject({ kind: 'soon' });
  expect(rtoCell(at('13:30'), orders.rtoMs)).toMatchObject({ label: 'RTO 4h, over', value: '30m 00s', kind: 'over' });
});

test('[CLK4] without an objective only the downtime is shown, never "met"', () => {
  const { rtoMs: _rto, rpoMs: _rpo, ...record } = orders;
  expect(rtoCell(at('10:00', record), undefined)).toMatchObject({ label: 'RTO, none set', value: '1h 00m' });
});

test('[CLK5] loss is what a restore now would cost, and after recovery what somebody recorded', () => {
  expect(rpoCell(at('10:31'), orders.rpoMs)).toMatchObject({ value: '41s', detail: 'if restored now', kind: 'plain' });
  const late = { ...orders, instants: { ...orders.instants, backupAsOf: toInstant('08:00') } };
  expect(rpoCell(at('10:31', late), orders.rpoMs)).toMatchObject({ value: '1h 00m', kind: 'over' });
  const back = { ...orders, instants: { ...orders.instants, drRecoveredAt: toInstant('10:00') } };
  expect(rpoCell(at('10:31', back), orders.rpoMs)).toMatchObject({ value: 'not recorded', kind: 'missing' });
});
