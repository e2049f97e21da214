import { describe, expect, it } from 'vitest';
import {
  type DisasterRecord,
  drVerdict,
  projectDisasterRecords,
  rtoState,
} from '../../../shared/lifecycle/disaster.ts';
import { drHeadline } from '../../../shared/lifecycle/disaster-headline.ts';
import type { RecoveryInstant } from '../../../shared/lifecycle/lifecycle.ts';
import type { LifecycleCommand } from '../../../shared/lifecycle/lifecycle-commands.ts';
import { at, decide, declared, fold, happened, reached } from '../../support/lifecycle-builders.ts';

const hours = (count: number) => count * 3_600_000;
const track = (
  instants: Partial<Record<RecoveryInstant, string>>,
  fields: Partial<DisasterRecord> = {},
): DisasterRecord => ({
  dataset: 'orders',
  isOver: false,
  instants: Object.fromEntries(Object.entries(instants).map(([name, time]) => [name, at(time)])),
  rpoMs: hours(1),
  rtoMs: hours(4),
  ...fields,
});
const now = at('12:00');
const lost = { disasterAt: '10:00', recoveryPointAt: '09:30', drRecoveredAt: '11:00' };

describe('disaster verdict', () => {
  it('[DR2] corruption and a late freeze', () => {
    const verdict = drVerdict(
      track({
        disasterAt: '07:15',
        lossUntil: '10:25',
        downFrom: '10:25',
        recoveryPointAt: '07:10',
        drRecoveredAt: '11:40',
      }),
      now,
    );
    expect(verdict).toMatchObject({
      dataLoss: { kind: 'value', ms: hours(3.25) },
      rpo: { kind: 'missed', byMs: hours(2.25) },
      downtime: { kind: 'value', ms: hours(1.25) },
      rto: { kind: 'met', byMs: hours(2.75) },
      sinceDisaster: { kind: 'value', ms: 15_900_000 },
    });
  });

  it('[DR3] without an objective nothing is met', () => {
    const { rpoMs: _rpo, rtoMs: _rto, ...bare } = track(lost);
    expect(drVerdict(bare, now)).toMatchObject({
      dataLoss: { ms: hours(0.5) },
      rpo: { kind: 'no-objective' },
      rto: { kind: 'no-objective' },
      rtoLeft: null,
      rtoState: null,
    });
  });

  it('[DR4] data from after the loss is invalid, and an unknown is missing', () => {
    expect(drVerdict(track({ ...lost, recoveryPointAt: '10:01' }), now)).toMatchObject({
      dataLoss: { kind: 'invalid', why: 'Data cannot survive from after the loss. Correct one of the two times.' },
      rpo: { kind: 'unknown' },
    });
    expect(drVerdict(track({ disasterAt: '10:00' }), now).dataLoss).toEqual({
      kind: 'missing',
      needs: ['recoveryPointAt'],
    });
    expect(drVerdict(track({ disasterAt: '10:00' }, { isOver: true }), now)).toMatchObject({
      downtime: { kind: 'missing' },
      rpo: { kind: 'unknown' },
    });
    expect(drVerdict(track({ ...lost, drRecoveredAt: '12:01' }), now).downtime.kind).toBe('invalid');
  });

  it('[DR5] an overrun is missed before the end is known, and beyond MTPD intolerable', () => {
    const running = (time: string) => drVerdict(track({ disasterAt: '07:00' }, { mtpdMs: hours(6) }), at(time));
    expect(running('10:00')).toMatchObject({
      rto: { kind: 'open' },
      rtoLeft: hours(1),
      rtoState: 'green',
      isIntolerable: false,
    });
    expect(running('10:30')).toMatchObject({ rtoState: 'amber' });
    expect(running('11:30')).toMatchObject({
      rto: { kind: 'missed', byMs: hours(0.5) },
      rtoLeft: hours(-0.5),
      rtoState: 'red',
    });
    expect(running('13:01').isIntolerable).toBe(true);
    expect(rtoState(0, hours(4))).toBe('amber');
    expect(drVerdict(track({ disasterAt: '07:00', drRecoveredAt: '11:00' }), now).rto).toEqual({
      kind: 'met',
      byMs: 0,
    });
  });

  it('[DR6] the worst dataset is the headline, one not known yet outranks one that was met', () => {
    const set = (dataset: string, instants: object) => track({ ...lost, ...instants }, { dataset });
    const met = set('met', {});
    const worse = set('worse', { recoveryPointAt: '08:00' });
    const worst = set('worst', { recoveryPointAt: '07:00', drRecoveredAt: '10:10' });
    const { recoveryPointAt: _point, ...unknown } = lost;
    const open = track(unknown, { dataset: 'open' });
    const headline = drHeadline([met, worse, worst, open], now);
    expect(headline?.worstLoss.dataset).toBe('worst');
    expect(headline?.worstDowntime.dataset).toBe('met');
    expect(headline?.datasets).toHaveLength(4);
    expect(drHeadline([met, open], now)?.worstLoss.dataset).toBe('open');
    expect(drHeadline([], now)).toBeUndefined();
  });

  it('[DR7] failure and recovery stand in for disaster and end, until recorded apart', () => {
    const instant = (name: RecoveryInstant, time: string) =>
      happened(time, { type: 'RecoveryInstantRecorded', dataset: 'orders', instant: name });
    const events = [
      declared('09:00'),
      reached('failure', '08:00'),
      instant('recoveryPointAt', '07:30'),
      reached('recovered', '10:00'),
    ];
    const [plain] = projectDisasterRecords(fold(events));
    expect(plain && drVerdict(plain, now)).toMatchObject({ dataLoss: { ms: hours(0.5) }, downtime: { ms: hours(2) } });
    const [apart] = projectDisasterRecords(
      fold([...events, instant('disasterAt', '08:30'), instant('drRecoveredAt', '09:30')]),
    );
    expect(apart && drVerdict(apart, now)).toMatchObject({ dataLoss: { ms: hours(1) }, downtime: { ms: hours(1) } });
  });
});

