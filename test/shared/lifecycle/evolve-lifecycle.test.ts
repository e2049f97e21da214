import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentClaim, firstClaim } from '../../../shared/lifecycle/current-claim.ts';
import { goodSince, impactLevel, impactWindows } from '../../../shared/lifecycle/current-impact.ts';
import { projectDisasterRecords } from '../../../shared/lifecycle/disaster.ts';
import { drHeadline } from '../../../shared/lifecycle/disaster-headline.ts';
import { impactLevels, milestones, phases, recoveryInstants } from '../../../shared/lifecycle/lifecycle.ts';
import type { LifecycleEvent } from '../../../shared/lifecycle/lifecycle-events.ts';
import { metricIds } from '../../../shared/lifecycle/metric-definitions.ts';
import { projectMetricRecord } from '../../../shared/lifecycle/metric-record.ts';
import { metric } from '../../../shared/lifecycle/metrics.ts';
import { publicStatus } from '../../../shared/lifecycle/public-status.ts';
import { peakSeverity, timeInSeverity } from '../../../shared/lifecycle/severity.ts';
import { timeBox } from '../../../shared/lifecycle/time-box.ts';
import { validate } from '../../../shared/lifecycle/validate.ts';
import { watchWindow } from '../../../shared/lifecycle/watch-window.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { at, declared, fold, happened, minutesAfter, reached } from '../../support/lifecycle-builders.ts';

const { settings, severities } = defaultPlaybook;
const opened = [declared('09:05'), reached('alerted', '09:04'), reached('detected', '09:04')];
const failed = (time: string) =>
  happened(time, { type: 'MilestoneWithdrawn', milestone: 'fixed', how: 'fix-failed', reason: 'errors are back' });
const withdrawn = (time: string) =>
  happened(time, { type: 'MilestoneWithdrawn', milestone: 'identified', how: 'withdraw-diagnosis', reason: 'refuted' });
const impact = (time: string, level: (typeof impactLevels)[number], fields: object = {}) =>
  happened(time, { type: 'ImpactChanged', level, ...fields });
const severity = (time: string, level: string) =>
  happened(time, { type: 'SeverityChanged', severity: level, reason: 'r' });

