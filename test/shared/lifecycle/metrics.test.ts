import { describe, expect, it } from 'vitest';
import { isoDuration } from '../../../shared/kernel/duration.ts';
import { detectionQuality, isCounted, selectRecords } from '../../../shared/lifecycle/counted.ts';
import { timeToIds } from '../../../shared/lifecycle/metric-definitions.ts';
import { metric, metricInstants } from '../../../shared/lifecycle/metrics.ts';
import { componentStatus, publicStatus } from '../../../shared/lifecycle/public-status.ts';
import { series } from '../../../shared/lifecycle/series.ts';
import { validate } from '../../../shared/lifecycle/validate.ts';
import { at, record } from '../../support/lifecycle-builders.ts';

const now = at('12:00');
const minutes = (count: number) => count * 60_000;

describe('metric, row by row', () => {
  it('[MT8] a resolved record without Detected misses Detect and Respond', () => {
    const each = record(
      { failure: '09:00', fixed: '10:00', recovered: '10:30', resolved: '11:00' },
      { status: 'resolved' },
    );
    expect(metric(each, 'ttd', now)).toEqual({ kind: 'missing', needs: ['detected'] });
    expect(metric(each, 'ttrRespond', now)).toEqual({ kind: 'missing', needs: ['detected'] });
    expect(metric(each, 'ttrRepair', now)).toMatchObject({ kind: 'value', ms: minutes(60) });
  });

  it('[MT9] an acknowledgement before the alert is invalid', () => {
    const each = record({ alerted: '09:02', acknowledged: '09:01' });
    expect(metric(each, 'tta', now)).toEqual({
      kind: 'invalid',
      why: 'Acknowledged is before Alerted. Correct one of them.',
    });
  });

  it('[MT10] an alert before the failure is an early warning with its lead', () => {
    const each = record({
      failure: '09:00',
      alerted: '08:48',
      detected: '08:48',
      acknowledged: '08:50',
      fixed: '09:10',
    });
    expect(metric(each, 'ttd', now)).toEqual({ kind: 'value', ms: 0, flags: ['early-warning'], leadMs: minutes(12) });
    expect(metric(each, 'tta', now)).toMatchObject({ kind: 'value', ms: minutes(2) });
    expect(metric(each, 'ttrRespond', now)).toMatchObject({ kind: 'value', ms: minutes(22) });
  });

  it('[MT11] a false alarm counts for Acknowledge alone', () => {
    const each = record({ alerted: '09:00', detected: '09:00', acknowledged: '09:03' }, { status: 'false-alarm' });
    expect(metric(each, 'tta', now)).toMatchObject({ kind: 'value', ms: minutes(3) });
    for (const id of timeToIds.filter((other) => other !== 'tta'))
      expect(metric(each, id, now), id).toEqual({ kind: 'na', why: 'false alarm' });
  });

  it('[MT11] merged and cancelled incidents have no numbers at all', () => {
    for (const status of ['merged', 'cancelled'] as const)
      for (const id of timeToIds)
        expect(
          metric(record({ failure: '09:00', alerted: '09:01', acknowledged: '09:02' }, { status }), id, now).kind,
        ).toBe('na');
  });

  it('[MT12] nobody paged: no time to acknowledge, until somebody pages by hand', () => {
    expect(metric(record({ detected: '09:00' }, { paged: false }), 'tta', now)).toEqual({
      kind: 'na',
      why: 'nobody was paged',
    });
    expect(metric(record({ detected: '09:00' }, { paged: false }), 'pageLag', now).kind).toBe('na');
    const paged = record({ detected: '09:00', alerted: '09:08', acknowledged: '09:10' });
    expect(metric(paged, 'tta', now)).toMatchObject({ ms: minutes(2) });
    expect(metric(paged, 'pageLag', now)).toMatchObject({ ms: minutes(8) });
  });

  it('[MT13] what was over before anyone noticed has no time to respond, but was detected and recovered', () => {
    const each = record({ failure: '09:00', recovered: '09:20', detected: '09:30' }, { status: 'restored' });
    expect(metric(each, 'ttrRespond', now)).toEqual({ kind: 'na', why: 'over before detected' });
    expect(metric(each, 'ttd', now)).toMatchObject({ kind: 'value', ms: minutes(30) });
    expect(metric(each, 'ttrRecover', now)).toMatchObject({ kind: 'value', ms: minutes(20) });
  });

  it('[MT14] a missing stop runs while open or restored, and is missing once resolved or skipped', () => {
    const each = { failure: '09:00', recovered: '10:00' } as const;
    expect(metric(record(each, { status: 'restored' }), 'tti', now)).toEqual({
      kind: 'running',
      ms: minutes(180),
      flags: [],
    });
    expect(metric(record(each, { status: 'resolved' }), 'tti', now).kind).toBe('missing');
    expect(metric(record(each, { skipped: ['identified'] }), 'tti', now)).toEqual({
      kind: 'missing',
      needs: ['identified'],
    });
  });

  it('[MT9] a future instant is invalid', () => {
    expect(metric(record({ failure: '09:00', fixed: '12:01' }), 'ttrRepair', now).kind).toBe('invalid');
    expect(metric(record({ failure: '12:01' }), 'ttrRecover', now).kind).toBe('invalid');
  });

  it('[MT15] healed by itself: the later fix carries the flag', () => {
    const each = record({ failure: '09:00', detected: '09:01', recovered: '09:20', fixed: '09:40' });
    expect(metric(each, 'ttrRepair', now)).toEqual({ kind: 'value', ms: minutes(40), flags: ['order'] });
    expect(metric(each, 'ttrRecover', now)).toEqual({ kind: 'value', ms: minutes(20), flags: [] });
  });

  it('[MT16] a night when clocks go back changes nothing', () => {
    const each = record({ failure: '2026-10-25T00:30:00', recovered: '2026-10-25T01:30:00' });
    const result = metric(each, 'ttrRecover', at('2026-10-25T03:00:00'));
    expect(result).toEqual({ kind: 'value', ms: 3_600_000, flags: [] });
    expect(isoDuration(3_600_000)).toBe('PT1H');
  });

  it('[MT17] mitigate and impacted run while users are hurt', () => {
    const window = { from: at('09:05'), level: 'full' } as const;
    const each = record({ failure: '09:00' }, { impact: [window] });
    expect(metric(each, 'mitigate', now)).toMatchObject({ kind: 'running', ms: minutes(180) });
    expect(metric(each, 'impacted', now)).toMatchObject({ kind: 'running', ms: minutes(175) });
    const lower = [
      { ...window, to: at('09:35') },
      { from: at('09:35'), to: at('09:50'), level: 'partial' as const },
    ];
    const mitigated = record({ failure: '09:00' }, { impact: lower });
    expect(metric(mitigated, 'mitigate', now)).toMatchObject({ kind: 'value', ms: minutes(35) });
    expect(metric(mitigated, 'impacted', now)).toMatchObject({ kind: 'value', ms: minutes(45) });
    expect(metricInstants(mitigated, 'mitigate', now)).toEqual({ start: at('09:00'), stop: at('09:35') });
    expect(metric(record({ failure: '09:00' }), 'impacted', now).kind).toBe('missing');
    // A level that dropped as the failure began was no mitigation of it.
    expect(metric(record({ failure: '09:35' }, { impact: lower }), 'mitigate', now)).toMatchObject({ ms: minutes(15) });
  });

  it('[MT18] validate names what cannot be, and how to mend it', () => {
    const each = record(
      { failure: '09:30', identified: '09:20', recovered: '10:00', resolved: '09:50', detected: '13:00' },
      { impact: [{ from: at('09:30'), to: at('10:10'), level: 'degraded' }] },
    );
    expect(validate(each, now).map(({ message }) => message)).toEqual([
      'Identified is before Failure. Correct one of them.',
      'Resolved is before Recovered. Correct one of them.',
      'Detected lies in the future. Correct it.',
      'At Recovered the impact was still degraded. Correct one of them.',
    ]);
    expect(validate(record({ failure: '09:00', detected: '08:50' }), now)).toEqual([]);
    const ended = [{ from: at('09:30'), to: at('10:00'), level: 'full' as const }];
    expect(validate(record({ failure: '09:30', recovered: '10:00' }, { impact: ended }), now)).toEqual([]);
  });
});

