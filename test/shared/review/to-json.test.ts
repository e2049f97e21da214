import { describe, expect, it } from 'vitest';
import { reviewToJson } from '../../../shared/review/to-json.ts';
import { reviewSource } from '../../support/review-builders.ts';
import { exampleOne, exampleTwo } from '../../support/worked-examples.ts';

describe('the review as data', () => {
  it('[EX12] metrics carry ms, ISO 8601, both ends in words and as instants', () => {
    const data = JSON.parse(reviewToJson(reviewSource(exampleOne(), '2026-03-13T09:00:00')));
    expect(data.metrics.ttrResolve).toEqual({
      kind: 'value',
      ms: 889_200_000,
      flags: [],
      iso: 'PT247H',
      from: 'Failure',
      to: 'Resolved',
      start: '2026-03-02T09:00:00.000Z',
      stop: '2026-03-12T16:00:00.000Z',
    });
    expect(Object.keys(data.metrics)).toEqual(
      expect.arrayContaining(['ttd', 'tta', 'tti', 'ttrRepair', 'ttrRespond', 'ttrRecover', 'ttrResolve']),
    );
    expect(data.timeline).toHaveLength(10);
    expect(Object.keys(data.review.sections)).toHaveLength(15);
  });

  it('[EX12] an estimate keeps its range, a running clock is said to run', () => {
    const { metrics } = JSON.parse(reviewToJson(reviewSource(exampleTwo(), '2026-04-10T09:20:00')));
    expect(metrics.ttd.range).toEqual({ minMs: 2_520_000, maxMs: 3_720_000 });
    expect(metrics.ttrResolve).toMatchObject({ kind: 'running', iso: 'PT10H' });
  });
});
