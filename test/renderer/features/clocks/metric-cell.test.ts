import { expect, test } from 'vitest';
import { metricCell } from '../../../../renderer/features/clocks/metric-cell.ts';
import { toInstant } from '../../../support/incident-player.ts';

const ends = { start: toInstant('09:00'), stop: toInstant('09:04') };

test('[CLK1] an ended clock stands with from and to, a running one says that it runs', () => {
  expect(metricCell('ttd', { kind: 'value', ms: 240_000, flags: [] }, ends, 'UTC')).toMatchObject({
    state: 'ended',
    value: '4m 00s',
    detail: '09:00–09:04',
    full: 'Time to Detect: Failure to Detected. 4m 00s, 09:00–09:04',
  });
  const running = metricCell('ttrRecover', { kind: 'running', ms: 5_460_000, flags: [] }, { start: ends.start }, 'UTC');
  expect(running).toMatchObject({ state: 'running', value: '1h 31m', detail: '09:00–now' });
  expect(running.full).toContain('still running');
});

test('[CLK2] missing, not applicable and invalid say so in words, never as a number', () => {
  expect(metricCell('ttd', { kind: 'missing', needs: ['failure'] }, {}, 'UTC')).toMatchObject({
    state: 'missing',
    value: 'not recorded',
    detail: 'no Failure',
  });
  expect(metricCell('tta', { kind: 'na', why: 'nobody was paged' }, {}, 'UTC')).toMatchObject({
    state: 'na',
    value: 'nobody was paged',
  });
  const invalid = metricCell(
    'tta',
    { kind: 'invalid', why: 'Acknowledged is before Alerted. Correct one of them.' },
    {},
    'UTC',
  );
  expect(invalid).toMatchObject({ state: 'invalid', value: 'Acknowledged before Alerted' });
  expect(invalid.full).toContain('left out of statistics');
});

test('[CLK3] what a figure is worth is said beside it', () => {
  const estimated = metricCell(
    'ttd',
    { kind: 'value', ms: 240_000, flags: ['estimated'], range: { minMs: 120_000, maxMs: 360_000 } },
    ends,
    'UTC',
  );
  expect(estimated.detail).toBe('09:00–09:04 est.');
  expect(estimated.full).toContain('between 2m 00s and 6m 00s');
  const early = metricCell('ttd', { kind: 'value', ms: 0, flags: ['early-warning'], leadMs: 720_000 }, ends, 'UTC');
  expect(early.full).toContain('noticed 12m 00s before the failure');
});