describe('phases', () => {
  it('[PH2] fixed, then identified: the phase stays recover and the public reads Monitoring', () => {
    const state = fold([...opened, reached('fixed', '09:30'), reached('identified', '09:50')]);
    expect(state.phase).toBe('recover');
    expect(publicStatus(projectMetricRecord('i', state))).toBe('Monitoring');
  });

  it('[PH3] re-entering a phase starts a new interval', () => {
    const state = fold([...opened, reached('identified', '09:20'), reached('fixed', '09:30'), failed('09:40')]);
    expect(state.phaseVisits.map(({ phase, since, until }) => [phase, since, until])).toEqual([
      ['detect', at('09:04'), at('09:20')],
      ['fix', at('09:20'), at('09:30')],
      ['recover', at('09:30'), at('09:40')],
      ['fix', at('09:40'), undefined],
    ]);
  });

  it('[PH4] a diagnosis withdrawn while in fix leads back to identify, later it moves nothing', () => {
    const identified = [...opened, reached('identified', '09:20')];
    expect(fold([...identified, withdrawn('09:30')]).phase).toBe('identify');
    expect(fold([...identified, reached('fixed', '09:25'), withdrawn('09:30')]).phase).toBe('recover');
  });

  it('[PH5] nobody was paged: straight to triage', () => {
    expect(fold([declared('09:05', { paged: false })]).phase).toBe('triage');
    expect(fold([declared('09:05')]).phase).toBe('detect');
  });

  it('[PH6] restoring first leads from triage to fix; a move without a milestone never leads back', () => {
    expect(fold([...opened, reached('triaged', '09:15', { restoreFirst: true })]).phase).toBe('fix');
    const moved = happened('09:40', { type: 'PhaseMoved', phase: 'identify', reason: 'r' });
    expect(fold([...opened, moved]).phase).toBe('identify');
    expect(fold([...opened, reached('fixed', '09:30'), moved]).phase).toBe('recover');
  });

  it('[PH7] correcting a milestone moves the visit it began', () => {
    const state = fold([
      ...opened,
      reached('acknowledged', '09:10', {}, 'ack'),
      happened('09:07', { type: 'MilestoneCorrected', milestone: 'acknowledged', replaces: 'ack' as never }),
    ]);
    expect(state.phaseVisits.map(({ since, until }) => [since, until])).toEqual([
      [at('09:04'), at('09:07')],
      [at('09:07'), undefined],
    ]);
  });

  it('[PH8] a relapse opens the incident again at triage and keeps the first instants', () => {
    const state = fold([
      ...opened,
      reached('identified', '09:20'),
      reached('fixed', '09:30', { fix: { change: 'c', check: 'k' } }),
      reached('recovered', '09:40'),
      happened('11:00', { type: 'IncidentReopened', reason: 'errors again', level: 'partial' }),
    ]);
    expect(state).toMatchObject({ status: 'open', phase: 'triage', fix: undefined });
    expect(state.reopenings).toHaveLength(1);
    expect(impactLevel(state)).toBe('partial');
    for (const milestone of ['identified', 'fixed', 'recovered'] as const) {
      expect(currentClaim(state, milestone)).toBeUndefined();
      expect(firstClaim(state, milestone)?.ended).toMatchObject({ how: 'relapse', at: at('11:00') });
    }
    expect(currentClaim(state, 'detected')).toBeDefined();
  });

  it('[PH9] closing ends the running visit, and a fact that arrives later does not open the incident again', () => {
    const closed = happened('09:20', { type: 'IncidentClosed', as: 'false-alarm', reason: 'a test job' });
    const state = fold([...opened, closed, reached('recovered', '09:30')]);
    expect(state.status).toBe('false-alarm');
    expect(state.phaseVisits[0]?.until).toBe(at('09:20'));
  });
});

describe('milestones', () => {
  const corrected = (time: string, replaces: string, fields: object = {}) =>
    happened(time, { type: 'MilestoneCorrected', milestone: 'fixed', replaces: replaces as never, ...fields });

  it('[MS1] a correction appends a claim and the last one that holds counts', () => {
    const state = fold([...opened, reached('fixed', '09:30', {}, 'f'), corrected('09:25', 'f', { evidence: ['log'] })]);
    expect(state.claims.get('fixed')?.map((claim) => claim.at)).toEqual([at('09:30'), at('09:25')]);
    expect(currentClaim(state, 'fixed')).toMatchObject({ at: at('09:25'), replaces: 'f', evidence: ['log'] });
  });

  it('[MS2] correcting the instant of a fix that failed meanwhile does not bring the fix back', () => {
    const state = fold([...opened, reached('fixed', '09:30', {}, 'f'), failed('09:40'), corrected('09:25', 'f')]);
    expect(currentClaim(state, 'fixed')).toBeUndefined();
    expect(firstClaim(state, 'fixed')?.at).toBe(at('09:25'));
  });

  it('[MS3] a skipped milestone that is reached after all is skipped no longer', () => {
    const skipped = happened('09:20', { type: 'MilestoneSkipped', milestone: 'identified', reason: 'rolled back' });
    expect(fold([...opened, skipped])).toMatchObject({ phase: 'fix' });
    expect(fold([...opened, skipped]).skipped.get('identified')?.reason).toBe('rolled back');
    expect(fold([...opened, skipped, reached('identified', '10:00')]).skipped.size).toBe(0);
  });
});