describe('disaster commands', () => {
  const state = fold([declared('09:00'), reached('failure', '08:00')]);
  const outcome = (command: LifecycleCommand) => {
    const result = decide(state, '12:00', command);
    return result.ok ? result.value : result.error.code;
  };
  const objectives = (fields: object) => outcome({ type: 'SetObjectives', dataset: 'orders', ...fields });
  const instant = (name: RecoveryInstant, time: string, fields: object = {}) =>
    outcome({ type: 'RecordRecoveryInstant', dataset: 'orders', instant: name, at: at(time), ...fields });

  it('[DR8] objectives are spans, named, and MTPD is not below RTO', () => {
    expect(objectives({ rpoMs: 0, rtoMs: hours(4) })).toMatchObject([
      { type: 'ObjectivesSet', rpoMs: 0, rtoMs: hours(4) },
    ]);
    expect(objectives({})).toBe('objectives.empty');
    expect(objectives({ rpoMs: -1 })).toBe('objectives.duration');
    expect(objectives({ rpoMs: 1.5 })).toBe('objectives.duration');
    expect(objectives({ rtoMs: 2, mtpdMs: 1 })).toBe('objectives.mtpd');
    expect(objectives({ rtoMs: 2, dataset: '' })).toBe('recovery.needs-dataset');
  });

  it('[DR9] a later end of loss or start of the stop needs a reason', () => {
    expect(instant('lossUntil', '10:00')).toBe('recovery.needs-reason');
    expect(instant('downFrom', '10:00', { reason: ' ' })).toBe('recovery.needs-reason');
    expect(instant('lossUntil', '10:00', { reason: 'writes went on' })).toMatchObject([
      { occurredAt: at('10:00'), instant: 'lossUntil' },
    ]);
  });

  it('[DR10] refuses instants that cannot be', () => {
    expect(instant('recoveryPointAt', '08:01')).toBe('recovery.impossible');
    expect(instant('drRecoveredAt', '07:59')).toBe('recovery.impossible');
    expect(instant('lossUntil', '07:00', { reason: 'r' })).toBe('recovery.impossible');
    const frozen = fold(
      [happened('10:00', { type: 'RecoveryInstantRecorded', dataset: 'orders', instant: 'lossUntil' })],
      state,
    );
    const between: LifecycleCommand = {
      type: 'RecordRecoveryInstant',
      dataset: 'orders',
      instant: 'recoveryPointAt',
      at: at('09:00'),
    };
    expect(decide(frozen, '12:00', between).ok).toBe(true);
    expect(instant('backupAsOf', '12:01')).toBe('time.future');
    expect(instant('recoveryPointAt', '07:59')).toMatchObject([{ type: 'RecoveryInstantRecorded' }]);
  });

  it('[DR11] progress is what the lead typed; a legal clock starts when a person says', () => {
    const expectedAt = at('14:00');
    expect(outcome({ type: 'NoteRestoreProgress', dataset: 'orders', text: ' 40 % ', expectedAt })).toMatchObject([
      { text: '40 %', expectedAt },
    ]);
    expect(outcome({ type: 'NoteRestoreProgress', dataset: 'orders', text: ' ' })).toBe('progress.empty');
    expect(outcome({ type: 'RecordRegulatorInstant', instant: 'awareAt', at: at('09:30') })).toMatchObject([
      { type: 'RegulatorInstantRecorded', instant: 'awareAt', occurredAt: at('09:30') },
    ]);
  });
});
