import { describe, expect, it } from 'vitest';
import { parseSpan, type RecoveryForm, toCommands } from '../../../../renderer/features/recovery/recovery-form.ts';
import { toInstant } from '../../../support/incident-player.ts';

const empty: RecoveryForm = {
  dataset: 'orders',
  rpo: '',
  rto: '',
  mtpd: '',
  minService: '',
  instant: null,
  at: { text: '' },
  reason: '',
};
const now = toInstant('11:00');

describe('objectives and restore times', () => {
  it('[MS43] the longest tolerable stop and the minimum service are objectives too', () => {
    expect(toCommands({ ...empty, rto: '4h', mtpd: '12h', minService: ' read only ' }, 'UTC', now)).toEqual({
      commands: [
        { type: 'SetObjectives', dataset: 'orders', rtoMs: 14_400_000, mtpdMs: 43_200_000, minService: 'read only' },
      ],
    });
  });

  it('[RF1] spans are written as people say them', () => {
    expect(parseSpan('15m')).toBe(900_000);
    expect(parseSpan('1h 30m')).toBe(5_400_000);
    expect(parseSpan('2d')).toBe(172_800_000);
    for (const text of ['', '0m', '4', 'four hours', '-1h']) expect(parseSpan(text)).toBeUndefined();
  });

  it('[RF2] objectives and a moment are recorded together; nothing filled in is nothing to record', () => {
    expect(toCommands({ ...empty, rto: '4h', instant: 'disasterAt', at: { text: '10:15' } }, 'UTC', now)).toEqual({
      commands: [
        { type: 'SetObjectives', dataset: 'orders', rtoMs: 14_400_000 },
        {
          type: 'RecordRecoveryInstant',
          instant: 'disasterAt',
          dataset: 'orders',
          at: toInstant('10:15'),
          typed: { text: '10:15', zone: 'UTC', offsetMinutes: 0 },
        },
      ],
    });
    expect(toCommands(empty, 'UTC', now)).toHaveProperty('problem');
    expect(toCommands({ ...empty, mtpd: 'soon' }, 'UTC', now)).toHaveProperty('problem');
    expect(toCommands({ ...empty, rpo: 'soon' }, 'UTC', now)).toHaveProperty('problem');
    expect(toCommands({ ...empty, dataset: ' ', rpo: '1h' }, 'UTC', now)).toHaveProperty('problem');
  });
});
