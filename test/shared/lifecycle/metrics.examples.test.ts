import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { aggregate, aggregateWords } from '../../../shared/lifecycle/aggregate.ts';
import { drVerdict, projectDisasterRecords } from '../../../shared/lifecycle/disaster.ts';
import { impactTime } from '../../../shared/lifecycle/impact-time.ts';
import type { MetricId } from '../../../shared/lifecycle/metric-definitions.ts';
import {
  firstRecord,
  type MetricRecord,
  previousRecord,
  projectMetricRecord,
} from '../../../shared/lifecycle/metric-record.ts';
import type { MetricResult } from '../../../shared/lifecycle/metric-result.ts';
import { metric } from '../../../shared/lifecycle/metrics.ts';
import { series } from '../../../shared/lifecycle/series.ts';
import { at, declared, fold, happened, reached, record } from '../../support/lifecycle-builders.ts';
import { exampleOne, exampleThree, exampleTwo } from '../../support/worked-examples.ts';

const hours = (count: number) => count * 3_600_000;
const minutes = (count: number) => count * 60_000;

/** As a reader sees it: the duration, then flags; running and the others by their kind. */
const shown = (result: MetricResult): string => {
  switch (result.kind) {
    case 'value':
      return [formatDuration(result.ms), ...result.flags].join(' ');
    case 'running':
      return [formatDuration(result.ms), 'running', ...result.flags].join(' ');
    case 'missing':
      return `missing ${result.needs.join(', ')}`;
    case 'na':
    case 'invalid':
      return `${result.kind}: ${result.why}`;
  }
};
const all = (from: MetricRecord, now: string, ids: readonly MetricId[]) =>
  Object.fromEntries(ids.map((id) => [id, shown(metric(from, id, at(now)))]));

