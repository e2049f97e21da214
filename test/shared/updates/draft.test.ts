import { describe, expect, test } from 'vitest';
import { type DraftChoice, draftUpdate, suggestedSituation } from '../../../shared/updates/draft.ts';
import type { SituationField } from '../../../shared/updates/updates-events.ts';
import { decision, declared, impact, reached, type Step, sent, time, world } from '../../support/updates-world.ts';

const fact = (at: string, field: SituationField, text: string): Step => [at, { type: 'SituationChanged', field, text }];
const text = (steps: readonly Step[], audience: string, now: string, choice?: DraftChoice) =>
  draftUpdate(world(steps), audience, time(now), choice)?.rendered.text;
const situation = (steps: readonly Step[], audience: string) => suggestedSituation(world(steps), audience);
const relapse: Step = ['12:00', { type: 'IncidentReopened', reason: 'again', level: 'full' }];
const restored = [declared(), reached('failure', '09:05', '09:00'), reached('recovered', '10:55', '10:25')];

describe('the filled samples, word for word', () => {
  test('[TP1] public at 09:12', () => {
    expect(text([declared(), fact('09:10', 'symptoms', 'failed or slow payments')], 'public', '09:12')).toBe(
      'Investigating. We are looking into a problem with Checkout. You may notice failed or slow payments. Next update by 09:30 UTC.',
    );
  });

  test('[TP1] executives with facts missing, next time typed', () => {
    const steps: readonly Step[] = [declared(), ['09:04', { type: 'RoleAssigned', role: 'ic', person: 'Ann Lee' }]];
    expect(text(steps, 'exec', '09:04', { nextUpdateAt: time('09:34') })).toBe(
      'SEV1 on Checkout, since a time we are still confirming. Users: effect being assessed. Unknown: cause and extent. Ann Lee commands. From you: nothing now. Next update by 09:34 UTC.',
    );
  });

  test('[TP1] public at restore', () => {
    expect(text(restored, 'public', '10:58')).toBe(
      'Resolved. Checkout: working normally again since 10:25 UTC. The problem lasted 1h 25m. We are still checking whether data was affected. We are sorry for the disruption.',
    );
  });

  test('[TP1] with effect for a shorter time than it lasted, and a data statement', () => {
    const steps: readonly Step[] = [
      ...restored.slice(0, 2),
      impact('09:06', 'full', '09:00'),
      impact('09:50', 'none', '09:40'),
      ...restored.slice(2),
      ['10:56', { type: 'DataStatementMade', data: 'none', text: '' }],
    ];
    expect(text(steps, 'public', '10:58')).toContain(
      'lasted 1h 25m, with effect for 40m 00s. No data was affected. We',
    );
  });
});

