import { describe, expect, test } from 'vitest';
import { decideUpdates } from '../../../shared/updates/decide-updates.ts';
import type { UpdatesCommand } from '../../../shared/updates/updates-commands.ts';
import { declared, eventId, type Step, sent, testPlaybook, time, world } from '../../support/updates-world.ts';

const now = time('10:00');
const decide = (command: UpdatesCommand, steps: readonly Step[] = []) => {
  let n = 0;
  const asking = { now, by: { person: 'Ann', device: 'a' }, newId: () => eventId(`new-${++n}`) };
  return decideUpdates(command, world([declared(), ...steps]).updates, asking, testPlaybook);
};
const code = (command: UpdatesCommand, steps: readonly Step[] = []) => {
  const found = decide(command, steps);
  return found.ok ? 'accepted' : found.error.code;
};
const send = (more: Partial<Extract<UpdatesCommand, { type: 'SendUpdate' }>> = {}): UpdatesCommand => ({
  type: 'SendUpdate',
  audience: 'public',
  text: '  As sent. ',
  situation: 'detected',
  ...more,
});
const correct = (more: object = {}): UpdatesCommand => ({
  type: 'CorrectUpdate',
  update: eventId('u1'),
  wrong: 'all regions',
  right: 'one region',
  text: 'Correction.',
  ...more,
});
const retract = (more: object = {}): UpdatesCommand => ({
  type: 'RetractUpdate',
  update: eventId('u1'),
  reason: 'not ours',
  text: 'We take it back.',
  ...more,
});

describe('sending', () => {
  test('[UP1] stores the text word for word, with the next number of this audience', () => {
    const steps = [
      sent('public', '09:12', { n: 1 }),
      sent('chat', '09:13', { n: 7 }),
      sent('public', '09:30', { n: 4 }),
    ];
    expect(decide(send({ at: time('09:50'), promisedAt: time('10:10'), head: 'abc' }), steps)).toEqual({
      ok: true,
      value: [
        {
          type: 'UpdateSent',
          id: 'new-1',
          occurredAt: time('09:50'),
          audience: 'public',
          n: 5,
          text: '  As sent. ',
          situation: 'detected',
          promisedAt: time('10:10'),
          head: 'abc',
        },
      ],
    });
  });

  test.each<[string, UpdatesCommand]>([
    ['update.text-missing', send({ text: ' \n' })],
    ['text.too-long', send({ text: 'x'.repeat(65_537) })],
    ['update.audience-unknown', send({ audience: 'press' })],
    ['time.future', send({ at: time('10:00:01') })],
    ['update.promise-past', send({ at: time('09:30'), promisedAt: time('09:30') })],
    ['accepted', send({ at: time('09:30'), promisedAt: time('09:31') })],
    ['update.promise-past', { type: 'PromiseUpdate', audience: 'exec', promisedAt: now }],
    ['update.audience-unknown', { type: 'PromiseUpdate', audience: 'press', promisedAt: time('11:00') }],
    ['accepted', { type: 'PromiseUpdate', audience: 'exec', promisedAt: time('11:00') }],
  ])('[UP2] %s', (expected, command) => {
    expect(code(command)).toBe(expected);
  });
});

describe('correcting and taking back', () => {
  const first = sent('exec', '09:12', { id: 'u1', n: 1 });
  const correction = [
    '09:20',
    {
      type: 'UpdateSent',
      id: 'u2',
      audience: 'exec',
      n: 2,
      text: 'C',
      situation: 'correction',
      corrects: { update: 'u1', wrong: 'a', right: 'b' },
    },
  ] as unknown as Step;
  const retraction = [
    '09:30',
    {
      type: 'UpdateSent',
      id: 'u3',
      audience: 'exec',
      n: 3,
      text: 'R',
      situation: 'retraction',
      retracts: { update: 'u1', reason: 'r' },
    },
  ] as unknown as Step;

  test('[UP3] is a new update to the same audience that names the old one', () => {
    const found = decide(correct(), [first]);
    expect(found.ok && found.value).toMatchObject([
      {
        audience: 'exec',
        n: 2,
        situation: 'correction',
        corrects: { update: 'u1', wrong: 'all regions', right: 'one region' },
      },
    ]);
    const back = decide(retract(), [first]);
    expect(back.ok && back.value).toMatchObject([
      { audience: 'exec', n: 2, situation: 'retraction', retracts: { update: 'u1', reason: 'not ours' } },
    ]);
  });

  test('[UP3] a correction can be corrected; what was taken back as a whole cannot', () => {
    expect(code(correct({ update: eventId('u2') }), [first, correction])).toBe('accepted');
    expect(code(correct(), [first, retraction])).toBe('update.retracted');
    expect(code(retract(), [first, retraction])).toBe('update.retracted');
  });

  test.each<[string, UpdatesCommand]>([
    ['update.unknown', correct({ update: eventId('u9') })],
    ['update.unknown', retract({ update: eventId('u9') })],
    ['update.claim-missing', correct({ wrong: ' ' })],
    ['update.claim-missing', correct({ right: '' })],
    ['update.text-missing', correct({ text: '' })],
    ['update.reason-missing', retract({ reason: ' ' })],
    ['update.promise-past', retract({ promisedAt: time('09:59') })],
  ])('[UP3] %s', (expected, command) => {
    expect(code(command, [first])).toBe(expected);
  });

  test('[UP4] the old update stays and shows what came after it', () => {
    const { sent: all } = world([first, correction, retraction]).updates;
    expect(all.get(eventId('u1'))).toMatchObject({
      event: { text: 'Text as sent.' },
      correctedBy: 'u2',
      retractedBy: 'u3',
    });
    expect(all.size).toBe(3);
  });

  test('[UP4] a correction of an update that nobody knows is kept', () => {
    expect(world([correction]).updates.sent.size).toBe(1);
  });
});

describe('facts', () => {
  const known: Step = ['09:10', { type: 'SituationChanged', field: 'known', text: 'EU only' }];

  test('[UP5] the last one stated counts, an empty one takes it back', () => {
    expect(
      world([known, ['09:20', { type: 'SituationChanged', field: 'known', text: 'EU and US' }]]).updates.facts.get(
        'known',
      ),
    ).toMatchObject({
      text: 'EU and US',
      at: time('09:20'),
    });
    expect(
      world([known, ['09:20', { type: 'SituationChanged', field: 'known', text: '' }]]).updates.facts.has('known'),
    ).toBe(false);
  });

  test.each<[string, UpdatesCommand]>([
    ['accepted', { type: 'StateFact', field: 'known', text: '' }],
    ['fact.nothing-to-take-back', { type: 'StateFact', field: 'unknown', text: ' ' }],
    ['fact.field-unknown', { type: 'StateFact', field: 'mood' as 'known', text: 'good' }],
    ['accepted', { type: 'MakeDataStatement', data: 'none', text: '' }],
    ['data.text-missing', { type: 'MakeDataStatement', data: 'confirmed', text: '' }],
  ])('[UP5] %s', (expected, command) => {
    expect(code(command, [known])).toBe(expected);
  });
});
