import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/incident/command.ts';
import { createPlayer, testDigest, toInstant } from '../../support/incident-player.ts';

const declare: Command = {
  type: 'DeclareIncident',
  title: 'Checkout: payments spin, then fail',
  severity: 'SEV2',
  services: ['checkout'],
  playbook: testDigest,
  commander: 'Ann Lee',
  lead: 'Jonas Berg',
};

const running = () => {
  const player = createPlayer();
  player.must('09:07', declare);
  return player;
};

const code = (result: ReturnType<ReturnType<typeof createPlayer>['play']>) =>
  result.ok ? result.value.map(({ type }) => type) : result.error.code;

describe('across features', () => {
  it('[IN1] a declaration may name who commands and who leads; both join the roster once', () => {
    const { roles, lifecycle } = running().state();
    expect(lifecycle.title).toBe('Checkout: payments spin, then fail');
    expect(roles.tenures.map(({ role, person }) => [role, person])).toEqual([
      ['ic', 'Ann Lee'],
      ['lead', 'Jonas Berg'],
    ]);
    expect(roles.roster.map(({ person }) => person)).toEqual(['Ann Lee', 'Jonas Berg']);
  });

  it('[IN2] one person may hold both roles and joins once', () => {
    const player = createPlayer();
    player.must('09:07', { ...declare, lead: 'Ann Lee' });
    expect(player.state().roles.roster).toHaveLength(1);
  });

  it('[IN3] an incident is declared once, and nothing else comes before that', () => {
    const player = createPlayer();
    expect(code(player.play('09:00', { type: 'RecordEntry', kind: 'note', text: 'x' }))).toBe('incident.unknown');
    player.must('09:07', declare);
    expect(code(player.play('09:08', declare))).toBe('declare.twice');
  });

  it('[IN4] identified needs a confirmed hypothesis, or the cause in the same breath', () => {
    const player = running();
    const identified: Command = { type: 'ReachMilestone', milestone: 'identified', reason: 'found early' };
    expect(code(player.play('09:30', identified))).toBe('identified.no-cause');
    player.must('09:32', { ...identified, cause: 'Pool flag doubles connections', evidence: ['trace of 40 requests'] });
    const [hypothesis] = [...player.state().timeline.hypotheses.values()];
    expect(hypothesis).toMatchObject({ state: 'confirmed', result: 'trace of 40 requests' });
    expect(hypothesis?.event.text).toBe('Pool flag doubles connections');
  });

  it('[IN5] a withdrawn diagnosis takes its hypothesis with it', () => {
    const player = running();
    player.must('09:32', { type: 'ReachMilestone', milestone: 'identified', reason: 'early', cause: 'Provider slow' });
    player.must('09:40', { type: 'WithdrawDiagnosis', reason: 'provider is normal' });
    const [hypothesis] = [...player.state().timeline.hypotheses.values()];
    expect(hypothesis).toMatchObject({ state: 'refuted', result: 'provider is normal' });
  });

  it('[IN6] resolve waits for the review, or a waiver, and for every action that must be done', () => {
    const player = running();
    player.must('09:10', { type: 'ReachMilestone', milestone: 'failure', at: '2026-03-02T09:00:00.000Z' as never });
    player.must('09:20', { type: 'ChangeImpact', level: 'full', text: 'payments fail' });
    player.must('09:30', { type: 'ChangeImpact', level: 'none' });
    player.must('10:30', {
      type: 'ReachMilestone',
      milestone: 'recovered',
      evidence: ['errors 0.4 %'],
      reason: 'watched long enough',
    });
    const resolve: Command = { type: 'ReachMilestone', milestone: 'resolved', reason: 'done' };
    expect(code(player.play('12:00', resolve))).toBe('resolved.not-reviewed');
    const [action] = player.must('12:01', {
      type: 'AddAction',
      text: 'Cap pools',
      actionType: 'prevent',
      mustBeforeResolve: true,
    });
    expect(code(player.play('12:02', { ...resolve, waiveReview: 'small' }))).toBe('resolved.actions-open');
    player.must('12:03', { type: 'ChangeAction', action: action.id, state: 'declined', declinedBecause: 'gone' });
    player.must('12:04', { ...resolve, waiveReview: 'small' });
    expect(player.state().lifecycle.status).toBe('resolved');
  });
});

