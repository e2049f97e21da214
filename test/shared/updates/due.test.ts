import { describe, expect, test } from 'vitest';
import { dueTimes, offeredNextTime, overdueRows } from '../../../shared/updates/due.ts';
import {
  decision,
  declared,
  dueAt,
  eventId,
  impact,
  reached,
  type Step,
  sent,
  severity,
  time,
  urgencyAt,
  world,
} from '../../support/updates-world.ts';

const correction = (at: string, promise?: string): Step => [
  at,
  {
    type: 'UpdateSent',
    audience: 'public',
    n: 2,
    text: 'Correction.',
    situation: 'correction',
    corrects: { update: eventId('u1'), wrong: 'a', right: 'b' },
    ...(promise && { promisedAt: time(promise) }),
  },
];

describe('the vectors of SEV1 public: first 10, cadence 20, detected 09:04', () => {
  test('[CD1] nothing sent: due 10 min after detection', () => {
    expect(dueAt([declared()], 'public')).toBe(time('09:14'));
  });

  test.each([
    ['09:08:59', ['ok', 0]],
    ['09:09', ['soon', 0]],
    ['09:10', ['soon', 0]],
    ['09:14', ['due', 1]],
    ['09:14:59', ['due', 1]],
    ['09:15', ['overdue', 1]],
    ['09:18:59', ['overdue', 1]],
    ['09:19', ['overdue', 2]],
    ['09:33:59', ['overdue', 2]],
    ['09:34', ['overdue', 3]],
  ])('[CD6] at %s it is %j', (now, expected) => {
    expect(urgencyAt([declared()], 'public', now)).toEqual(expected);
  });

  test('[CD1] sent without a promise: sending + cadence', () => {
    expect(dueAt([declared(), sent('public', '09:12')], 'public')).toBe(time('09:32'));
  });

  test('[CD2] a promise in the text counts', () => {
    expect(dueAt([declared(), sent('public', '09:12', { promise: '09:30' })], 'public')).toBe(time('09:30'));
  });

  test('[CD3] identified brings a promise forward to 10 min after it', () => {
    const steps = [declared(), sent('public', '09:12', { promise: '09:30' }), reached('identified', '09:15')];
    expect(dueAt(steps, 'public')).toBe(time('09:25'));
  });

  test('[CD6] soon counts from half of a short interval, else from 5 min', () => {
    const steps = [declared(), sent('public', '09:12', { promise: '09:30' })];
    expect(urgencyAt(steps, 'public', '09:24:59')).toEqual(['ok', 0]);
    expect(urgencyAt(steps, 'public', '09:25')).toEqual(['soon', 0]);
    const short = [declared(), sent('public', '09:12', { promise: '09:18' })];
    expect(urgencyAt(short, 'public', '09:14:59')).toEqual(['ok', 0]);
    expect(urgencyAt(short, 'public', '09:15')).toEqual(['soon', 0]);
  });

  test('[CD4] raised: min(due, change + first)', () => {
    const steps = [declared('SEV2'), sent('public', '09:20'), severity('09:25', 'SEV1')];
    expect(dueAt(steps, 'public')).toBe(time('09:35'));
  });

  test('[CD4] raised late in a running interval: it keeps its length', () => {
    const steps = [declared('SEV3'), sent('chat', '09:20'), severity('10:15', 'SEV2')];
    expect(dueAt(steps, 'chat')).toBe(time('10:20'));
  });

  test('[CD4] lowered: takes effect after the next sent update', () => {
    const lowered = [declared(), sent('public', '09:32'), severity('09:40', 'SEV2')];
    expect(dueAt(lowered, 'public')).toBe(time('09:52'));
    expect(dueAt([...lowered, sent('public', '09:50')], 'public')).toBe(time('10:20'));
  });

  test('[CD8] restored: one closing update, then no clock', () => {
    const restored = [declared(), sent('public', '10:51'), reached('recovered', '10:55', '10:25')];
    expect(dueAt(restored, 'public')).toBe(time('11:05'));
    expect(dueAt([...restored, sent('public', '10:58')], 'public')).toBe('ended');
  });
});

