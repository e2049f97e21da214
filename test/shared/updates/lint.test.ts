import { describe, expect, test } from 'vitest';
import { draftUpdate } from '../../../shared/updates/draft.ts';
import { lintUpdate } from '../../../shared/updates/lint.ts';
import {
  decision,
  declared,
  impact,
  reached,
  type Step,
  sent,
  testPlaybook,
  time,
  world,
} from '../../support/updates-world.ts';

const good =
  'Investigating. We are looking into a problem with Checkout. You may notice slow payments. Next update by 09:30 UTC.';
const lint = (text: string, steps: readonly Step[] = [], audience = 'public', now = '09:12', promise?: string) =>
  lintUpdate(text, audience, world([declared(), ...steps]), time(now), promise ? time(promise) : undefined);
const codes = (...given: Parameters<typeof lint>) => lint(...given).open.map(({ code }) => code);
const with_ = (sentence: string) => good.replace(' Next update', ` ${sentence} Next update`);
const monitoring = [reached('triaged', '09:10'), reached('identified', '09:11'), reached('fixed', '09:12')];

describe('a good text', () => {
  test('[LT1] passes every rule, and the rules say what they looked at', () => {
    const { open, passed, length } = lint(good);
    expect(open).toEqual([]);
    expect(passed.map(({ words }) => words)).toEqual([
      'Says what users feel',
      'Says something that is known',
      'Says what is not known yet',
      'Says what is being done',
      'No unknown older than 2h left out',
      'No placeholder left',
      'Next update in the future, with zone',
      'No names, hosts, blame or guesses at cause',
      'Promises no end time',
      'Calm and plain',
      'No acronyms',
      'Apologises once, at restore',
      'Status word fits the milestones',
      'Short enough',
    ]);
    expect(length).toEqual({ chars: 115, max: 600 });
  });

  test.each(['chat', 'exec', 'support', 'public'])('[LT1] the first draft for %s has nothing open', (audience) => {
    const steps: readonly Step[] = [
      declared(),
      ['09:05', { type: 'SituationChanged', field: 'channel', text: '#inc-214' }],
    ];
    const input = world(steps);
    const text = draftUpdate(input, audience, time('09:12'))?.rendered.text ?? '';
    expect(lintUpdate(text, audience, input, time('09:12')).open).toEqual([]);
  });
});

describe('must not be in a public text', () => {
  test.each([
    ['name', 'Ann Lee looks after it.'],
    ['host', 'The server orders-db is slow.'],
    ['host', 'Node web03 is slow.'],
    ['host', 'The orders-core part is slow.'],
    ['blame', 'It is the fault of a supplier.'],
    ['guess', 'It is probably the network.'],
    ['cause', 'It is slow due to load.'],
    ['end-time', 'It is over within the hour.'],
    ['end-time', 'It will be fixed by 11:00.'],
    ['end-time', 'It is back in 20 minutes.'],
    ['tone', 'Oops, it broke.'],
    ['tone', 'It broke!'],
    ['acronym', 'The CDN is slow.'],
    ['apology', 'We are sorry.'],
    ['placeholder', 'The part {{services}} is slow.'],
  ])('[LT2] %s: %s', (code, sentence) => {
    const { open } = lint(with_(sentence), [['09:05', { type: 'RoleAssigned', role: 'ic', person: 'Ann Lee' }]]);
    expect([...new Set(open.map((warning) => warning.code))]).toEqual([code]);
    for (const { range } of open) expect(sentence).toContain(with_(sentence).slice(range?.start, range?.end));
  });

  test('[LT2] inside texts may name people, hosts and causes', () => {
    expect(codes(with_('Ann Lee says orders-db is probably slow due to load.'), [], 'chat')).toEqual([]);
  });

  test('[LT3] an end time is fine once it was decided, and the promise of an update is none', () => {
    const asked: Step = [
      '09:10',
      {
        type: 'DecisionMade',
        name: { tag: 'a', n: 1 },
        question: 'Give an end time?',
        options: [],
        chosen: 'yes',
        decidedBy: 'Ann',
      },
    ];
    expect(codes(with_('It will be fixed by 11:00.'), [asked])).toEqual([]);
  });

  test('[LT2] words to be removed come with a fix', () => {
    const [warning] = lint(with_('It is over within the hour.')).open;
    expect(warning?.fix).toEqual({ label: 'Remove the words', replacement: '' });
  });

  test('[LT4] the status word is the one of the milestones', () => {
    const steps = [reached('fixed', '09:10')];
    const warning = lint(good, steps).open.find(({ code }) => code === 'status-word');
    expect(warning).toMatchObject({
      code: 'status-word',
      range: { start: 0, end: 13 },
      fix: { replacement: 'Monitoring' },
    });
    expect(codes(good.replace('Investigating. ', ''))).toEqual(['status-word']);
  });

  test('[LT4] a degradation is no outage', () => {
    expect(codes(with_('There is an outage.'), [impact('09:06', 'degraded')])).toEqual(['outage']);
    expect(codes(with_('There is an outage.'), [impact('09:06', 'full')])).toEqual([]);
  });

  test('[LT5] over 600 characters', () => {
    expect(codes(with_('It is slow. '.repeat(50)))).toEqual(['length']);
    expect(codes('a\nb\nc\nd\ne\nf', [], 'exec')).toContain('length');
  });
});