describe('figures over many', () => {
  const real = record({ failure: '09:00', alerted: '09:01' }, { id: 'real', services: ['s'], source: 'alert' });

  it('[SE4] drills, maintenance, near misses, merged and cancelled ones are left out', () => {
    expect(isCounted(real)).toBe(true);
    const left = [
      { ...real, drill: true },
      { ...real, maintenance: true },
      { ...real, status: 'merged' as const },
      { ...real, status: 'cancelled' as const },
      record({ detected: '09:00' }, { harmless: true }),
    ];
    for (const each of left) expect(isCounted(each)).toBe(false);
    expect(series([real, ...left], 's', now)).toMatchObject({ failures: 1, tbf: [], ttf: [] });
    expect(isCounted(record({ detected: '09:00' }))).toBe(true);
  });

  it('[SE5] an incident belongs to the period of its failure, else of its detection', () => {
    const late = record({ detected: '11:00' }, { id: 'late', services: ['t'] });
    const ids = (selection: Parameters<typeof selectRecords>[1]) =>
      selectRecords([real, late], selection).map(({ id }) => id);
    expect(ids({ from: at('10:00') })).toEqual(['late']);
    expect(ids({ to: at('09:00') })).toEqual([]);
    expect(ids({ from: at('09:00'), to: at('10:00') })).toEqual(['real']);
    expect(ids({ service: 's' })).toEqual(['real']);
    expect(ids({ severity: 'SEV1' })).toEqual([]);
  });

  it('[SE6] a service with its own impact window fails and recovers with it', () => {
    const own = record(
      { failure: '09:00', recovered: '11:00' },
      {
        id: 'own',
        services: ['s', 't'],
        impact: [{ from: at('09:10'), to: at('09:40'), level: 'full', service: 't' }],
      },
    );
    const next = record({ failure: '10:40', recovered: '10:50' }, { id: 'next', services: ['t', 's'] });
    expect(series([own, next], 't', now).ttf[0]?.result).toMatchObject({ kind: 'value', ms: minutes(60) });
    expect(series([own, next], 't', now).tbf[0]?.result).toMatchObject({ kind: 'value', ms: minutes(90) });
    expect(series([own, next], 's', now).ttf[0]?.result).toEqual({ kind: 'na', why: 'overlap' });
  });

  it('[SE7] says how well failures are found', () => {
    const records = [
      real,
      { ...real, status: 'false-alarm' as const },
      { ...real, drill: true },
      record({ detected: '09:00' }, { source: 'customer', paged: false }),
    ];
    expect(detectionQuality(records)).toEqual({ precision: { real: 1, paged: 2 }, foundByUs: { us: 1, known: 2 } });
  });
});

describe('the public word', () => {
  it('[PH1] follows the milestones that hold', () => {
    const word = (...args: Parameters<typeof record>) => publicStatus(record(...args));
    expect(word({ detected: '09:00' })).toBe('Investigating');
    expect(word({ identified: '09:00' })).toBe('Identified');
    expect(word({ identified: '09:10', fixed: '09:00' })).toBe('Monitoring');
    expect(word({ fixed: '09:00' })).toBe('Monitoring');
    expect(word({ recovered: '09:00' }, { status: 'restored' })).toBe('Resolved');
    expect(word({ detected: '09:00' }, { status: 'false-alarm' })).toBe('Resolved');
    expect(['none', 'degraded', 'partial', 'full'].map((level) => componentStatus(level as never))).toEqual([
      'operational',
      'degraded',
      'partial outage',
      'major outage',
    ]);
  });
});
