import { describe, expect, it } from 'vitest';
import type { LifecycleCommand } from '../../../shared/lifecycle/lifecycle-commands.ts';
import { watchWindow } from '../../../shared/lifecycle/watch-window.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { at, decide, declared, fold, happened, reached } from '../../support/lifecycle-builders.ts';

const opened = fold([
  declared('09:05'),
  reached('alerted', '09:04'),
  reached('detected', '09:04'),
  reached('triaged', '09:15'),
]);
const impact = (time: string, level: 'full' | 'none' | 'degraded') => happened(time, { type: 'ImpactChanged', level });
const severity = (level: string) => happened('09:06', { type: 'SeverityChanged', severity: level, reason: 'r' });
const outcome = (result: ReturnType<typeof decide>) => (result.ok ? result.value : result.error.code);
const fixed = fold(
  [severity('SEV1'), impact('09:00', 'full'), reached('identified', '09:20'), reached('fixed', '10:10')],
  opened,
);
const good = fold([impact('10:25', 'none')], fixed);
const restored = fold([reached('recovered', '10:25')], good);

describe('restore', () => {
  const restore = (fields: object = {}): LifecycleCommand => ({
    type: 'ReachMilestone',
    milestone: 'recovered',
    ...fields,
  });
  const evidence = ['errors 0.1 %'];

  it('[PH19] is refused while users are hurt or nobody knows', () => {
    expect(decide(fixed, '11:00', restore({ evidence }))).toMatchObject({
      error: {
        code: 'restore.impact-remains',
        message: 'The impact is still full. Set it to none when users are well again, then restore.',
      },
    });
    expect(outcome(decide(opened, '11:00', restore({ evidence })))).toBe('restore.impact-remains');
    expect(outcome(decide(good, '11:00', restore({ evidence, at: at('10:20') })))).toBe('restore.harm-then');
  });

  it('[PH19] needs evidence', () => {
    expect(outcome(decide(good, '11:00', restore()))).toBe('restore.needs-evidence');
    expect(outcome(decide(good, '11:00', restore({ evidence: [' '] })))).toBe('restore.needs-evidence');
  });

  it('[PH19] a watch window that runs asks for a reason', () => {
    expect(decide(good, '10:40', restore({ evidence }))).toMatchObject({
      error: {
        code: 'restore.watch-running',
        message: 'The watch window still runs for 15m 00s. Wait, or say in one line why not.',
      },
    });
    expect(outcome(decide(good, '10:40', restore({ evidence, reason: 'seen enough' })))).toMatchObject([
      { reason: 'seen enough' },
    ]);
    expect(outcome(decide(good, '11:00', restore({ evidence, at: at('10:45') })))).toBe('restore.watch-running');
  });

  it('[PH19] the window starts with the fix when that came after the quiet', () => {
    const late = fold([reached('fixed', '10:40', { reason: 'r' })], fold([impact('10:25', 'none')], opened));
    expect(decide(late, '10:50', restore({ evidence, at: at('10:40') }))).toMatchObject({
      error: { code: 'restore.watch-running' },
    });
    expect(watchWindow(late, defaultPlaybook.settings, at('10:50'))?.since).toBe(at('10:40'));
  });

  it('[PH20] recovered is the start of the good window', () => {
    expect(outcome(decide(good, '10:55', restore({ evidence })))).toMatchObject([
      { milestone: 'recovered', occurredAt: at('10:25') },
    ]);
    expect(restored).toMatchObject({ status: 'restored', phase: 'resolve' });
  });

  it('[PH21] a harm after that is a relapse, not a change of impact', () => {
    const change = (level: 'full' | 'none', time?: string) =>
      outcome(decide(restored, '11:00', { type: 'ChangeImpact', level, ...(time ? { at: at(time) } : {}) }));
    expect(change('full')).toBe('impact.restored');
    expect(change('full', '09:30')).toMatchObject([{ level: 'full' }]);
    expect(change('none')).toMatchObject([{ level: 'none' }]);
    const resolved = fold([reached('resolved', '10:58')], restored);
    expect(outcome(decide(resolved, '11:00', { type: 'ChangeImpact', level: 'full' }))).toBe('impact.resolved');
  });

  it('[PH22] only what was restored can be closed out', () => {
    const resolve: LifecycleCommand = { type: 'ReachMilestone', milestone: 'resolved', waiveReview: 'minor' };
    expect(outcome(decide(good, '11:00', resolve))).toBe('resolve.not-recovered');
    expect(outcome(decide(restored, '11:00', resolve))).toMatchObject([{ milestone: 'resolved', reason: 'minor' }]);
  });
});

