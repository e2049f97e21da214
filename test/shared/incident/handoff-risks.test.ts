import { describe, expect, it } from 'vitest';
import { offeredRisks } from '../../../shared/incident/handoff-risks.ts';
import { minutesToMs } from '../../../shared/kernel/duration.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest, toInstant } from '../../support/incident-player.ts';

describe('the risks that a hand-off offers', () => {
  it('[HB6] come from the record, the most pressing first, and end with the nearest promise', () => {
    const player = createPlayer();
    player.must('09:07', { type: 'DeclareIncident', title: 'Checkout fails', severity: 'SEV1', playbook: testDigest });
    player.must('09:10', { type: 'GiveTask', text: 'count orders', owner: 'Priya Nair', timeBoxMs: minutesToMs(10) });
    player.must('09:11', { type: 'ProposeHypothesis', text: 'Retry job charged twice' });
    player.must('09:12', { type: 'AskDecision', question: 'Refund now?', options: [] });
    player.must('09:13', { type: 'StateFact', field: 'temporary', text: 'pool limit 1 500' });
    const risks = offeredRisks(player.state(), defaultPlaybook, 'ic', { now: toInstant('09:25'), zone: 'UTC' });
    expect(risks).toEqual([
      'Waits for your decision: Refund now?',
      'Not settled: Retry job charged twice',
      'Over its time-box: count orders (Priya Nair)',
      'Temporary measure still in: pool limit 1 500',
      expect.stringMatching(/ due by 09:\d\d UTC$/),
    ]);
  });

  it('[HB6] a quiet incident offers none but what is due', () => {
    const player = createPlayer();
    player.must('09:07', { type: 'DeclareIncident', title: 'Odd log line', severity: 'SEV5', playbook: testDigest });
    expect(offeredRisks(player.state(), defaultPlaybook, 'ic', { now: toInstant('09:25'), zone: 'UTC' })).toEqual([]);
  });
});
