import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantToMs } from '../../../shared/kernel/instant.ts';
import { type ImpactWindow, impactTime } from '../../../shared/lifecycle/impact-time.ts';
import { milestones } from '../../../shared/lifecycle/lifecycle.ts';
import { timeToIds } from '../../../shared/lifecycle/metric-definitions.ts';
import type { MetricRecord, MilestoneFact } from '../../../shared/lifecycle/metric-record.ts';
import type { MetricResult } from '../../../shared/lifecycle/metric-result.ts';
import { metric } from '../../../shared/lifecycle/metrics.ts';
import { series } from '../../../shared/lifecycle/series.ts';
import { at, minutesAfter, record } from '../../support/lifecycle-builders.ts';
import { type NaiveResult, naiveImpact, naiveMetric } from '../../support/naive-metrics.ts';

const start = at('2026-03-02T00:00:00');
const minute = (upTo: number) => fc.integer({ min: 0, max: upTo }).map((count) => minutesAfter(start, count));
const now = minutesAfter(start, 200);

// Mostly null.
const rarely = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

// Few minutes for many milestones: ties, wrong orders and future instants must be common, not rare.
const fact: fc.Arbitrary<MilestoneFact> = fc
  .tuple(minute(210), rarely(fc.integer({ min: 1, max: 20 })), rarely(fc.constant(true)))
  .map(([when, width, estimated]) => ({
    at: when,
    estimated: Boolean(estimated),
    ...(width ? { range: { earliest: minutesAfter(when, -width), latest: minutesAfter(when, width) } } : {}),
  }));
const status = fc.constantFrom('open', 'restored', 'resolved', 'false-alarm', 'merged', 'cancelled' as const);
const incident: fc.Arbitrary<MetricRecord> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...milestones), fact, { maxKeys: 9 }),
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('open', 'restored', 'resolved' as const) },
      { weight: 1, arbitrary: status },
    ),
    fc.boolean(),
    fc.subarray([...milestones], { maxLength: 2 }),
  )
  .map(([facts, state, paged, skipped]) => record(facts, { status: state, paged, skipped }));

const comparable = (result: MetricResult): NaiveResult => {
  switch (result.kind) {
    case 'value':
      return {
        kind: 'value',
        ms: result.ms,
        flags: [...result.flags].sort(),
        ...(result.leadMs === undefined ? {} : { lead: result.leadMs }),
        ...(result.range ? { low: result.range.minMs, high: result.range.maxMs } : {}),
      };
    case 'running':
      return { kind: 'running', ms: result.ms, flags: [...result.flags].sort() };
    default:
      return { kind: result.kind };
  }
};
const sorted = (result: NaiveResult): NaiveResult =>
  'flags' in result ? { ...result, flags: [...result.flags].sort() } : result;

describe('metrics against a second implementation', () => {
  it('[MT5] 1,000 random incidents give the same seven results', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(incident, (each) => {
        for (const id of timeToIds) {
          const expected = sorted(naiveMetric(each, id, instantToMs(now)));
          kinds.add('flags' in expected ? [expected.kind, ...expected.flags].join('+') : expected.kind);
          expect(comparable(metric(each, id, now)), id).toEqual(expected);
        }
      }),
      { numRuns: 1_000, seed: 20_260_302 },
    );
    // Otherwise the generator would have stopped to reach a row of the table.
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'missing',
        'na',
        'invalid',
        'running',
        'value',
        'value+order',
        'value+early-warning',
        'value+estimated',
      ]),
    );
  });

  it('[MT6] Time to Repair is Time to Detect and Time to Respond, but for an early warning', () => {
    let checked = 0;
    fc.assert(
      fc.property(incident, (each) => {
        const [repair, detect, respond] = (['ttrRepair', 'ttd', 'ttrRespond'] as const).map((id) =>
          metric(each, id, now),
        );
        if (repair?.kind !== 'value' || detect?.kind !== 'value' || respond?.kind !== 'value') return;
        if (detect.flags.includes('early-warning')) return;
        checked += 1;
        expect(repair.ms).toBe(detect.ms + respond.ms);
      }),
      { numRuns: 2_000, seed: 7 },
    );
    expect(checked).toBeGreaterThan(20);
  });

  it('[SE3] Time Between Failures is the recovery before and the Time To Fail', () => {
    let checked = 0;
    const failures = fc.array(fc.tuple(minute(200), fc.option(fc.integer({ min: -3, max: 25 }))), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(failures, (list) => {
        const records = list.map(([from, length], index) =>
          record(
            { failure: { at: from }, ...(length === null ? {} : { recovered: { at: minutesAfter(from, length) } }) },
            { id: `i${index}`, services: ['s'], status: length === null ? 'open' : 'restored' },
          ),
        );
        const { tbf, ttf } = series(records, 's', now);
        expect(tbf.length).toBe(list.length - 1);
        for (const [index, between] of tbf.entries()) {
          const previous = records.find(({ id }) => id === between.previous);
          const [toFail, recover] = [ttf[index]?.result, previous && metric(previous, 'ttrRecover', now)];
          if (between.result.kind !== 'value' || toFail?.kind !== 'value' || recover?.kind !== 'value') continue;
          checked += 1;
          expect(between.result.ms).toBe(recover.ms + toFail.ms);
        }
      }),
      { numRuns: 500, seed: 11 },
    );
    expect(checked).toBeGreaterThan(100);
  });

  it('[IM1] impact time equals a count minute by minute, however windows overlap', () => {
    const window: fc.Arbitrary<ImpactWindow> = fc
      .tuple(
        minute(220),
        fc.option(fc.integer({ min: 0, max: 60 })),
        fc.constantFrom('full', 'partial', 'degraded' as const),
      )
      .map(([from, length, level]) => ({
        from,
        level,
        ...(length === null ? {} : { to: minutesAfter(from, length) }),
      }));
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 6 }), (windows) => {
        expect(impactTime(windows, now)).toMatchObject(naiveImpact(windows, instantToMs(now)));
      }),
      { numRuns: 500, seed: 13 },
    );
  });
});