describe('which text', () => {
  test('[TP2] follows the last milestone that holds, never the phase', () => {
    const moved: Step = ['09:20', { type: 'PhaseMoved', phase: 'fix', reason: 'restore first' }];
    expect(situation([declared(), reached('triaged', '09:10'), moved], 'public')).toBe('triaged');
    const fixedFirst = [declared(), reached('fixed', '09:30')];
    expect(situation(fixedFirst, 'chat')).toBe('fixed');
    expect(text(fixedFirst, 'public', '09:31')).toMatch(/^Monitoring\. A repair is in place/);
  });

  test('[TP2] fixed, then identified: stays Monitoring', () => {
    expect(situation([declared(), reached('fixed', '09:30'), reached('identified', '09:40')], 'public')).toBe('fixed');
  });

  test('[TP3] offers "no change" to an audience that got that text, and only to it', () => {
    const steps = [declared(), sent('public', '09:12', { situation: 'detected' })];
    expect(situation(steps, 'public')).toBe('no-change');
    expect(situation(steps, 'chat')).toBe('detected');
    expect(text(steps, 'public', '09:30')).toBe(
      'Investigating. Still confirming what is wrong. Since the last update: no new findings. Known: nothing confirmed yet. Unknown: cause and extent. Next update by 09:50 UTC.',
    );
  });

  test('[TP3] a text sent before a diagnosis was withdrawn does not stand for the next diagnosis', () => {
    const steps: readonly Step[] = [
      declared(),
      reached('identified', '09:20'),
      sent('public', '09:22', { situation: 'identified' }),
      ['09:30', { type: 'MilestoneWithdrawn', milestone: 'identified', how: 'withdraw-diagnosis', reason: 'wrong' }],
      reached('identified', '09:40'),
    ];
    expect(situation(steps.slice(0, 3), 'public')).toBe('no-change');
    expect(situation(steps, 'public')).toBe('identified');
  });

  test('[TP4] relapse and false alarm have their own', () => {
    const back = [...restored, sent('public', '10:58', { situation: 'recovered' }), relapse];
    expect(text(back, 'public', '12:01')).toBe(
      'Investigating. The problem has come back at 12:00 UTC; we work on it again. Next update by 12:20 UTC.',
    );
    const off: Step = ['09:20', { type: 'IncidentClosed', as: 'false-alarm', reason: 'test alert' }];
    expect(text([declared(), sent('public', '09:12'), off], 'public', '09:21')).toBe(
      'Resolved. We checked Checkout; there was no effect on you.',
    );
  });

  test('[TP5] a running disaster track is added for chat and executives, not for the public', () => {
    const steps: readonly Step[] = [
      declared('SEV1', { at: '09:04' }),
      ['09:10', { type: 'ObjectivesSet', dataset: 'orders', rpoMs: 3_600_000, rtoMs: 14_400_000 }],
      ['09:11', { type: 'RecoveryInstantRecorded', dataset: 'orders', instant: 'disasterAt', at: '09:00' }],
    ];
    expect(text(steps, 'exec', '10:00')).toContain(
      '\nData as of not known yet: loss not known yet against RPO 1h. Down still running, 1h 00m so far, against RTO 4h, 3h 00m left. Next update by 10:30 UTC.',
    );
    expect(text(steps, 'public', '10:00')).not.toContain('RPO');
  });

  test('[TP6] no next time after restore, nor for the last update', () => {
    expect(draftUpdate(world(restored), 'public', time('10:58'))?.closing).toBe(true);
    expect(draftUpdate(world(restored), 'public', time('10:58'))?.promisedAt).toBeUndefined();
    expect(text([declared()], 'public', '09:12', { last: true })).toMatch(/This is the last update\.$/);
  });

  test('[TP6] audiences that hear of changes only are told so', () => {
    expect(text([declared('SEV3')], 'exec', '09:12')).toMatch(
      /From you: nothing now\. Next update when something changes\.$/,
    );
  });

  test('[CD7] the first update after a stretch says so, the next does not', () => {
    const steps = [declared(), decision('10:30', { cadenceFactor: 2 })];
    expect(text(steps, 'public', '11:10')).toContain('From now on we write every 40m. Next update by 11:50 UTC.');
    expect(text([...steps, sent('public', '11:10')], 'public', '11:50')).not.toContain('From now on');
  });

  test('[TP7] what blocks a text is named and stands in brackets', () => {
    const draft = draftUpdate(world([declared(), reached('identified', '09:20')]), 'exec', time('09:21'));
    expect(draft?.rendered.blocked.map(({ name }) => name)).toEqual(['causePlain']);
    expect(draft?.rendered.text).toContain('We know what fails: [cause not confirmed in plain words].');
  });

  test('[TP2] regulators are told early, in full, at the end', () => {
    const early = sent('regulator', '10:00', { situation: 'regulator-early' });
    const full = sent('regulator', '11:00', { situation: 'regulator-notification' });
    expect([[], [early], [early, full]].map((steps) => situation([declared(), ...steps], 'regulator'))).toEqual([
      'regulator-early',
      'regulator-notification',
      'regulator-final',
    ]);
  });
});
