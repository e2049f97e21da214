import { describe, expect, it } from 'vitest';
import type { LifecycleCommand } from '../../../shared/lifecycle/lifecycle-commands.ts';
import type { LifecycleEvent } from '../../../shared/lifecycle/lifecycle-events.ts';
import { at, decide, declared, fold, happened, reached, run, runFrom } from '../../support/lifecycle-builders.ts';

const declare: LifecycleCommand = { type: 'DeclareIncident', title: 'Checkout fails', playbook: 'digest' };
const opened = fold([declared('09:05'), reached('alerted', '09:04'), reached('detected', '09:04')]);
const impact = (time: string, level: 'full' | 'none' | 'degraded', text?: string) =>
  happened(time, { type: 'ImpactChanged', level, ...(text ? { text } : {}) });
const closed = fold([happened('09:20', { type: 'IncidentClosed', as: 'false-alarm', reason: 'nothing' })], opened);

/** The events without their ids, or the code of the refusal. */
const outcome = (result: ReturnType<typeof decide>) =>
  result.ok ? result.value.map(({ id: _id, ...event }) => event) : result.error.code;
const types = (result: ReturnType<typeof decide>) =>
  result.ok
    ? result.value.map((event: LifecycleEvent) => ('milestone' in event ? event.milestone : event.type))
    : result.error.code;

describe('declare', () => {
  it('[PH14] a title is enough: detected is now, nobody was paged, the phase is triage', () => {
    const result = decide(fold([]), '09:05', declare);
    expect(outcome(result)).toEqual([
      {
        type: 'IncidentDeclared',
        occurredAt: at('09:05'),
        title: 'Checkout fails',
        services: [],
        paged: false,
        drill: false,
        playbook: 'digest',
      },
      { type: 'MilestoneReached', occurredAt: at('09:05'), milestone: 'detected' },
    ]);
    expect(run(['09:05', declare])).toMatchObject({ phase: 'triage', status: 'open', title: 'Checkout fails' });
  });

  it('[MS4] detected is what was given, else the earlier of first alert and first report, else now', () => {
    const detected = (fields: object) => run(['09:20', { ...declare, ...fields }]).claims.get('detected')?.[0]?.at;
    const [alertedAt, reportedAt, detectedAt] = [at('09:10'), at('09:08'), at('09:12')];
    expect(detected({ alertedAt, reportedAt, detectedAt })).toBe(at('09:12'));
    expect(detected({ alertedAt, reportedAt })).toBe(at('09:08'));
    expect(detected({ alertedAt })).toBe(at('09:10'));
    expect(detected({})).toBe(at('09:20'));
    expect(detected({ at: at('09:15') })).toBe(at('09:15'));
  });

  it('[PH14] records the failure with its range, the alert, and a provisional severity', () => {
    const state = run([
      '09:05',
      {
        ...declare,
        severity: 'SEV2',
        alertedAt: at('09:04'),
        failureAt: at('08:50'),
        failureRange: { earliest: at('08:45'), latest: at('08:55') },
        detection: { source: 'alert' },
        drill: true,
      },
    ]);
    expect(state.phase).toBe('detect');
    expect(state.drill).toBe(true);
    expect(state.severitySteps).toMatchObject([{ severity: 'SEV2', provisional: true }]);
    expect(state.claims.get('failure')?.[0]).toMatchObject({ at: at('08:50'), estimated: true });
  });

  it.each([
    ['declare.needs-title', { ...declare, title: '  ' }],
    ['severity.unknown', { ...declare, severity: 'SEV9' }],
    ['time.future', { ...declare, alertedAt: at('09:06') }],
    ['time.future', { ...declare, at: at('09:06') }],
    [
      'time.range',
      { ...declare, failureAt: at('09:00'), failureRange: { earliest: at('09:01'), latest: at('09:02') } },
    ],
  ] as const)('[PH14] refuses with %s', (code, command) => {
    expect(outcome(decide(fold([]), '09:05', command))).toBe(code);
  });

  it('[PH14] declares once, and nothing comes before it', () => {
    expect(outcome(decide(opened, '09:30', declare))).toBe('incident.already-declared');
    expect(outcome(decide(fold([]), '09:30', { type: 'ReachMilestone', milestone: 'failure' }))).toBe(
      'incident.not-declared',
    );
  });

  it('[PH15] details change, but not to nothing', () => {
    const change = (fields: object) => outcome(decide(opened, '09:30', { type: 'ChangeDetails', ...fields }));
    expect(change({ key: 'INC-214', services: ['checkout'] })).toMatchObject([
      { key: 'INC-214', services: ['checkout'] },
    ]);
    expect(change({})).toBe('details.empty');
    expect(change({ title: ' ' })).toBe('details.needs-title');
  });
});

