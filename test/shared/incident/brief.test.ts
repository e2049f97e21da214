import { describe, expect, it } from 'vitest';
import { projectBrief } from '../../../shared/incident/brief.ts';
import { minutesToMs } from '../../../shared/kernel/duration.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest, toInstant } from '../../support/incident-player.ts';

const running = () => {
  const player = createPlayer();
  player.must('09:07', {
    type: 'DeclareIncident',
    title: 'Checkout fails',
    key: 'INC-214',
    severity: 'SEV2',
    commander: 'Ann Lee',
    failureAt: toInstant('09:00'),
    playbook: testDigest,
  });
  return player;
};
const briefOf = (player: ReturnType<typeof createPlayer>, at = '10:46', role = 'ic') =>
  projectBrief(player.state(), defaultPlaybook, role, toInstant(at));

describe('the brief of a hand-off', () => {
  it('[HB1] says what is, who has it and since when', () => {
    const player = running();
    player.must('09:19', { type: 'ChangeSeverity', severity: 'SEV1', reason: 'errors 38 %' });
    player.must('09:20', { type: 'ChangeImpact', level: 'full', text: 'Payments fail', scope: '38 %' });
    player.must('10:25', { type: 'ChangeImpact', level: 'none' });
    const brief = briefOf(player);
    expect(brief).toMatchObject({
      name: 'INC-214',
      holder: 'Ann Lee',
      roleName: 'Incident Commander',
      severity: 'SEV1',
      severitySince: toInstant('09:19'),
      startedAt: toInstant('09:00'),
      impact: { level: 'none', text: 'Payments fail', scope: '38 %', goodSince: toInstant('10:25'), worst: 'full' },
    });
  });

  it('[HB2] holds what was tried and ruled out beside what is open', () => {
    const player = running();
    const [wrong] = player.must('09:12', { type: 'ProposeHypothesis', text: 'Payment provider is slow' });
    player.must('09:14', { type: 'ProposeHypothesis', text: 'Pool flag doubles connections' });
    player.must('09:21', { type: 'JudgeHypothesis', hypothesis: wrong.id, state: 'refuted', result: 'p95 normal' });
    const { hypotheses } = briefOf(player);
    expect(hypotheses.refuted.map(({ event, result }) => [event.text, result])).toEqual([
      ['Payment provider is slow', 'p95 normal'],
    ]);
    expect(hypotheses.open.map(({ event }) => event.text)).toEqual(['Pool flag doubles connections']);
  });

  it('[HB3] holds tasks in flight, decisions made newest first, and those that wait', () => {
    const player = running();
    player.must('10:00', { type: 'GiveTask', text: 'count orders', owner: 'Priya Nair', timeBoxMs: minutesToMs(60) });
    player.must('10:01', {
      type: 'MakeDecision',
      question: 'Roll back?',
      options: [],
      chosen: 'yes',
      because: 'harm first',
    });
    player.must('10:02', { type: 'MakeDecision', question: 'Drain?', options: [], chosen: 'at half speed' });
    player.must('10:03', { type: 'AskDecision', question: 'Refund now?', options: [] });
    const brief = briefOf(player);
    expect(brief.tasks.map(({ text, owner, leftMs }) => [text, owner, leftMs])).toEqual([
      ['count orders', 'Priya Nair', minutesToMs(14)],
    ]);
    expect(brief.decisions.map(({ event }) => event.chosen)).toEqual(['at half speed', 'yes']);
    expect(brief.waiting.map(({ question }) => question)).toEqual(['Refund now?']);
  });

  it('[HB4] shows every due time, the nearest first', () => {
    const player = running();
    player.must('10:30', {
      type: 'SendUpdate',
      audience: 'public',
      text: 'We look into it.',
      situation: 'detected',
      promisedAt: toInstant('10:50'),
    });
    const { promises } = briefOf(player);
    expect(promises.map(({ at }) => at)).toEqual(promises.map(({ at }) => at).toSorted());
    expect(promises.find(({ id }) => id === 'public')).toMatchObject({ at: toInstant('10:50'), promised: true });
    expect(promises.find(({ id }) => id === 'exec')?.promised).toBe(false);
  });

  it('[HB5] names the newest offer of this role and what became of it', () => {
    const player = running();
    const [offer] = player.must('10:45', {
      type: 'OfferHandoff',
      role: 'ic',
      to: 'David Okafor',
      risks: ['double charges'],
    });
    expect(briefOf(player).offer).toMatchObject({ state: 'waiting', event: { to: 'David Okafor' } });
    expect(briefOf(player, '10:46', 'lead').offer).toBeUndefined();
    const risksReadBack = ['double charges'];
    player.must('10:47', { type: 'AcceptHandoff', offer: offer.id, person: 'David Okafor', risksReadBack });
    expect(briefOf(player, '10:48').readBack).toEqual(risksReadBack);
    expect(briefOf(player, '10:48')).toMatchObject({
      holder: 'David Okafor',
      offer: { state: 'accepted', at: toInstant('10:47') },
    });
  });
});
