import { expect, test } from 'vitest';
import { moveLine, movesSentence, moveWords } from '../../../shared/incident/move-words.ts';
import type { MetricMove } from '../../../shared/incident/preview.ts';

test('[MSF6] a moved figure is told before and after, in words', () => {
  expect(
    moveWords({
      id: 'ttrRepair',
      before: { kind: 'running', ms: 4_320_000, flags: [] },
      after: { kind: 'value', ms: 4_200_000, flags: ['estimated'], range: { minMs: 3_600_000, maxMs: 4_500_000 } },
    }),
  ).toEqual({
    name: 'Time to Repair',
    ends: 'Failure to Fixed',
    before: '1h 12m, running',
    after: '1h 10m estimated, 1h 00m to 1h 15m',
  });
});

const move = (id: MetricMove['id']): MetricMove => ({
  id,
  before: { kind: 'value', ms: 600_000, flags: [] },
  after: { kind: 'missing', needs: ['fixed'] },
});

test('[MS40] moved figures are one sentence, at most three by name', () => {
  expect(moveLine(move('ttrRepair'))).toBe('Time to Repair: no Fixed (was 10m 00s)');
  expect(movesSentence([])).toBe('');
  expect(movesSentence([move('ttrRepair'), move('ttrRespond')])).toBe(
    'Time to Repair: no Fixed (was 10m 00s); Time to Respond: no Fixed (was 10m 00s).',
  );
  const four = (['ttd', 'tti', 'ttrRepair', 'ttrRespond'] as const).map(move);
  expect(movesSentence(four)).toMatch(/; and 1 more figure\.$/);
});
