import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockAfter,
  decision,
  declared,
  dueAt,
  impact,
  reached,
  type Step,
  sent,
  severity,
  time,
  urgencyAt,
} from '../../support/updates-world.ts';

const relapse: (at: string) => Step = (at) => [at, { type: 'IncidentReopened', reason: 'again', level: 'full' }];

describe('ends and new starts', () => {
  const restored = [declared(), sent('public', '10:51'), reached('recovered', '10:55', '10:25')];
  const closed = [...restored, sent('public', '10:58', { closing: true })];

  test('[CD8] a closing update sent before the milestone was written down counts', () => {
    const early = [declared(), sent('public', '10:56', { closing: true }), reached('recovered', '10:57', '10:25')];
    expect(dueAt(early, 'public')).toBe('ended');
  });

  test('[CD8] after it no change starts a clock, but a promise (the review) is kept', () => {
    expect(dueAt([...closed, reached('fixed', '11:10', '10:20')], 'public')).toBe('ended');
    expect(dueAt([...restored, sent('public', '10:58', { promise: '16:00' })], 'public')).toBe(time('16:00'));
  });

  test('[CD9] a relapse starts the clock with the first-update time', () => {
    const back = [...closed, relapse('12:00')];
    expect(dueAt(back, 'public')).toBe(time('12:10'));
    expect(urgencyAt(back, 'public', '12:04')).toEqual(['ok', 0]);
    expect(dueAt([...back, sent('public', '12:05')], 'public')).toBe(time('12:25'));
  });

  test('[CD8] a false alarm is taken back within one cadence where it was told, and is silent elsewhere', () => {
    const off: Step = ['09:20', { type: 'IncidentClosed', as: 'false-alarm', reason: 'test alert' }];
    expect(dueAt([declared(), sent('public', '09:12', { promise: '09:50' }), off], 'public')).toBe(time('09:40'));
    expect(dueAt([declared(), off], 'public')).toBe('ended');
    const told = [declared(), sent('public', '09:12'), off, sent('public', '09:25', { situation: 'false-alarm' })];
    expect(dueAt(told, 'public')).toBe('ended');
  });

  test('[CD8] "this is the last update" of an open incident holds until something changes', () => {
    const last = [declared(), sent('public', '09:12', { closing: true })];
    expect(dueAt(last, 'public')).toBe('ended');
    expect(dueAt([...last, reached('identified', '09:40')], 'public')).toBe(time('09:50'));
  });

  test('[CD8] closing out ends what is left', () => {
    expect(dueAt([...restored, reached('resolved', '15:00')], 'public')).toBe('ended');
  });
});

describe('a stretched cadence', () => {
  const stretched = (at: string, factor = 2) => [declared(), decision(at, { cadenceFactor: factor })];

  test('[CD7] doubles from the next update after 2 h', () => {
    expect(dueAt([...stretched('10:30'), sent('public', '11:05')], 'public')).toBe(time('11:45'));
    expect(dueAt([...stretched('10:30'), sent('public', '11:04')], 'public')).toBe(time('11:24'));
  });

  test('[CD7] is not decided in the first hour, at most twofold, and not for an interval that runs', () => {
    expect(dueAt([...stretched('10:03'), sent('public', '11:05')], 'public')).toBe(time('11:25'));
    expect(dueAt([...stretched('10:30', 5), sent('public', '11:05')], 'public')).toBe(time('11:45'));
    expect(dueAt([declared(), sent('public', '11:05'), decision('11:10', { cadenceFactor: 2 })], 'public')).toBe(
      time('11:25'),
    );
  });

  test('[CD7] ends with a relapse', () => {
    const steps = [...stretched('10:30'), reached('recovered', '11:00'), relapse('11:30'), sent('public', '11:35')];
    expect(dueAt(steps, 'public')).toBe(time('11:55'));
  });

  test('[CD7] L2 follows the stretched cadence', () => {
    const steps = [...stretched('10:30'), sent('public', '11:05')];
    expect(urgencyAt(steps, 'public', '11:54:59')).toEqual(['overdue', 1]);
    expect(urgencyAt(steps, 'public', '11:55')).toEqual(['overdue', 2]);
    expect(urgencyAt(steps, 'public', '12:25')).toEqual(['overdue', 3]);
  });
});

describe('whatever happens', () => {
  const minute = fc.integer({ min: 5, max: 300 });
  const clockOf = (minutes: number) =>
    `${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const change = fc.oneof(
    minute.map((at) => ({ at, kind: 'identified' as const })),
    minute.map((at) => ({ at, kind: 'fixed' as const })),
    minute.map((at) => ({ at, kind: 'decision' as const })),
    fc
      .tuple(minute, fc.constantFrom('SEV1', 'SEV2', 'SEV3'))
      .map(([at, level]) => ({ at, kind: 'severity' as const, level })),
    fc
      .tuple(minute, fc.constantFrom('full', 'degraded', 'none'))
      .map(([at, level]) => ({ at, kind: 'impact' as const, level })),
  );
  const toStep = (found: { at: number; kind: string; level?: string }): Step => {
    const at = clockOf(found.at);
    if (found.kind === 'decision') return decision(at, { userEffect: 'read only' });
    if (found.kind === 'severity') return severity(at, found.level ?? 'SEV1');
    if (found.kind === 'impact') return impact(at, found.level as 'full' | 'degraded' | 'none');
    // Learnt late: it happened when the incident began.
    return reached(found.kind as 'identified' | 'fixed', at, '09:04');
  };
  const changes = fc.array(change, { maxLength: 8 }).map((list) => list.toSorted((a, b) => a.at - b.at));

  test('[CD3] a recorded change moves no due time to before the moment it was recorded', () => {
    fc.assert(
      fc.property(changes, change, fc.constantFrom('chat', 'exec', 'support', 'public'), (before, last, audience) => {
        const steps = [declared('SEV2'), ...before.filter(({ at }) => at <= last.at).map(toStep)];
        const [old, moved] = [clockAfter(steps, audience), clockAfter([...steps, toStep(last)], audience)];
        if (moved.kind !== 'clock') return;
        const untouched = old.kind === 'clock' && old.at === moved.at;
        expect(untouched || moved.at >= time(clockOf(last.at))).toBe(true);
        expect(old.kind === 'clock' && moved.at > old.at).toBe(false);
      }),
    );
  });

  test('[CD2] a promise is never pushed back', () => {
    fc.assert(
      fc.property(
        changes,
        fc.integer({ min: 2, max: 60 }),
        fc.constantFrom('chat', 'exec', 'public'),
        (list, after, audience) => {
          const promise = clockOf(6 + after);
          const found = clockAfter(
            [declared('SEV2'), sent(audience, '09:06', { promise }), ...list.map(toStep)],
            audience,
          );
          expect(found.kind === 'clock' && found.at <= time(promise)).toBe(true);
        },
      ),
    );
  });
});
