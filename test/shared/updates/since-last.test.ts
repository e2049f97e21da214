import { describe, expect, test } from 'vitest';
import { projectFacts } from '../../../shared/updates/facts.ts';
import {
  decision,
  declared,
  impact,
  reached,
  type Step,
  sent,
  severity,
  time,
  world,
} from '../../support/updates-world.ts';

const since = (audience: string, steps: readonly Step[]): string | undefined => {
  const fact = projectFacts(world([declared(), ...steps]), audience, time('10:00')).get('sinceLast');
  return fact?.kind === 'filled' ? fact.value : fact?.text;
};
const hypothesis: Step = [
  '09:11',
  { type: 'HypothesisProposed', id: 'h1', name: { tag: 'a', n: 1 }, text: 'the provider is down' },
];
const judged = (state: 'confirmed' | 'refuted'): Step =>
  ['09:20', { type: 'HypothesisJudged', hypothesis: 'h1', state, result: 'seen' }] as unknown as Step;
const observed: Step = [
  '09:21',
  { type: 'EntryRecorded', name: { tag: 'a', n: 2 }, kind: 'observation', text: 'pool at 100 %', source: 'typed' },
];

describe('[TP15] since the last update', () => {
  test('only where nothing changed it says nothing was found', () => {
    expect(since('public', [impact('09:10', 'full'), sent('public', '09:12')])).toBe('no new findings');
    expect(since('chat', [impact('09:10', 'full'), sent('chat', '09:12')])).toBe('no new findings');
  });

  test('the impact is told in words, to everybody', () => {
    const steps = [impact('09:10', 'full'), sent('public', '09:12'), sent('chat', '09:12'), impact('09:20', 'partial')];
    expect(since('public', steps)).toBe('better: now partial outage, before major outage');
    expect(since('chat', steps)).toBe('better: now partial outage, before major outage');
    expect(since('public', [...steps, impact('09:30', 'none')])).toBe('users see no effect any more');
  });

  test('a change of the wording alone is told', () => {
    const worded: Step = ['09:20', { type: 'ImpactChanged', level: 'full', text: 'No card works.', scope: '38 %' }];
    const steps = [impact('09:10', 'full'), sent('exec', '09:12'), worded];
    expect(since('exec', steps)).toBe('No card works, 38 %');
    expect(since('public', [...steps, sent('public', '09:12')])).toBe('No card works');
  });

  test('an effect worded for outsiders is never replaced by a later inside wording', () => {
    const steps: readonly Step[] = [
      ['09:10', { type: 'SituationChanged', field: 'impactPublic', text: 'Some payments fail.' }],
      sent('public', '09:12'),
      ['09:20', { type: 'ImpactChanged', level: 'full', text: 'pool of orders-db is full' }],
    ];
    expect(since('public', steps)).toBe('now major outage');
  });

  test('milestones in plain words, a better instant of a known one is no news', () => {
    const steps = [reached('identified', '09:10'), sent('public', '09:12'), reached('fixed', '09:20')];
    expect(since('public', steps)).toBe('a repair is in place since 09:20 UTC');
    const better: Step = [
      '09:30',
      { type: 'MilestoneCorrected', milestone: 'fixed', replaces: 'fix', at: '09:05' } as never,
    ];
    const fixed: Step = ['09:08', { type: 'MilestoneReached', milestone: 'fixed', id: 'fix' }];
    expect(since('public', [fixed, sent('public', '09:12'), better])).toBe('no new findings');
  });

  test('a repair that did not hold is said', () => {
    const failed: Step = ['09:30', { type: 'MilestoneWithdrawn', milestone: 'fixed', how: 'fix-failed', reason: 'x' }];
    const steps = [reached('fixed', '09:10'), sent('public', '09:12'), failed];
    expect(since('public', steps)).toBe('the repair did not hold');
  });

  test('severity and judged hypotheses stay inside; outsiders learn only that work went on', () => {
    const steps = [
      sent('chat', '09:10'),
      sent('public', '09:10'),
      hypothesis,
      severity('09:15', 'SEV2'),
      judged('refuted'),
    ];
    expect(since('chat', steps)).toBe('severity lowered from SEV1 to SEV2; ruled out: the provider is down');
    expect(since('public', steps)).toBe('work went on, nothing new for users');
    expect(since('support', steps)).toBe('work went on, nothing new for users');
    expect(since('exec', [hypothesis, judged('confirmed')])).toBe('cause confirmed: the provider is down');
  });

  test('of a decision the public learns what users will see', () => {
    const steps = [decision('09:20', { userEffect: 'a read-only shop' })];
    expect(since('public', steps)).toBe('decided: users will see a read-only shop');
    expect(since('exec', steps)).toBe('decided: go on (users see a read-only shop)');
  });

  test('observations are news to those inside, starred entries never go to the public', () => {
    const starred: Step = [
      '09:22',
      { type: 'EntryRecorded', name: { tag: 'a', n: 3 }, kind: 'note', text: 'DNS ok.', source: 'typed', key: true },
    ];
    expect(since('chat', [observed, starred])).toBe('DNS ok; pool at 100 %');
    expect(since('support', [observed, starred])).toBe('DNS ok');
    expect(since('public', [observed, starred])).toBe('work went on, nothing new for users');
  });

  test('a workaround and a data statement are told', () => {
    const steps: readonly Step[] = [
      sent('public', '09:10'),
      ['09:20', { type: 'SituationChanged', field: 'workaround', text: 'Pay by transfer.' }],
      ['09:21', { type: 'DataStatementMade', data: 'none', text: '' }],
    ];
    expect(since('public', steps)).toBe('workaround: Pay by transfer; no data was affected');
  });

  test('inside a long list is cut, outside never', () => {
    const steps = [
      impact('09:10', 'full'),
      reached('identified', '09:20'),
      reached('fixed', '09:30'),
      severity('09:40', 'SEV2'),
    ];
    expect(since('chat', steps)).toMatch(/^now major outage; .*; and 1 more$/);
    expect(since('public', steps)).not.toMatch(/more/);
  });
});