describe('impact', () => {
  it('[IM2] windows follow the time of the change, not the order of recording', () => {
    const state = fold([impact('09:10', 'none'), impact('09:00', 'full'), impact('09:05', 'degraded')]);
    expect(impactWindows(state)).toEqual([
      { from: at('09:00'), to: at('09:05'), level: 'full' },
      { from: at('09:05'), to: at('09:10'), level: 'degraded' },
    ]);
    expect(goodSince(state)).toBe(at('09:10'));
    expect(impactLevel(state, at('09:06'))).toBe('degraded');
  });

  it('[IM3] the whole is as bad as its worst service, and a change of the whole speaks for all', () => {
    const both = declared('09:00', { services: ['a', 'b'] } as object);
    const steps = [both, impact('09:01', 'full', { service: 'a' }), impact('09:02', 'degraded', { service: 'b' })];
    expect(impactLevel(fold(steps))).toBe('full');
    const eased = [...steps, impact('09:05', 'none', { service: 'a' })];
    expect(impactLevel(fold(eased))).toBe('degraded');
    expect(impactLevel(fold([...eased, impact('09:09', 'none')]))).toBe('none');
    expect(impactWindows(fold([...eased, impact('09:09', 'none')])).filter(({ service }) => service === 'b')).toEqual([
      { from: at('09:02'), to: at('09:09'), level: 'degraded', service: 'b' },
    ]);
  });

  it('[IM4] nobody has said a level: it is unknown, not none', () => {
    expect(impactLevel(fold(opened))).toBeUndefined();
    expect(goodSince(fold([impact('09:00', 'none'), impact('09:10', 'full')]))).toBeUndefined();
  });
});

describe('severity and prompts', () => {
  it('[SV1] the peak is the worst level and each level has its time, until recovery', () => {
    const state = fold([
      ...opened,
      severity('09:05', 'SEV2'),
      severity('09:15', 'SEV1'),
      severity('09:45', 'SEV3'),
      reached('recovered', '10:00'),
    ]);
    expect(peakSeverity(state, severities)).toBe('SEV1');
    expect(Object.fromEntries(timeInSeverity(state, at('12:00')))).toEqual({
      SEV2: 600_000,
      SEV1: 1_800_000,
      SEV3: 900_000,
    });
  });

  it('[PH10] the box of triage runs once by severity, that of identify rolls', () => {
    const triage = fold([...opened, severity('09:05', 'SEV1'), reached('acknowledged', '09:10')]);
    expect(timeBox(triage, settings, at('09:18'))).toMatchObject({
      phase: 'triage',
      dueAt: at('09:20'),
      leftMs: 120_000,
      expired: 0,
    });
    expect(timeBox(triage, settings, at('09:45'))).toMatchObject({ leftMs: -1_500_000, expired: 1 });
    // A clock that was set back: more than the whole box cannot be left.
    expect(timeBox(triage, settings, at('08:00'))).toMatchObject({ leftMs: 600_000, expired: 0 });
    const identify = fold([...opened, reached('triaged', '09:15')]);
    expect(timeBox(identify, settings, at('10:20'))).toMatchObject({ dueAt: at('10:45'), expired: 2, rolling: true });
    expect(
      timeBox(fold([...opened, severity('09:05', 'SEV5'), reached('acknowledged', '09:10')]), settings, at('09:30')),
    ).toBeUndefined();
  });

  it('[PH11] the watch window starts at the later of fix and no impact; 5 minutes in a drill', () => {
    const events = [
      severity('09:05', 'SEV1'),
      impact('09:00', 'full'),
      reached('fixed', '10:10'),
      impact('10:25', 'none'),
    ];
    expect(watchWindow(fold([...opened, ...events]), settings, at('10:30'))).toMatchObject({
      until: at('10:55'),
      leftMs: 1_500_000,
    });
    expect(
      watchWindow(fold([declared('09:00', { drill: true } as object), ...events]), settings, at('10:31'))?.leftMs,
    ).toBe(-60_000);
    expect(watchWindow(fold([...opened, impact('09:00', 'full')]), settings, at('10:30'))).toBeUndefined();
  });
});