describe('changes', () => {
  test('[CD3] a correction of a known milestone, and a change recorded before the sending, move nothing', () => {
    const steps: readonly Step[] = [
      declared(),
      ['09:14', { type: 'MilestoneReached', milestone: 'identified', id: 'i1' }],
      sent('public', '09:20'),
      ['09:22', { type: 'MilestoneCorrected', milestone: 'identified', replaces: eventId('i1'), at: '09:13' }],
    ];
    expect(dueAt(steps, 'public')).toBe(time('09:40'));
  });

  test('[CD3] what was recorded at the moment of sending was known to the text', () => {
    expect(dueAt([declared(), sent('public', '09:12'), reached('identified', '09:12')], 'public')).toBe(time('09:32'));
  });

  test('[CD3] a change acts when it was recorded, not when it happened', () => {
    const steps = [declared(), sent('public', '09:12'), reached('identified', '09:20', '09:05')];
    expect(dueAt(steps, 'public')).toBe(time('09:30'));
  });

  test('[CD3] fixed, recovered, worse impact and a decision that users see bring it forward', () => {
    const base = [declared(), sent('public', '09:12')];
    expect(dueAt([...base, reached('fixed', '09:15')], 'public')).toBe(time('09:25'));
    expect(dueAt([...base, reached('recovered', '09:16')], 'public')).toBe(time('09:26'));
    expect(dueAt([...base, impact('09:13', 'degraded'), impact('09:17', 'full')], 'public')).toBe(time('09:27'));
    expect(dueAt([...base, decision('09:18', { userEffect: 'read only' })], 'public')).toBe(time('09:28'));
  });

  test('[CD3] better impact, a first assessment, an inner decision and a promise kept earlier do not', () => {
    const base = [declared(), sent('public', '09:12')];
    const quiet = [
      impact('09:13', 'full'),
      impact('09:14', 'degraded'),
      decision('09:15', {}),
      reached('triaged', '09:16'),
    ];
    expect(dueAt([...base, ...quiet], 'public')).toBe(time('09:32'));
  });

  test('[CD2] a promise is never pushed back by a change', () => {
    const steps = [declared(), sent('public', '09:12', { promise: '09:20' }), reached('identified', '09:15')];
    expect(dueAt(steps, 'public')).toBe(time('09:20'));
  });

  test('[CD2] a spoken promise brings forward and pushes nothing back', () => {
    const promise = (promisedAt: string): Step => [
      '09:13',
      { type: 'UpdatePromised', audience: 'public', promisedAt: time(promisedAt) },
    ];
    const base = [declared(), sent('public', '09:12')];
    expect(dueAt([...base, promise('09:20')], 'public')).toBe(time('09:20'));
    expect(dueAt([...base, promise('09:50')], 'public')).toBe(time('09:32'));
    expect(dueAt([...base, promise('09:20')], 'exec')).toBe(time('09:19'));
  });

  test('[CD2] a correction does not postpone what was promised; after the promised time it starts the clock anew', () => {
    const base = [declared(), sent('public', '09:12', { promise: '09:30', id: 'u1' })];
    expect(dueAt([...base, correction('09:20', '09:45')], 'public')).toBe(time('09:30'));
    expect(dueAt([...base, correction('09:20', '09:25')], 'public')).toBe(time('09:25'));
    expect(dueAt([...base, correction('09:31', '09:45')], 'public')).toBe(time('09:45'));
  });

  test('[CD1] a first update is never due before the incident was recorded', () => {
    expect(dueAt([declared('SEV1', { recordedAt: '11:00' })], 'public')).toBe(time('11:00'));
  });

  test('[CD1] an earlier detection brings the first update forward, not to before its record', () => {
    const better = (recordedAt: string, at: string): Step => [
      recordedAt,
      { type: 'MilestoneCorrected', milestone: 'detected', replaces: eventId('detected-1'), at },
    ];
    expect(dueAt([declared(), better('09:06', '09:02')], 'public')).toBe(time('09:12'));
    expect(dueAt([declared(), better('09:13', '08:00')], 'public')).toBe(time('09:13'));
    expect(dueAt([declared(), better('09:20', '08:00')], 'public')).toBe(time('09:14'));
  });

  test('[CD4] without a severity nothing is due; the first one counts from when it was chosen', () => {
    expect(dueAt([declared('')], 'public')).toBe('none');
    expect(dueAt([declared(''), severity('09:09', 'SEV1')], 'public')).toBe(time('09:19'));
  });
});

