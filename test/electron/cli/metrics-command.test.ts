import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainIncident, recordedAt } from '../../support/command-line-scripts.ts';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
beforeEach(() => {
  place = createWorkplace('2026-03-13T00:00:00.000Z');
});
afterEach(() => place.remove());

test('[CL14] the figures of one incident, each with its ends: the worked example E1', async () => {
  await place.exec(plainIncident);
  const { id, now, metrics } = await place.json('metrics', 'E1');
  expect(id).toMatch(/^[0-9A-Z]{26}$/);
  expect(now).toBe('2026-03-13T00:00:00.000Z');
  const iso = Object.fromEntries(
    Object.entries(metrics).map(([key, figure]) => [key, (figure as { iso?: string }).iso]),
  );
  expect(iso).toMatchObject({
    ttd: 'PT4M',
    tta: 'PT3M30S',
    tti: 'PT32M',
    ttrRepair: 'PT1H10M',
    ttrRespond: 'PT1H6M',
    ttrRecover: 'PT1H25M',
    ttrResolve: 'PT247H',
  });
  expect(metrics.ttrResolve).toEqual({
    kind: 'value',
    ms: 889_200_000,
    iso: 'PT247H',
    flags: [],
    from: 'Failure',
    to: 'Resolved',
    start: '2026-03-02T09:00:00.000Z',
    stop: '2026-03-12T16:00:00.000Z',
  });
});

test('[CL14] the same figures as text, named in full', async () => {
  await place.exec(plainIncident);
  const { stdout } = await place.run('metrics', 'E1');
  expect(stdout).toMatch(/^Time to Resolve +10d 07h +Failure to Resolved$/m);
});

/** Failure and recovery of one incident of the worked example E4. */
const failure = (key: string, failureAt: string, recoveredAt: string, fields: object = {}): readonly object[] => {
  const on = (command: object) => ({ incident: `$${key}`, command });
  const declaration = {
    type: 'DeclareIncident',
    title: key,
    key,
    services: ['checkout'],
    severity: 'SEV2',
    failureAt,
    ...fields,
  };
  return [
    ...recordedAt(failureAt, { as: key, command: declaration }),
    on({ type: 'ReachMilestone', milestone: 'triaged', impact: { level: 'full', text: 'down' } }),
    ...recordedAt(recoveredAt, on({ type: 'ChangeImpact', level: 'none' })),
    on({ type: 'ReachMilestone', milestone: 'recovered', evidence: ['back'], reason: 'no need to watch' }),
  ];
};

const checkout = [
  ...failure('A', '2026-01-05T00:00:00Z', '2026-01-05T02:00:00Z'),
  ...failure('B', '2026-01-15T06:00:00Z', '2026-01-15T07:00:00Z'),
  ...failure('C', '2026-02-04T06:00:00Z', '2026-02-04T18:00:00Z'),
  ...failure('D', '2026-02-10T00:00:00Z', '2026-02-10T00:30:00Z'),
  ...failure('X', '2026-02-11T00:00:00Z', '2026-02-11T00:30:00Z', { drill: true }),
];
const hours = (count: number) => count * 3_600_000;

test('[CL15] over many: the worked example E4, without the drill', async () => {
  expect(await place.exec(checkout)).toMatchObject({ exitCode: 0 });
  place.setClock('2026-03-01T00:00:00Z');
  const { n, aggregate, series } = await place.json('metrics');
  expect(n).toBe(4);
  expect(aggregate.ttrRecover).toMatchObject({ n: 4, mean: hours(3.875), median: hours(1.5), p90: hours(9) });
  expect(aggregate.ttrRecover.iso).toMatchObject({ mean: 'PT3H52M30S', median: 'PT1H30M', p90: 'PT9H' });
  expect(series.checkout.tbf.map(({ ms }: { ms: number }) => ms)).toEqual([hours(246), hours(480), hours(138)]);
  expect(series.checkout.ttf.map(({ iso }: { iso: string }) => iso)).toEqual(['PT244H', 'PT479H', 'PT126H']);
  expect(series.checkout.meanTbf).toMatchObject({ n: 3, mean: hours(288), median: hours(246) });
  expect(series.checkout.meanTtf).toMatchObject({ n: 3, running: 1, mean: hours(283), kmMedian: hours(244) });
  expect(series.checkout.openRun).toMatchObject({ kind: 'running', ms: hours(455.5) });
});

test('[CL15] a period keeps the failure before it as the start of its first gap', async () => {
  await place.exec(checkout);
  const { n, series } = await place.json('metrics', '--from', '2026-02-01T00:00:00Z', '--to', '2026-02-10T00:00:00Z');
  expect(n).toBe(1);
  expect(series.checkout.failures).toBe(1);
  expect(series.checkout.tbf).toMatchObject([{ ms: hours(480) }]);
});

test('[CL15] a service nobody named has no figures', async () => {
  await place.exec(checkout);
  const { n, aggregate, series } = await place.json('metrics', '--service', 'search');
  expect(n).toBe(0);
  expect(aggregate.ttd).toMatchObject({ n: 0, mean: null, median: null });
  expect(series.search).toMatchObject({ failures: 0, tbf: [], ttf: [] });
});