describe('evolve is total', () => {
  const start = at('09:00');
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const shapes: readonly fc.Arbitrary<object>[] = [
    fc.record({
      type: fc.constant('IncidentDeclared'),
      title: fc.constant('t'),
      services: fc.subarray(['a', 'b']),
      paged: fc.boolean(),
      drill: fc.boolean(),
      playbook: fc.constant('p'),
    }),
    fc.record({ type: fc.constant('IncidentDetailsChanged'), title: fc.constant('u') }),
    fc.record({ type: fc.constant('MilestoneReached'), milestone: fc.constantFrom(...milestones) }),
    fc.record({ type: fc.constant('MilestoneCorrected'), milestone: fc.constantFrom(...milestones), replaces: id }),
    fc.record({
      type: fc.constant('MilestoneWithdrawn'),
      milestone: fc.constantFrom('identified', 'fixed'),
      how: fc.constantFrom('withdraw-diagnosis', 'fix-failed'),
      reason: fc.constant('r'),
    }),
    fc.record({
      type: fc.constant('MilestoneSkipped'),
      milestone: fc.constantFrom(...milestones),
      reason: fc.constant('r'),
    }),
    fc.record({ type: fc.constant('PhaseMoved'), phase: fc.constantFrom(...phases), reason: fc.constant('r') }),
    fc.record({
      type: fc.constant('SeverityChanged'),
      severity: fc.constantFrom('SEV1', 'SEV9'),
      reason: fc.constant('r'),
    }),
    fc.record({ type: fc.constant('ImpactChanged'), level: fc.constantFrom(...impactLevels) }),
    fc.record({ type: fc.constant('ImpactChanged'), level: fc.constantFrom(...impactLevels), service: id }),
    fc.record({
      type: fc.constant('IncidentReopened'),
      level: fc.constantFrom(...impactLevels),
      reason: fc.constant('r'),
    }),
    fc.record({
      type: fc.constant('IncidentClosed'),
      as: fc.constantFrom('false-alarm', 'merged', 'cancelled'),
      reason: fc.constant('r'),
    }),
    fc.record({ type: fc.constant('ObjectivesSet'), dataset: id, rtoMs: fc.nat(1_000_000) }),
    fc.record({
      type: fc.constant('RecoveryInstantRecorded'),
      dataset: id,
      instant: fc.constantFrom(...recoveryInstants),
    }),
    fc.record({ type: fc.constant('RestoreProgressNoted'), dataset: id, text: fc.constant('40 %') }),
    fc.record({ type: fc.constant('RegulatorInstantRecorded'), instant: fc.constantFrom('awareAt', 'notifiedAt') }),
  ];
  const event = fc
    .tuple(fc.oneof(...shapes), id, fc.integer({ min: -300, max: 300 }))
    .map(
      ([shape, eventId, minutes]) =>
        ({ ...shape, id: eventId, occurredAt: minutesAfter(start, minutes) }) as LifecycleEvent,
    );

  it('[PH12] any events in any order fold, and every projection of the result answers', () => {
    const types = new Set<string>();
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (events) => {
        for (const { type } of events) types.add(type);
        const state = fold(events);
        const record = projectMetricRecord('i', state);
        for (const each of metricIds)
          expect(metric(record, each, start).kind).toMatch(/^(value|running|missing|na|invalid)$/);
        validate(record, start);
        timeBox(state, settings, start);
        watchWindow(state, settings, start);
        drHeadline(projectDisasterRecords(state), start);
        expect(state.phaseVisits.slice(0, -1).every(({ until }) => until !== undefined)).toBe(true);
      }),
      { numRuns: 500, seed: 19 },
    );
    expect(types.size).toBe(15);
  });

  it('[PH13] reaching a milestone never moves the phase back', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 15 }), fc.constantFrom(...milestones), (events, milestone) => {
        const before = fold(events);
        const after = fold([reached(milestone, '09:00')], before);
        expect(phases.indexOf(after.phase)).toBeGreaterThanOrEqual(phases.indexOf(before.phase));
      }),
      { numRuns: 300, seed: 23 },
    );
  });
});