describe('taking back', () => {
  it('[IN7] a withdrawn event counts nowhere and stays on the timeline', () => {
    const player = running();
    const [event] = player.must('09:20', { type: 'ChangeSeverity', severity: 'SEV1', reason: 'errors 38 %' });
    player.must('09:21', { type: 'WithdrawEvent', event: event.id, reason: 'wrong graph' });
    const state = player.state();
    expect(state.lifecycle.severitySteps.at(-1)?.severity).toBe('SEV2');
    expect(state.logById.has(event.id)).toBe(true);
    expect(code(player.play('09:22', { type: 'WithdrawEvent', event: event.id, reason: 'again' }))).toBe(
      'withdraw.twice',
    );
  });

  it('[IN20] what the alert said that began it is an entry of its own, with its class when it names one', () => {
    const declare = (detection: Extract<Command, { type: 'DeclareIncident' }>['detection'], alertedAt?: string) => {
      const player = createPlayer();
      player.must('09:07', {
        type: 'DeclareIncident',
        title: 'Checkout fails',
        playbook: testDigest,
        ...(detection ? { detection } : {}),
        ...(alertedAt ? { alertedAt: toInstant(alertedAt) } : {}),
      });
      return [...player.state().timeline.entries.values()].map(({ event }) => event);
    };
    expect(declare({ source: 'alert', detail: 'fire alert, errors 12 %' }, '09:04')).toMatchObject([
      {
        kind: 'alert',
        text: 'fire alert, errors 12 %',
        alert: { class: 'fire', paged: true },
        occurredAt: toInstant('09:04'),
      },
    ]);
    const [unclassed] = declare({ source: 'alert', detail: 'errors 12 %' });
    expect(unclassed).toMatchObject({ kind: 'alert', text: 'errors 12 %' });
    expect(unclassed).not.toHaveProperty('alert');
    expect(declare({ source: 'alert' })).toEqual([]);
    expect(declare({ source: 'customer', detail: 'a call' })).toEqual([]);
  });

  it('[IN8] taking a withdrawal back restores what it took', () => {
    const player = running();
    const [event] = player.must('09:20', { type: 'ChangeSeverity', severity: 'SEV1', reason: 'errors 38 %' });
    const [withdrawal] = player.must('09:21', {
      type: 'WithdrawEvent',
      event: event.id,
      reason: 'wrong graph',
    });
    player.must('09:22', { type: 'WithdrawEvent', event: withdrawal.id, reason: 'the graph was right' });
    expect(player.state().lifecycle.severitySteps.at(-1)?.severity).toBe('SEV1');
  });

  it('[IN9] the number of a withdrawn entry is never given again', () => {
    const player = running();
    const [first] = player.must('09:20', { type: 'RecordEntry', kind: 'note', text: 'one' });
    player.must('09:21', { type: 'WithdrawEvent', event: first.id, reason: 'wrong incident' });
    const [second] = player.must('09:22', { type: 'RecordEntry', kind: 'note', text: 'two' });
    expect(second).toMatchObject({ name: { tag: 'ann', n: 2 } });
  });

  it('[IN10] a declaration is cancelled, never taken back', () => {
    const player = running();
    const declared = player.state().lifecycle.declared;
    expect(code(player.play('09:21', { type: 'WithdrawEvent', event: declared?.id as never, reason: 'x' }))).toBe(
      'withdraw.declaration',
    );
  });
});

describe('several writers', () => {
  it('[IN11] two changes to one field that had not seen each other are a conflict until somebody decides', () => {
    const ann = running();
    const bob = createPlayer({ person: 'Bob', device: 'bob' });
    bob.takeIn(ann.commits());
    ann.must('09:20', { type: 'ChangeSeverity', severity: 'SEV1', reason: 'errors 38 %' });
    bob.must('09:21', { type: 'ChangeSeverity', severity: 'SEV3', reason: 'only some' });
    const [forAnn, forBob] = [ann.commits(), bob.commits()];
    ann.takeIn(forBob);
    bob.takeIn(forAnn);
    expect(ann.state()).toEqual(bob.state());
    expect(ann.state().writes.get('severity')).toHaveLength(2);
    expect(ann.state().lifecycle.severitySteps.at(-1)?.severity).toBe('SEV3');
    ann.must('09:25', { type: 'ChangeSeverity', severity: 'SEV1', reason: 'settled' });
    expect(ann.state().writes.get('severity')).toHaveLength(1);
  });

  it('[IN12] events of an unknown type are kept and shown', () => {
    const player = running();
    player.append('09:30', [
      {
        type: 'QuantumStateObserved',
        id: '01JQ00000000000000000000ZZ' as never,
        occurredAt: '2026-03-02T09:30:00.000Z' as never,
      },
    ]);
    expect(player.state().log.at(-1)?.event.type).toBe('QuantumStateObserved');
  });

  it('[IN13] an entry moved here keeps its instant and words, gets a number of this incident, and comes once', () => {
    const player = running();
    const command: Command = {
      type: 'ReceiveEvent',
      origin: {
        incident: '01JQ00000000000000000000AA' as never,
        event: '01JQ00000000000000000000BB' as never,
        recordedAt: '2026-03-02T09:10:00.000Z' as never,
      },
      event: {
        type: 'EntryRecorded',
        id: '01JQ00000000000000000000BB',
        occurredAt: '2026-03-02T09:09:00.000Z',
        name: { tag: 'zoe', n: 44 },
        kind: 'observation',
        text: 'errors 12 %',
        source: 'typed',
      },
    };
    player.must('09:30', command);
    expect([...player.state().timeline.entries.values()].at(-1)?.event).toMatchObject({
      occurredAt: '2026-03-02T09:09:00.000Z',
      text: 'errors 12 %',
      name: { tag: 'ann', n: 1 },
    });
    expect(code(player.play('09:31', command))).toBe('move.twice');
  });
});
