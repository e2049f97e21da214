import { describe, expect, it } from 'vitest';
import { pir } from '../../../shared/review/pir.ts';
import { reviewToHtml } from '../../../shared/review/to-html.ts';
import { reviewToJson } from '../../../shared/review/to-json.ts';
import { reviewToMarkdown } from '../../../shared/review/to-markdown.ts';
import { at } from '../../support/lifecycle-builders.ts';
import { occurred, reviewRow, reviewSource, sectionText, tableRows } from '../../support/review-builders.ts';
import { exampleOne } from '../../support/worked-examples.ts';

describe('what is computed', () => {
  it('[RV46] the impact is that of the worst level, with how it was described over time', () => {
    const impact = (time: string, fields: object) => occurred(time, { type: 'ImpactChanged', ...fields });
    const steps = [
      impact('09:10', { level: 'full', text: 'Nobody can pay.', scope: '100 %' }),
      impact('09:30', { level: 'degraded', text: 'A few are slow.', scope: '2 %' }),
      impact('09:50', { level: 'none' }),
    ];
    const text = sectionText(pir(reviewSource([...exampleOne(), ...steps], '2026-03-13T09:00:00')), 'impact');
    expect(text).toContain('As users felt it at its worst: Nobody can pay.');
    expect(text).toContain('Reach: 100 %');
    expect(text).toMatch(
      /09:10:00 full: Nobody can pay.; reach 100 %[\s\S]*09:30:00 degraded: A few are slow.; reach 2 %/,
    );
  });

  it('[RV60] the alert that was seen is told with its class, or as one without', () => {
    const alert = (fields: object) =>
      occurred('09:04', {
        type: 'EntryRecorded',
        name: { tag: 'a', n: 1 },
        kind: 'alert',
        text: 'errors 12 %',
        source: 'typed',
        ...fields,
      });
    const told = (...events: ReturnType<typeof alert>[]) =>
      sectionText(pir(reviewSource([...exampleOne(), ...events], '2026-03-13T09:00:00')), 'detection-and-response');
    expect(told(alert({ alert: { class: 'fire', rule: '5xx', paged: true } }))).toContain(
      'Alert class: fire (5xx); it paged.',
    );
    expect(told(alert({}))).toContain('The class of the alert is not recorded.');
    // The page is a milestone of its own, with or without an entry that says which alert it was.
    expect(told()).toContain('The class of the alert is not recorded.');
    const unpaged = exampleOne().filter((event) => !('milestone' in event && event.milestone === 'alerted'));
    const text = sectionText(pir(reviewSource(unpaged, '2026-03-13T09:00:00')), 'detection-and-response');
    expect(text).toContain('No alert is on the timeline.');
    expect(text).not.toContain('class');
  });

  it('[RV13] a drill says EXERCISE in the title and in the header', () => {
    const drill = [
      occurred('09:00', {
        type: 'IncidentDeclared',
        title: 'D1',
        services: [],
        paged: true,
        drill: true,
        playbook: 'p',
      }),
    ];
    const review = pir(reviewSource(drill, '10:00'));
    expect(review.title).toBe('EXERCISE: D1');
    expect(review.subtitle).toMatch(/^EXERCISE/);
    expect(sectionText(review, 'header')).toContain('EXERCISE');
    expect(reviewToHtml(review)).toContain('<p class="exercise">EXERCISE</p>');
  });

  it('[RV14] the journal head stands in the header and with every update sent', () => {
    const sent = occurred('09:12', {
      type: 'UpdateSent',
      audience: 'public',
      n: 1,
      text: 'We look into it.',
      situation: 'detected',
      head: 'abc123',
    });
    const review = pir(reviewSource([...exampleOne(), sent], '2026-03-13T09:00:00'));
    expect(sectionText(review, 'header')).toContain('9f3ca17e');
    expect(sectionText(review, 'appendix')).toContain('journal head then abc123');
  });

  it('[RV15] updates stand word for word, and a correction and what it corrects name each other', () => {
    const wrong = occurred(
      '09:12',
      { type: 'UpdateSent', audience: 'public', n: 1, text: 'All  regions\nare *down*.', situation: 'detected' },
      'u1',
    );
    const right = occurred(
      '09:20',
      {
        type: 'UpdateSent',
        audience: 'public',
        n: 2,
        text: 'Only EU.',
        situation: 'correction',
        corrects: { update: 'u1', wrong: 'All regions', right: 'Only EU' },
      },
      'u2',
    );
    const text = sectionText(pir(reviewSource([...exampleOne(), wrong, right], '2026-03-13T09:00:00')), 'appendix');
    expect(text).toContain('All  regions\nare *down*.');
    expect(text).toContain('corrects Public, update 1 of 09:12:00: "All regions" became "Only EU"');
    expect(text).toContain('corrected by Public, update 2 of 09:20:00');
  });

  it('[RV16] corrected, redacted and withdrawn rows show what was believed and by whom it was changed', () => {
    const rows = [
      reviewRow('09:05', 'p99 4.2 s', {
        key: true,
        corrections: [{ oldText: 'p99 42 s', correctedAt: at('09:30'), by: 'Mei Tanaka', reason: 'typo' }],
      }),
      reviewRow('09:06', 'secret', { redacted: { why: 'customer name', by: 'Ann Lee', at: at('10:40') } }),
      reviewRow('09:07', 'wrong room', { withdrawn: { reason: 'other incident', by: 'Ann Lee', at: at('09:08') } }),
    ];
    const review = pir(reviewSource(exampleOne(), '2026-03-13T09:00:00', { rows }));
    const text = sectionText(review, 'appendix');
    expect(text).toContain('p99 42 s (corrected 09:30:00 by Mei Tanaka: typo) p99 4.2 s');
    expect(text).toContain('redacted 10:40:00 by Ann Lee: customer name');
    expect(text).not.toContain('secret');
    expect(reviewToJson(reviewSource([], '12:00', { rows }))).not.toContain('secret');
    expect(text).toContain('wrong room (taken back 09:08:00 by Ann Lee: other incident)');
    expect(tableRows(review, 'timeline').map(([time]) => time)).toEqual(['09:05:00']);
    expect(reviewToMarkdown(review)).toContain('~~p99 42 s~~');
  });

  it('[RV17] a shared edition leaves restricted entries out and says how many', () => {
    const rows = [reviewRow('09:05', 'open'), reviewRow('09:06', 'for few eyes', { restricted: true })];
    const name = { tag: 'a', n: 1 };
    const todo = { type: 'EntryRecorded', name, kind: 'todo', text: 'ask for few eyes', source: 'typed' };
    const events = [...exampleOne(), occurred('09:06', { ...todo, visibility: 'restricted' })];
    const source = reviewSource(events, '2026-03-13T09:00:00', { rows, edition: 'shared' });
    expect(reviewToMarkdown(pir(source))).not.toContain('for few eyes');
    expect(reviewToJson(source)).not.toContain('for few eyes');
    expect(sectionText(pir(source), 'appendix')).toContain('1 restricted entry');
    expect(reviewToMarkdown(pir({ ...source, edition: 'internal' }))).toContain('for few eyes');
  });

  it('[RV18] the blameless sections compute roles and facts, never names', () => {
    const events = [
      ...exampleOne(),
      occurred('09:05', { type: 'RoleAssigned', role: 'ic', person: 'Zoltan Ic' }),
      occurred('11:00', {
        type: 'FactorAdded',
        text: 'No page on pool use',
        category: 'detect.alert.absent',
        effect: 'made-worse',
        entries: [],
      }),
    ];
    const review = pir(reviewSource(events, '2026-03-13T09:00:00'));
    for (const id of ['summary', 'what-happened', 'factors', 'went-well']) {
      expect(sectionText(review, id)).not.toMatch(/Zoltan|Ann Lee/);
    }
    expect(sectionText(review, 'header')).toContain('Incident Commander: Zoltan Ic');
  });

  it('[FA3] factors are counted by category, helped and made worse apart', () => {
    const factor = (id: string, category: string, effect: string) =>
      occurred('11:00', { type: 'FactorAdded', text: id, category, effect, entries: [] }, id);
    const events = [
      factor('f1', 'detect.alert.absent', 'made-worse'),
      factor('f2', 'detect.paging', 'made-better'),
      factor('f3', 'external', 'made-worse'),
    ];
    const text = reviewToMarkdown(pir(reviewSource(events, '12:00')));
    expect(text).toContain('3 contributing factors; no single cause.');
    expect(text).toContain('| detect | 1 | 1 |');
    expect(text).toContain('| external | 1 | 0 |');
  });

  it('[AC4] actions show state, age in days and what is overdue; an action is not late on its own day', () => {
    const action = (id: string, due: string) =>
      occurred(
        '11:00',
        { type: 'ActionAdded', text: id, actionType: 'prevent', mustBeforeResolve: id === 'a1', due },
        id,
      );
    const review = pir(reviewSource([action('a1', '2026-03-11'), action('a2', '2026-03-12')], '2026-03-12T23:59:00'));
    expect(sectionText(review, 'actions')).toContain('2 of 2 open, 1 overdue, 1 must be done before Resolve.');
    expect(tableRows(review, 'actions')[0]?.slice(2)).toEqual([
      'nobody yet',
      '2026-03-11, overdue',
      '',
      'open',
      '10 days',
    ]);
    expect(tableRows(review, 'actions')[1]?.[3]).toBe('2026-03-12');
  });

  it('[RV19] disaster figures stand against their objectives (E6)', () => {
    const dr = (time: string, instant: string) =>
      occurred(`2026-05-01T${time}:00`, { type: 'RecoveryInstantRecorded', instant, dataset: 'orders' });
    const events = [
      occurred('2026-05-01T10:15:00', { type: 'MilestoneReached', milestone: 'failure' }),
      occurred('2026-05-01T10:20:00', {
        type: 'ObjectivesSet',
        dataset: 'orders',
        rpoMs: 3_600_000,
        rtoMs: 14_400_000,
      }),
      dr('10:40', 'declaredAt'),
      dr('07:45', 'recoveryPointAt'),
      dr('12:05', 'minServiceAt'),
      occurred('2026-05-01T13:35:00', { type: 'MilestoneReached', milestone: 'recovered' }),
    ];
    const text = reviewToMarkdown(pir(reviewSource(events, '2026-05-01T14:00:00')));
    expect(text).toContain('| orders | Data loss | 2h 30m | RPO 1h 00m | missed by 1h 30m |');
    expect(text).toContain('| orders | Downtime | 3h 20m | RTO 4h 00m | met by 40m 00s |');
    expect(text).toContain('| orders | Minimum service | 1h 50m |');
  });
});
