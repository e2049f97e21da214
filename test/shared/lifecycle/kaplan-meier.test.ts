import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeierMedian } from '../../../shared/lifecycle/kaplan-meier.ts';
import { naiveMedian } from '../../support/naive-metrics.ts';

describe('Kaplan-Meier', () => {
  it('[MT7] is exact: 1 to 24 give 12, and every even count its lower middle', () => {
    const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
    expect(kaplanMeierMedian(upTo(24), [])).toBe(12);
    for (let count = 2; count <= 400; count += 2) expect(kaplanMeierMedian(upTo(count), [])).toBe(count / 2);
  });

  it('[MT7] agrees with unreduced fractions, with ties and censoring', () => {
    const spans = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 });
    fc.assert(
      fc.property(spans, spans, (done, censored) => {
        fc.pre(done.length + censored.length > 0);
        expect(kaplanMeierMedian(done, censored)).toBe(naiveMedian(done, censored));
      }),
      { numRuns: 500, seed: 17 },
    );
  });

  it('[MT7] says not reached where too few have finished, and null for no data', () => {
    expect(kaplanMeierMedian([5], [10, 10, 10])).toBe('not-reached');
    expect(kaplanMeierMedian([], [10])).toBe('not-reached');
    expect(kaplanMeierMedian([], [])).toBeNull();
  });

  it('[MT7] counts a span censored at that very time as at risk', () => {
    expect(kaplanMeierMedian([10, 20], [10])).toBe(20);
  });
});