describe('audiences without an interval', () => {
  test('[CD5] on change: no clock until a change, then 10 min after it, then none again', () => {
    expect(dueAt([declared('SEV3')], 'exec')).toBe('on-change');
    const changed = [declared('SEV3'), reached('identified', '09:40')];
    expect(dueAt(changed, 'exec')).toBe(time('09:50'));
    expect(urgencyAt(changed, 'exec', '09:45')).toEqual(['soon', 0]);
    expect(urgencyAt(changed, 'exec', '09:55')).toEqual(['overdue', 2]);
    expect(dueAt([...changed, sent('exec', '09:48')], 'exec')).toBe('on-change');
  });

  test('[CD5] none: changes start no clock, a promise does', () => {
    const steps = [declared('SEV5'), reached('identified', '09:40')];
    expect(dueAt(steps, 'public')).toBe('none');
    expect(dueAt([...steps, sent('public', '09:41', { promise: '10:00' })], 'public')).toBe(time('10:00'));
  });

  test('[CD5] SEV3 public runs only while users can see the effect', () => {
    expect(dueAt([declared('SEV3')], 'public')).toBe('not-visible');
    expect(dueAt([declared('SEV3'), impact('09:10', 'none')], 'public')).toBe('not-visible');
    expect(dueAt([declared('SEV3'), impact('09:10', 'degraded')], 'public')).toBe(time('09:34'));
    expect(dueAt([declared('SEV3'), impact('10:30', 'degraded')], 'public')).toBe(time('10:40'));
  });

  test('[CD5] regulators have clocks of their own', () => {
    expect(dueTimes(world([declared()]), time('09:05')).at(-1)).toEqual({
      audience: 'regulator',
      due: { kind: 'no-clock', why: 'none' },
    });
  });
});

describe('what a draft offers', () => {
  test.each([
    ['09:12', '09:30'],
    ['10:31', '10:50'],
    ['10:31:40', '10:50'],
  ])('[CD10] sent %s: next %s', (at, next) => {
    expect(offeredNextTime(world([declared()]), 'public', time(at))).toBe(time(next));
  });

  test('[CD10] nothing where there is no interval; the cadence in force, not the one of the running interval', () => {
    expect(offeredNextTime(world([declared('SEV3')]), 'exec', time('09:12'))).toBeUndefined();
    expect(offeredNextTime(world([declared(), severity('09:10', 'SEV2')]), 'public', time('09:12'))).toBe(
      time('09:40'),
    );
  });
});

describe('derived rows of the timeline', () => {
  test('[CD11] one for every update that came late and for the one that is missing', () => {
    const input = world([declared(), sent('public', '09:20'), sent('chat', '09:08'), sent('chat', '09:23')]);
    const rows = overdueRows(input, time('10:01')).filter(({ audience }) => audience === 'public');
    expect(rows.map(({ at, text, open }) => ({ at, text, open }))).toEqual([
      { at: time('09:14'), text: 'public update overdue 6 min', open: false },
      { at: time('09:40'), text: 'public update overdue 21 min', open: true },
    ]);
  });

  test('[CD11] none within the first minute', () => {
    const rows = overdueRows(world([declared(), sent('public', '09:14:59')]), time('09:16'));
    expect(rows.filter(({ audience }) => audience === 'public')).toEqual([]);
  });
});