describe('reaching and correcting', () => {
  const reach = (milestone: 'failure' | 'acknowledged' | 'identified' | 'fixed', fields: object = {}) =>
    ({ type: 'ReachMilestone', milestone, ...fields }) as LifecycleCommand;
  const fix = { change: 'rolled back 4711', check: 'errors 0.2 %' };
  const triaged = fold([reached('acknowledged', '09:07'), reached('triaged', '09:15')], opened);

  it('[MS5] acknowledges a page, or a report', () => {
    expect(types(decide(opened, '09:07', reach('acknowledged')))).toEqual(['acknowledged']);
    expect(outcome(decide(fold([declared('09:05')]), '09:07', reach('acknowledged')))).toBe('ack.nothing');
    expect(outcome(decide(triaged, '09:20', reach('acknowledged')))).toBe('milestone.reached');
  });

  it('[MS6] refuses what cannot be, in a sentence that says what to do', () => {
    const result = decide(opened, '09:10', reach('acknowledged', { at: at('09:03') }));
    expect(result).toMatchObject({
      error: {
        code: 'milestone.impossible',
        message: 'Acknowledged is before Alerted. Correct one of them.',
        field: 'at',
      },
    });
    const late = fold([reached('fixed', '09:30')], opened);
    expect(outcome(decide(late, '09:40', reach('failure', { at: at('09:35') })))).toBe('milestone.impossible');
    expect(types(decide(late, '09:40', reach('failure', { at: at('09:20') })))).toEqual(['failure']);
  });

  it('[MS6] a record that was impossible before does not stop another claim', () => {
    const odd = fold([reached('acknowledged', '09:01'), reached('triaged', '09:10')], opened);
    expect(types(decide(odd, '09:20', reach('identified')))).toEqual(['identified']);
  });

  it('[MS7] jumping over a milestone asks for a reason, once', () => {
    expect(outcome(decide(triaged, '09:30', reach('fixed', { fix })))).toBe('milestone.needs-reason');
    const fixed = runFrom(triaged, ['09:30', reach('fixed', { fix, reason: 'rolled back first' })]);
    expect(types(decide(fixed, '09:50', reach('identified')))).toEqual(['identified']);
    expect(outcome(decide(opened, '09:30', reach('identified')))).toBe('milestone.needs-reason');
  });

  it('[MS13] what was overtaken with a reason is caught up without another one', () => {
    const fixed = runFrom(opened, ['09:30', reach('fixed', { fix, reason: 'rolled back first' })]);
    expect(types(decide(fixed, '09:50', reach('identified')))).toEqual(['identified']);
    const recovered = fold([reached('recovered', '09:40')], fixed);
    expect(types(decide(recovered, '09:50', reach('identified')))).toEqual(['identified']);
    const better = runFrom(fixed, ['09:45', { type: 'CorrectMilestone', milestone: 'fixed', at: at('09:29') }]);
    expect(types(decide(better, '09:50', reach('identified')))).toEqual(['identified']);
    const unexplained = fold([reached('recovered', '09:40')], triaged);
    expect(outcome(decide(unexplained, '09:50', reach('identified')))).toBe('milestone.needs-reason');
  });

  it('[MS7] a skipped milestone is reached after all with a reason', () => {
    const skipped = runFrom(triaged, ['09:20', { type: 'SkipMilestone', milestone: 'identified', reason: 'rollback' }]);
    expect(types(decide(skipped, '09:30', reach('fixed', { fix })))).toEqual(['fixed']);
    expect(outcome(decide(skipped, '09:30', reach('identified')))).toBe('milestone.needs-reason');
    expect(types(decide(skipped, '09:30', reach('identified', { reason: 'found it' })))).toEqual(['identified']);
  });

  it('[MS8] a fix names its change and its check', () => {
    const identified = fold([reached('identified', '09:20')], triaged);
    expect(outcome(decide(identified, '09:30', reach('fixed')))).toBe('fix.needs-change');
    expect(outcome(decide(identified, '09:30', reach('fixed', { fix: { change: 'x', check: ' ' } })))).toBe(
      'fix.needs-check',
    );
    expect(outcome(decide(identified, '09:30', reach('fixed', { fix })))).toMatchObject([{ milestone: 'fixed', fix }]);
  });

  it('[MS9] back-dates, keeps the time as typed, and refuses the future', () => {
    const typed = { text: '10:07', zone: 'Europe/Prague', offsetMinutes: 60 };
    expect(outcome(decide(opened, '09:30', reach('acknowledged', { at: at('09:07'), typed })))).toEqual([
      { type: 'MilestoneReached', milestone: 'acknowledged', occurredAt: at('09:07'), typed },
    ]);
    expect(outcome(decide(opened, '09:30', reach('acknowledged', { at: at('09:30:01') })))).toBe('time.future');
  });

  it('[MS10] skips what is not reached, with a reason, but not the recovery', () => {
    const skip = (milestone: string, reason = 'not needed') =>
      outcome(decide(triaged, '09:30', { type: 'SkipMilestone', milestone, reason } as LifecycleCommand));
    expect(skip('identified')).toMatchObject([
      { type: 'MilestoneSkipped', milestone: 'identified', reason: 'not needed' },
    ]);
    expect(skip('triaged')).toBe('skip.reached');
    expect(skip('identified', ' ')).toBe('skip.needs-reason');
    expect(skip('recovered')).toBe('skip.not-possible');
    const again = runFrom(triaged, ['09:20', { type: 'SkipMilestone', milestone: 'identified', reason: 'r' }]);
    expect(outcome(decide(again, '09:30', { type: 'SkipMilestone', milestone: 'identified', reason: 'r' }))).toBe(
      'skip.already',
    );
  });

  it('[MS11] corrects an instant, a range, a certainty; the old range goes with the old instant', () => {
    const correct = (fields: object) =>
      outcome(
        decide(failed, '10:00', { type: 'CorrectMilestone', milestone: 'failure', ...fields } as LifecycleCommand),
      );
    const range = { earliest: at('08:40'), latest: at('08:55') };
    const failed = fold([reached('failure', '08:50', { range, evidence: ['graph'] }, 'f')], opened);
    expect(correct({ at: at('08:30'), reason: 'log found' })).toMatchObject([
      { type: 'MilestoneCorrected', replaces: 'f', occurredAt: at('08:30'), estimated: false, evidence: ['graph'] },
    ]);
    expect(correct({ at: at('08:30') })).not.toHaveProperty('0.range');
    expect(correct({ evidence: ['log'] })).toMatchObject([
      { occurredAt: at('08:50'), range, estimated: true, evidence: ['log'] },
    ]);
    expect(correct({ estimated: false })).not.toHaveProperty('0.range');
    expect(correct({})).toBe('milestone.unchanged');
    expect(correct({ at: at('08:30'), range })).toBe('time.range');
    expect(outcome(decide(opened, '10:00', { type: 'CorrectMilestone', milestone: 'fixed' }))).toBe(
      'milestone.not-reached',
    );
  });

  it('[MS12] a correction that leaves the working order asks for a reason', () => {
    const both = fold([reached('identified', '09:20'), reached('fixed', '09:30')], triaged);
    const later = (fields: object) =>
      outcome(
        decide(both, '10:00', {
          type: 'CorrectMilestone',
          milestone: 'identified',
          at: at('09:40'),
          ...fields,
        } as LifecycleCommand),
      );
    expect(later({})).toBe('milestone.needs-reason');
    expect(later({ reason: 'proved only then' })).toMatchObject([{ reason: 'proved only then' }]);
  });
});