describe('worked examples of domain.md 2.4', () => {
  it('[MT1] E1: a plain incident', () => {
    const state = fold(exampleOne());
    const plain = projectMetricRecord('i1', state);
    expect(
      all(plain, '2026-03-12T17:00:00', ['ttd', 'tta', 'tti', 'ttrRepair', 'ttrRespond', 'ttrRecover', 'ttrResolve']),
    ).toEqual({
      ttd: '4m 00s',
      tta: '3m 30s',
      tti: '32m 00s',
      ttrRepair: '1h 10m',
      ttrRespond: '1h 06m',
      ttrRecover: '1h 25m',
      ttrResolve: '10d 07h',
    });
    expect(metric(plain, 'ttrResolve', at('2026-03-12T17:00:00'))).toEqual({
      kind: 'value',
      ms: 889_200_000,
      flags: [],
    });
  });

  it('[MT2] E2: found by a customer, start corrected, rolled back first', () => {
    const state = fold(exampleTwo());
    const found = projectMetricRecord('i1', state);
    const now = '2026-04-10T09:20:00';
    expect(
      all(found, now, ['ttd', 'pageLag', 'tta', 'tti', 'ttrRepair', 'ttrRespond', 'ttrRecover', 'ttrResolve']),
    ).toEqual({
      ttd: '52m 00s estimated',
      pageLag: '8m 00s',
      tta: '2m 00s',
      tti: '3h 10m order estimated',
      ttrRepair: '1h 30m estimated',
      ttrRespond: '38m 00s',
      ttrRecover: '1h 45m estimated',
      ttrResolve: '10h 00m running estimated',
    });
    expect(metric(found, 'ttd', at(now))).toMatchObject({ range: { minMs: minutes(42), maxMs: minutes(62) } });
    expect(shown(metric(previousRecord(found), 'ttd', at(now)))).toBe('22m 00s');
  });

  it('[MT3] E3: partial recovery and relapse', () => {
    const day = (time: string) => `2026-06-03T${time}:00`;
    const state = fold(exampleThree());
    const relapsed = projectMetricRecord('i1', state);
    const now = day('15:00');
    expect(
      all(relapsed, now, ['ttd', 'tta', 'tti', 'ttrRepair', 'ttrRespond', 'ttrRecover', 'impacted', 'mitigate']),
    ).toEqual({
      ttd: '2m 00s',
      tta: '1m 00s',
      tti: '2h 18m',
      ttrRepair: '2h 22m',
      ttrRespond: '2h 20m',
      ttrRecover: '2h 30m',
      impacted: '1h 10m',
      mitigate: '30m 00s',
    });
    expect(all(firstRecord(relapsed), now, ['tti', 'ttrRepair', 'ttrRecover'])).toEqual({
      tti: '20m 00s',
      ttrRepair: '40m 00s',
      ttrRecover: '50m 00s',
    });
    expect(impactTime(relapsed.impact, at(now), at(day('12:00')))).toMatchObject({
      impacted: minutes(70),
      full: minutes(45),
      mitigateMs: minutes(30),
    });
    expect(relapsed.reopenCount).toBe(1);
  });

  const failure = (
    id: string,
    from: string,
    to: string | undefined,
    service: string,
    status: MetricRecord['status'] = 'restored',
  ) =>
    record(
      { failure: `2026-${from}:00`, ...(to ? { recovered: `2026-${to}:00` } : {}) },
      { id, services: [service], status },
    );
  const ms = (results: readonly { result: MetricResult }[]) =>
    results.map(({ result }) =>
      result.kind === 'value' ? result.ms : result.kind === 'na' ? result.why : result.kind,
    );

  it('[SE1] E4: the checkout series', () => {
    const records = [
      failure('C', '02-04T06:00', '02-04T18:00', 'checkout'),
      failure('A', '01-05T00:00', '01-05T02:00', 'checkout', 'resolved'),
      failure('D', '02-10T00:00', '02-10T00:30', 'checkout'),
      failure('B', '01-15T06:00', '01-15T07:00', 'checkout'),
    ];
    const now = at('2026-03-01T00:00:00');
    const { tbf, ttf, openRun } = series(records, 'checkout', now);
    expect(ms(tbf)).toEqual([hours(246), hours(480), hours(138)]);
    const between = aggregate(tbf.map(({ result }) => result));
    expect(between).toMatchObject({ n: 3, mean: hours(288), median: hours(246) });
    expect(formatDuration(between.mean ?? 0)).toBe('12d 00h');
    expect(ms(ttf)).toEqual([hours(244), hours(479), hours(126)]);
    expect(openRun).toEqual({ kind: 'running', ms: hours(455.5), flags: [] });
    const toFail = aggregate([...ttf.map(({ result }) => result), openRun]);
    expect(toFail).toMatchObject({ n: 3, running: 1, mean: hours(283), median: hours(244), kmMedian: hours(244) });
    expect(formatDuration(toFail.mean ?? 0)).toBe('11d 19h');
    const recover = aggregate(records.map((each) => metric(each, 'ttrRecover', now)));
    expect(recover).toMatchObject({ mean: hours(3.875), median: hours(1.5), p90: hours(9) });
    const abc = aggregate(records.filter(({ id }) => id !== 'D').map((each) => metric(each, 'ttrRecover', now)));
    expect(abc.mean).toBe(hours(5));
    expect((abc.mean ?? 0) + (toFail.mean ?? 0)).toBe(between.mean);
  });

  it('[SE2] E4: the search series with a false alarm, an overlap and one still open', () => {
    const records = [
      failure('E', '01-10T00:00', '01-10T03:00', 'search'),
      failure('F', '01-12T00:00', undefined, 'search', 'false-alarm'),
      failure('G', '01-20T00:00', '01-20T05:00', 'search'),
      failure('H', '01-20T04:00', '01-20T06:00', 'search'),
      failure('I', '02-19T06:00', undefined, 'search', 'open'),
    ];
    const now = at('2026-02-19T08:00:00');
    const { tbf, ttf, openRun } = series(records, 'search', now);
    expect(ms(tbf)).toEqual([hours(240), hours(4), hours(722)]);
    expect(aggregate(tbf.map(({ result }) => result))).toMatchObject({ mean: hours(322), median: hours(240) });
    expect(ms(ttf)).toEqual([hours(237), 'overlap', hours(720)]);
    expect(aggregate(ttf.map(({ result }) => result))).toMatchObject({ n: 2, mean: hours(478.5), excluded: 1 });
    expect(openRun).toEqual({ kind: 'na', why: 'failing now' });
    const recover = aggregate(records.map((each) => metric(each, 'ttrRecover', now)));
    expect(recover).toMatchObject({
      n: 3,
      running: 1,
      longestRunning: hours(2),
      mean: minutes(200),
      kmMedian: hours(3),
    });
  });

  it('[MT4] E5: skew and censoring', () => {
    const values = (list: readonly number[]): readonly MetricResult[] =>
      list.map((count) => ({ kind: 'value', ms: minutes(count), flags: [] }));
    const list = [12, 15, 18, 20, 22, 25, 30, 35, 40, 683];
    expect(aggregate(values(list))).toMatchObject({ mean: minutes(90), median: minutes(23.5), p90: minutes(104.3) });
    const calm = aggregate(values(list.slice(0, -1)));
    expect(((calm.mean ?? 0) / minutes(1)).toFixed(1)).toBe('24.1');
    expect(calm.median).toBe(minutes(22));
    const running = aggregate([...values(list), { kind: 'running', ms: minutes(300), flags: [] }]);
    expect(running).toMatchObject({ mean: minutes(90), median: minutes(23.5), kmMedian: minutes(25) });
    expect(aggregateWords(running)).toBe('10 done, 1 running, longest 5h 00m');
    expect(aggregateWords(aggregate([]))).toBe('no data');
  });

  it('[DR1] E6: a disaster, live and afterwards', () => {
    const day = (time: string) => `2026-05-01T${time}:00`;
    const instant = (name: 'backupAsOf' | 'declaredAt' | 'recoveryPointAt' | 'minServiceAt', time: string) =>
      happened(day(time), { type: 'RecoveryInstantRecorded', dataset: 'orders', instant: name });
    const before = [
      declared(day('10:20')),
      reached('failure', day('10:15')),
      happened(day('10:40'), { type: 'ObjectivesSet', dataset: 'orders', rpoMs: hours(1), rtoMs: hours(4) }),
      instant('backupAsOf', '01:30'),
      instant('declaredAt', '10:40'),
    ];
    const verdictAt = (events: Parameters<typeof fold>[0], time: string) => {
      const [first] = projectDisasterRecords(fold(events));
      if (!first) throw new Error('no disaster track');
      return drVerdict(first, at(day(time)));
    };
    const live = verdictAt(before, '11:00');
    expect(shown(live.lossIfRestoredNow)).toBe('8h 45m');
    expect(live.rtoLeft).toBe(hours(3.25));
    expect(live).toMatchObject({
      rpo: { kind: 'open' },
      rto: { kind: 'open' },
      rtoState: 'green',
      isIntolerable: null,
    });
    const after = verdictAt(
      [
        ...before,
        instant('recoveryPointAt', '07:45'),
        instant('minServiceAt', '12:05'),
        reached('recovered', day('13:35')),
      ],
      '14:00',
    );
    expect(shown(after.dataLoss)).toBe('2h 30m');
    expect(after.rpo).toEqual({ kind: 'missed', byMs: hours(1.5) });
    expect(shown(after.downtime)).toBe('3h 20m');
    expect(after.rto).toEqual({ kind: 'met', byMs: minutes(40) });
    expect(shown(after.minService)).toBe('1h 50m');
    expect(shown(after.declarationDelay)).toBe('25m 00s');
  });
});