describe('must be in it', () => {
  test.each([
    ['impact', 'Investigating. We look into Checkout. Next update by 09:30 UTC.'],
    ['known', 'Investigating. Pages may be slow. We are looking into it. Next update by 09:30 UTC.'],
    ['next-time-missing', good.replace(/ Next update.*/, '')],
    ['next-time-zone', good.replace(' UTC', '')],
    ['next-time-past', good.replace('09:30', '09:12')],
    ['unknown', good.replace('We are looking into a problem with', 'We work on')],
    ['doing', 'Investigating. Checkout: payments fail. The cause is unknown. Next update by 09:30 UTC.'],
  ])('[LT6] %s', (code, text) => {
    expect(codes(text)).toEqual([code]);
  });

  test('[LT6] the time in the text is the one that is promised', () => {
    const [warning] = lint(good, [], 'public', '09:12', '09:25').open;
    expect(warning).toMatchObject({ code: 'next-time-differs', fix: { replacement: '09:25 UTC' } });
    expect(codes(good.replace('09:30', '10:30'), [], 'public', '09:12', '10:30')).toEqual(['promise-late']);
  });

  test('[LT6] after midnight the next time is not in the past', () => {
    const late = good.replace('09:30', '00:10');
    expect(codes(late, [], 'public', '23:55')).toEqual([]);
  });

  test('[LT7] a number for reach after triage', () => {
    const text = 'Monitoring. Some customers of Checkout still see errors. We watch it. Next update by 09:30 UTC.';
    const [warning] = lint(text, monitoring).open;
    expect(warning).toMatchObject({ code: 'reach-number', range: { start: 12, end: 26 } });
    expect(codes(text.replace('Some', '38 % of'), monitoring)).toEqual([]);
  });

  test('[LT8] not the same text as last time, whatever time it promises', () => {
    const before = sent('public', '09:10', { text: good.replace('09:30', '09:20') });
    expect(codes(good, [before])).toEqual(['same-text']);
    expect(codes(with_('We tried a restart.'), [before])).toEqual([]);
  });

  test('[LT8] an unknown older than 2 h is mentioned', () => {
    const unknown: Step = ['09:05', { type: 'SituationChanged', field: 'unknown', text: 'whether refunds are late' }];
    const later = good.replace('09:30', '11:20');
    expect(codes(later, [unknown], 'public', '11:05')).toEqual([]);
    expect(codes(later, [unknown], 'public', '11:06')).toEqual(['old-unknown']);
    expect(codes(later.replace('slow payments', 'slow refunds'), [unknown], 'public', '11:06')).toEqual([]);
  });

  test('[LT9] at restore: the data statement and one apology', () => {
    const restored = [...monitoring, reached('recovered', '09:13')];
    const text = 'Resolved. Checkout: working normally again. We are sorry. Data is safe.';
    expect(codes(text, restored)).toEqual([]);
    expect(codes(text.replace(' Data is safe.', ''), restored)).toEqual(['data-statement']);
    expect(codes(text.replace(' We are sorry.', ''), restored)).toEqual(['apology']);
    expect(codes(`${text} Sorry again.`, restored)).toEqual(['apology']);
  });

  test('[LT10] a fact that blocks is named at its place', () => {
    const input = world([declared(), reached('identified', '09:10')], testPlaybook);
    const text = draftUpdate(input, 'exec', time('09:12'))?.rendered.text ?? '';
    const found = lintUpdate(text, 'exec', input, time('09:12')).open.find(({ code }) => code === 'placeholder');
    expect(text.slice(found?.range?.start, found?.range?.end)).toBe('[cause not confirmed in plain words]');
  });

  test('[LT3] decisions about other things allow no end time', () => {
    expect(codes(with_('It is over within the hour.'), [decision('09:10', {})])).toEqual(['end-time']);
  });
});