describe('going back and forth', () => {
  it('[PH4] a diagnosis is withdrawn with a reason', () => {
    const withdraw = (state: typeof opened, fields: object = {}) =>
      outcome(decide(state, '10:00', { type: 'WithdrawDiagnosis', reason: 'refuted', ...fields }));
    const identified = fold([reached('identified', '09:20')], opened);
    expect(withdraw(opened)).toBe('diagnosis.not-identified');
    expect(withdraw(identified, { reason: '' })).toBe('diagnosis.needs-reason');
    expect(withdraw(identified, { at: at('09:10') })).toBe('diagnosis.too-early');
    expect(withdraw(identified)).toMatchObject([
      { type: 'MilestoneWithdrawn', milestone: 'identified', how: 'withdraw-diagnosis' },
    ]);
  });

  it('[PH23] a fix fails before recovery only', () => {
    const fail = (state: typeof opened, fields: object = {}) =>
      outcome(decide(state, '11:00', { type: 'ReportFixFailed', reason: 'errors', ...fields }));
    expect(fail(opened)).toBe('fix.not-fixed');
    expect(fail(restored)).toBe('fix.recovered');
    expect(fail(fixed, { reason: '' })).toBe('fix.needs-reason');
    expect(fail(fixed, { at: at('10:00') })).toBe('fix.too-early');
    expect(fail(fixed)).toMatchObject([{ type: 'MilestoneWithdrawn', milestone: 'fixed', how: 'fix-failed' }]);
  });

  it('[PH23] a failure that was merged in after the recovery leaves the phase alone', () => {
    const failed = happened('10:20', {
      type: 'MilestoneWithdrawn',
      milestone: 'fixed',
      how: 'fix-failed',
      reason: 'r',
    });
    expect(fold([failed], restored)).toMatchObject({ phase: 'resolve', status: 'restored' });
  });

  it('[PH6] the phase moves forward by hand, with a reason, and not into follow-up', () => {
    const move = (phase: string, reason = 'restore first') =>
      outcome(decide(opened, '10:00', { type: 'MovePhase', phase, reason } as LifecycleCommand));
    expect(opened.phase).toBe('identify');
    expect(move('fix')).toMatchObject([{ type: 'PhaseMoved', phase: 'fix' }]);
    expect(move('triage')).toBe('phase.not-forward');
    expect(move('identify')).toBe('phase.not-forward');
    expect(move('resolve')).toBe('phase.not-restored');
    expect(move('fix', '')).toBe('phase.needs-reason');
  });

  it('[PH24] a relapse is reported while restored, inside the relapse window', () => {
    const relapse = (state: typeof opened, now: string, fields: object = {}) =>
      outcome(decide(state, now, { type: 'ReopenIncident', reason: 'errors again', ...fields }));
    expect(relapse(restored, '12:00')).toMatchObject([
      { type: 'IncidentReopened', level: 'full', reason: 'errors again' },
    ]);
    expect(relapse(restored, '12:00', { level: 'degraded' })).toMatchObject([{ level: 'degraded' }]);
    expect(relapse(fixed, '12:00')).toBe('relapse.not-restored');
    expect(relapse(restored, '2026-03-03T10:25:00')).toMatchObject([{ type: 'IncidentReopened' }]);
    expect(relapse(restored, '2026-03-03T10:25:01')).toBe('relapse.too-late');
    expect(relapse(fold([reached('resolved', '10:58')], restored), '12:00')).toBe('relapse.resolved');
    expect(relapse(restored, '12:00', { at: at('10:20') })).toBe('relapse.before-recovered');
    expect(relapse(restored, '12:00', { level: 'none' })).toBe('relapse.needs-harm');
    expect(relapse(restored, '12:00', { reason: ' ' })).toBe('relapse.needs-reason');
  });

  it('[PH25] closes as a false alarm, merged, or cancelled, each on its own ground', () => {
    const close = (state: typeof opened, as: string, fields: object = {}) =>
      outcome(decide(state, '11:00', { type: 'CloseIncident', as, reason: '', ...fields } as LifecycleCommand));
    expect(close(opened, 'false-alarm')).toBe('close.needs-reason');
    expect(close(opened, 'false-alarm', { reason: 'a test job' })).toMatchObject([{ as: 'false-alarm' }]);
    expect(close(opened, 'merged')).toBe('close.needs-parent');
    expect(close(opened, 'merged', { parent: 'p1' })).toMatchObject([{ as: 'merged', parent: 'p1' }]);
    expect(close(opened, 'cancelled')).toBe('close.needs-reason');
    expect(close(opened, 'cancelled', { reason: 'declared twice' })).toMatchObject([{ as: 'cancelled' }]);
    expect(close(fold([declared('09:00', { drill: true } as object)]), 'cancelled')).toMatchObject([
      { as: 'cancelled' },
    ]);
    expect(close(fold([reached('resolved', '10:58')], restored), 'cancelled', { reason: 'r' })).toBe('close.resolved');
  });
});

describe('severity and impact', () => {
  it('[SV2] changes to a known level, always with a reason', () => {
    const change = (level: string, reason = 'more users', fields: object = {}) =>
      outcome(decide(fixed, '11:00', { type: 'ChangeSeverity', severity: level, reason, ...fields }));
    expect(change('SEV2')).toMatchObject([{ type: 'SeverityChanged', severity: 'SEV2', reason: 'more users' }]);
    expect(change('SEV9')).toBe('severity.unknown');
    expect(change('SEV2', ' ')).toBe('severity.needs-reason');
    expect(change('SEV1')).toBe('severity.unchanged');
    expect(change('SEV1', 'since then', { at: at('09:05') })).toMatchObject([{ occurredAt: at('09:05') }]);
  });

  it('[IM5] impact changes with words, reach and service', () => {
    const command: LifecycleCommand = {
      type: 'ChangeImpact',
      level: 'degraded',
      text: ' slow ',
      scope: ' ',
      service: 'checkout',
    };
    const [event] = outcome(decide(fixed, '11:00', command));
    expect(event).toMatchObject({ type: 'ImpactChanged', level: 'degraded', text: 'slow', service: 'checkout' });
    expect(event).not.toHaveProperty('scope');
  });
});
