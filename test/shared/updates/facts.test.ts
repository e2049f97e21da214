import { describe, expect, test } from 'vitest';
import { type PlaceholderName, placeholders, placeholdersIn } from '../../../shared/playbook/placeholders.ts';
import { projectFacts } from '../../../shared/updates/facts.ts';
import { render } from '../../../shared/updates/render.ts';
import {
  decision,
  declared,
  impact,
  reached,
  type Step,
  sent,
  severity,
  testPlaybook,
  time,
  world,
} from '../../support/updates-world.ts';

const factValue = (steps: readonly Step[], name: PlaceholderName, audience = 'chat', now = '10:00') => {
  const fact = projectFacts(world(steps), audience, time(now)).get(name);
  return fact?.kind === 'filled' ? fact.value : fact && [fact.policy, fact.text];
};
const entry = (at: string, text: string, more: object = {}): Step => [
  at,
  { type: 'EntryRecorded', name: { tag: 'a', n: 1 }, kind: 'note', text, source: 'typed', key: true, ...more },
];

describe('facts', () => {
  // Typed while a phrase is spoken, or inner values of other facts (domain.md 5.5).
  const spoken: readonly string[] = ['name', 'task', 'n', 't', 'x', 'ms'];

  test('[TP10] there is one for every placeholder of the templates', () => {
    const facts = projectFacts(world([declared()]), 'chat', time('09:10'));
    for (const name of placeholders) if (!spoken.includes(name)) expect([name, facts.has(name)]).toEqual([name, true]);
    for (const { text } of testPlaybook.templates)
      for (const name of placeholdersIn(text)) expect([name, facts.has(name as PlaceholderName)]).toEqual([name, true]);
  });

  test('[TP10] with nothing recorded but the declaration every text renders without a placeholder', () => {
    for (const { audience, text } of testPlaybook.templates) {
      const found = render({ text }, projectFacts(world([declared('', { services: [] })]), audience, time('09:10')));
      expect(found.text).not.toMatch(/[{}]{2}/);
    }
  });

  test.each<[PlaceholderName, string, unknown]>([
    ['severity', 'chat', ['blocked', 'severity not chosen yet']],
    ['cause', 'chat', ['blocked', 'no hypothesis confirmed']],
    ['awareAt', 'regulator', ['blocked', 'instant of awareness not recorded']],
    ['org', 'chat', 'Shop'],
    ['channel', 'chat', ['say', '{not set}']],
    ['ic', 'chat', ['say', 'not yet assigned']],
    ['responders', 'chat', ['say', 'on-duty team']],
    ['relapseOf', 'chat', ['omit-line', 'line left out']],
    ['failureAt', 'chat', ['say', 'a time we are still confirming']],
    ['fixedAt', 'chat', ['omit-sentence', 'sentence left out']],
    ['detectedBy', 'chat', ['say', 'our staff']],
    ['services', 'chat', ['say', 'a service under investigation']],
    ['components', 'public', ['say', 'one of our services']],
    ['impactLevel', 'chat', ['say', 'unknown level']],
    ['scope', 'exec', ['say', 'number not yet known']],
    ['scopePublic', 'public', ['say', 'some users']],
    ['workaround', 'support', ['say', 'none known yet']],
    ['workaround', 'public', ['omit-sentence', 'sentence left out']],
    ['fix', 'chat', ['say', 'not recorded']],
    ['fix', 'exec', ['omit-sentence', 'sentence left out']],
    ['options', 'chat', ['say', 'none pending']],
    ['dataImpact', 'public', ['say', 'We are still checking whether data was affected.']],
    ['rpo', 'exec', ['say', 'no objective set']],
    ['dataLoss', 'exec', ['say', 'not known yet']],
    ['monitorUntil', 'chat', ['say', 'until stable']],
    ['nextUpdateAt', 'chat', ['blocked', 'set the next update time']],
    ['pirDate', 'chat', ['say', 'review being scheduled']],
    ['nature', 'regulator', ['say', 'under investigation']],
    ['wrong', 'public', ['blocked', 'name what was wrong']],
  ])('[TP10] missing %s for %s', (name, audience, expected) => {
    expect(factValue([declared('', { services: [] })], name, audience)).toEqual(expected);
  });

  test('[TP11] public texts use the public zone, inside ones the device zone where the playbook says local', () => {
    const input = {
      ...world([declared()], { ...testPlaybook, publicZone: 'Europe/Prague' }),
      deviceZone: 'Asia/Kathmandu',
    };
    const at = (audience: string) => {
      const fact = projectFacts(input, audience, time('10:00')).get('detectedAt');
      return fact?.kind === 'filled' && fact.value;
    };
    expect(at('public')).toBe('10:04 CET');
    expect(at('chat')).toMatch(/^14:49 /);
  });

  test('[TP11] another day is named', () => {
    expect(factValue([declared()], 'detectedAt', 'chat', '2026-03-03T00:10:00.000Z')).toBe('2 Mar 2026, 09:04 UTC');
  });

  test('[TP10] an estimated start says about', () => {
    const steps: readonly Step[] = [
      declared(),
      ['09:10', { type: 'MilestoneReached', milestone: 'failure', at: '08:50', estimated: true }],
    ];
    expect(factValue(steps, 'failureAt')).toBe('about 08:50 UTC');
    expect(factValue([...steps, reached('recovered', '09:50', '09:40')], 'timeToRecover')).toBe('about 50m 00s');
    expect(factValue(steps, 'timeToRecover')).toEqual(['say', 'still running, 1h 10m so far']);
  });

  test('[TP10] services keep inside names inside', () => {
    const steps = [declared('SEV1', { services: ['checkout', 'orders', 'ledger'] })];
    expect(factValue(steps, 'services')).toBe('Checkout, orders-core and ledger');
    expect(factValue(steps, 'components', 'public')).toBe('Checkout and Orders');
  });

  test('[TP12] a cause only when a hypothesis was confirmed', () => {
    const open: readonly Step[] = [
      declared(),
      ['09:20', { type: 'HypothesisProposed', id: 'h1', name: { tag: 'a', n: 1 }, text: 'pool is full' }],
    ];
    expect(factValue(open, 'cause')).toEqual(['blocked', 'no hypothesis confirmed']);
    const judged = {
      type: 'HypothesisJudged',
      hypothesis: 'h1',
      state: 'confirmed',
      result: 'seen',
      plainText: 'too few connections',
    } as const;
    const confirmed = [...open, ['09:30', judged] as unknown as Step];
    expect(factValue(confirmed, 'cause')).toBe('pool is full');
    expect(factValue(confirmed, 'causePlain', 'exec')).toBe('too few connections');
  });

  test('[TP12] since the last update: of the entries no plain and no restricted ones, guesses only in chat', () => {
    const steps = [
      declared(),
      entry('09:10', 'before'),
      sent('exec', '09:12'),
      entry('09:20', 'errors fell.'),
      entry('09:21', 'secret', { visibility: 'restricted' }),
      entry('09:22', 'maybe DNS', { certainty: 'guess' }),
      entry('09:23', 'small talk', { key: false }),
    ];
    expect(factValue(steps, 'sinceLast', 'exec')).toBe('errors fell');
    expect(factValue(steps, 'sinceLast', 'chat')).toBe('before; errors fell; maybe DNS');
  });

  test('[TP10] last decision, current severity and level', () => {
    const steps = [
      declared(),
      severity('09:10', 'SEV2'),
      impact('09:11', 'degraded'),
      decision('09:20', { userEffect: 'read only' }),
    ];
    expect(factValue(steps, 'severity')).toBe('SEV2');
    expect(factValue(steps, 'impactLevel')).toBe('degraded');
    expect([factValue(steps, 'decision'), factValue(steps, 'effect'), factValue(steps, 'reason')]).toEqual([
      'go on',
      'read only',
      ['say', 'not recorded'],
    ]);
  });

  test('[TP16] a watch until is promised only while the watch window runs', () => {
    const fixed = [declared(), severity('09:10', 'SEV2'), impact('09:11', 'degraded'), reached('fixed', '09:50')];
    expect(factValue(fixed, 'monitorUntil')).toEqual(['say', 'until stable']);
    const good = [...fixed, impact('09:55', 'none')];
    expect(factValue(good, 'monitorUntil')).toBe('10:25 UTC');
    expect(factValue(good, 'monitorUntil', 'chat', '10:30')).toEqual(['say', 'until stable']);
  });

  test('[TP12] what was redacted counts as missing', () => {
    const steps: readonly Step[] = [
      declared(),
      ['09:10', { type: 'SituationChanged', field: 'known', text: '[redacted]' }],
      ['09:11', { type: 'TaskGiven', name: { tag: 'a', n: 1 }, text: '[redacted]', owner: 'Bob' }],
      ['09:12', { type: 'TaskGiven', name: { tag: 'a', n: 2 }, text: 'Roll back', owner: 'Bob' }],
    ];
    expect(factValue(steps, 'known')).toEqual(['say', 'nothing confirmed yet']);
    expect([factValue(steps, 'actions'), factValue(steps, 'actions', 'public')]).toEqual([
      'Roll back (Bob)',
      'Roll back',
    ]);
  });
});
