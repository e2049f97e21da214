import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMs } from '../../../shared/kernel/instant.ts';
import { businessElapsedMs } from '../../../shared/lifecycle/business-time.ts';
import { metric } from '../../../shared/lifecycle/metrics.ts';
import { at, record } from '../../support/lifecycle-builders.ts';

const hour = 3_600_000;

describe('business time', () => {
  it('[MT19] equals a count hour by hour without Saturdays and Sundays', () => {
    const start = at('2026-02-01T00:00:00');
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(400), (from, length) => {
        let counted = 0;
        for (let passed = from; passed < from + length; passed += 1) {
          const day = new Date(Date.parse(start) + passed * hour).getUTCDay();
          if (day !== 0 && day !== 6) counted += hour;
        }
        expect(businessElapsedMs(addMs(start, from * hour), addMs(start, (from + length) * hour))).toBe(counted);
      }),
      { seed: 29 },
    );
  });

  it('[MT19] is an option of Resolve alone, and says so', () => {
    const range = { earliest: at('08:50'), latest: at('09:10') };
    const each = record(
      { failure: { at: at('09:00'), range }, fixed: '2026-03-12T16:00:00', resolved: '2026-03-12T16:00:00' },
      { status: 'resolved' },
    );
    const now = at('2026-03-12T17:00:00');
    expect(metric(each, 'ttrResolve', now)).toMatchObject({ ms: 889_200_000 });
    expect(metric(each, 'ttrResolve', now, 'business')).toEqual({
      kind: 'value',
      ms: 889_200_000 - 48 * hour,
      flags: ['estimated', 'business-days'],
      range: { minMs: 889_200_000 - 48 * hour - 600_000, maxMs: 889_200_000 - 48 * hour + 600_000 },
    });
    expect(metric(each, 'ttrRepair', now, 'business')).toMatchObject({ ms: 889_200_000 });
    const running = record({ failure: '2026-03-06T12:00:00' });
    expect(metric(running, 'ttrResolve', at('2026-03-09T12:00:00'), 'business')).toMatchObject({
      kind: 'running',
      ms: 24 * hour,
    });
  });
});