describe('triage', () => {
  const triage = (fields: object = {}): LifecycleCommand => ({
    type: 'ReachMilestone',
    milestone: 'triaged',
    ...fields,
  });
  const acked = fold([reached('acknowledged', '09:07')], opened);

  it('[PH16] needs a severity and an impact in words, known or given', () => {
    expect(outcome(decide(acked, '09:15', triage()))).toBe('triage.needs-severity');
    expect(outcome(decide(acked, '09:15', triage({ severity: 'SEV1' })))).toBe('triage.needs-impact');
    expect(outcome(decide(acked, '09:15', triage({ severity: 'SEV9' })))).toBe('severity.unknown');
    const given = { severity: 'SEV1', impact: { level: 'full', text: 'payments fail', scope: '38 %' } };
    expect(outcome(decide(acked, '09:15', triage(given)))).toMatchObject([
      { type: 'SeverityChanged', severity: 'SEV1', reason: 'Assessed at triage' },
      { type: 'ImpactChanged', level: 'full', text: 'payments fail', scope: '38 %' },
      { type: 'MilestoneReached', milestone: 'triaged' },
    ]);
  });

  it('[PH16] confirms a provisional severity and repeats nothing that is known', () => {
    const events = (provisional: boolean) => [
      happened('09:05', { type: 'SeverityChanged', severity: 'SEV2', reason: 'r', provisional }),
      impact('09:06', 'full', 'payments fail'),
    ];
    expect(types(decide(fold(events(true), acked), '09:15', triage()))).toEqual(['SeverityChanged', 'triaged']);
    expect(types(decide(fold(events(false), acked), '09:15', triage()))).toEqual(['triaged']);
  });

  it('[PH17] after a relapse the work is assessed again and the first Triaged stays', () => {
    const state = fold(
      [
        reached('triaged', '09:15'),
        reached('recovered', '09:40'),
        happened('10:00', { type: 'IncidentReopened', level: 'full', reason: 'back' }),
        happened('10:01', { type: 'SeverityChanged', severity: 'SEV1', reason: 'r' }),
        impact('10:01', 'full', 'payments fail'),
      ],
      acked,
    );
    expect(outcome(decide(state, '10:05', triage({ restoreFirst: true })))).toMatchObject([
      { type: 'PhaseMoved', phase: 'fix' },
    ]);
    expect(outcome(decide(fold([reached('triaged', '09:15')], acked), '09:20', triage({ severity: 'SEV1' })))).toBe(
      'milestone.reached',
    );
  });
});

describe('a closed incident', () => {
  it('[PH18] takes corrections of what was seen, and no more work', () => {
    expect(outcome(decide(closed, '09:30', { type: 'ChangeSeverity', severity: 'SEV1', reason: 'r' }))).toBe(
      'incident.closed',
    );
    expect(outcome(decide(closed, '09:30', { type: 'ReachMilestone', milestone: 'fixed' }))).toBe('incident.closed');
    expect(types(decide(closed, '09:30', { type: 'CorrectMilestone', milestone: 'alerted', at: at('09:03') }))).toEqual(
      ['alerted'],
    );
  });
});
