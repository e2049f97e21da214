import { describe, expect, test } from 'vitest';
import { impactScope, worstImpact } from '../../../shared/lifecycle/current-impact.ts';
import { fold, happened } from '../../support/lifecycle-builders.ts';

type Level = 'full' | 'partial' | 'degraded' | 'none';
const step = (time: string, level: Level, fields: { text?: string; scope?: string } = {}) =>
  happened(time, { type: 'ImpactChanged', level, ...fields });
const partial = step('09:10', 'partial', { text: 'Some payments fail', scope: '12 % of payments' });

describe('[PH26] the reach', () => {
  test('goes with the impact that it was said of, and not on to the next one', () => {
    expect(impactScope(fold([partial]))).toBe('12 % of payments');
    expect(impactScope(fold([partial, step('09:20', 'full')]))).toBeUndefined();
    expect(impactScope(fold([partial, step('09:20', 'full', { scope: 'all' })]))).toBe('all');
    expect(impactScope(fold([step('09:20', 'full'), partial]))).toBeUndefined();
  });

  test('of the last harm stays when there is none any more', () => {
    expect(impactScope(fold([partial, step('09:20', 'none')]))).toBe('12 % of payments');
    expect(impactScope(fold([partial, step('09:20', 'full'), step('09:30', 'none')]))).toBeUndefined();
  });
});

test('[PH27] the worst level keeps its own words, whatever was said later', () => {
  const full = step('09:20', 'full', { text: 'Nobody can pay', scope: '100 %' });
  const over = step('09:40', 'none', { text: 'All good again' });
  expect(worstImpact(fold([partial, full, over]))).toEqual({ level: 'full', text: 'Nobody can pay', scope: '100 %' });
  expect(worstImpact(fold([partial, step('09:20', 'full'), over]))).toEqual({ level: 'full' });
  expect(worstImpact(fold([]))).toBeUndefined();
});
