import { describe, expect, it } from 'vitest';
import { maxTimeBoxMs } from '../../../shared/timeline/time-box.ts';
import {
  at,
  givenTimeline,
  id,
  onlyEvent,
  refusalOf,
  taskGiven,
  whenTimeline,
} from '../../support/timeline-builders.ts';

const give = { type: 'GiveTask', text: 'Check the replica', owner: 'Bob Ray' } as const;
const finish = { type: 'FinishTask', task: id('task'), result: 'lag is 0' } as const;
const finished = givenTimeline(taskGiven(), {
  ...finish,
  type: 'TaskFinished',
  id: id('f'),
  occurredAt: at('10:25'),
  outcome: 'done',
});

describe('giving a task', () => {
  it('[TK1] needs words and one owner', () => {
    expect(refusalOf(whenTimeline(givenTimeline(), { ...give, text: ' ' }))).toBe('task.empty');
    expect(refusalOf(whenTimeline(givenTimeline(), { ...give, owner: ' ' }))).toBe('task.no-owner');
    expect(onlyEvent(whenTimeline(givenTimeline(), give))).toEqual({
      ...give,
      type: 'TaskGiven',
      id: 'new-1',
      occurredAt: at('10:31'),
      name: { tag: 'a', n: 1 },
    });
  });

  it.each([
    [1, true],
    [maxTimeBoxMs, true],
    [0, false],
    [-60_000, false],
    [maxTimeBoxMs + 1, false],
    [1.5, false],
  ])('[TK2] a time-box of %d ms is accepted: %s', (timeBoxMs, isAccepted) => {
    expect(whenTimeline(givenTimeline(), { ...give, timeBoxMs }).ok).toBe(isAccepted);
    expect(whenTimeline(givenTimeline(taskGiven()), { type: 'ExtendTask', task: id('task'), timeBoxMs }).ok).toBe(
      isAccepted,
    );
  });
});

describe('a given task', () => {
  it('[TK3] can be extended and change hands', () => {
    const extend = { type: 'ExtendTask', task: id('task'), timeBoxMs: 600_000, owner: 'Cy Fox' } as const;
    const event = onlyEvent(whenTimeline(givenTimeline(taskGiven()), extend));
    expect(event).toMatchObject({ type: 'TaskExtended', owner: 'Cy Fox' });
    expect(givenTimeline(taskGiven(), event).tasks.get(id('task'))).toMatchObject({
      owner: 'Cy Fox',
      dueAt: at('10:41'),
    });
    expect(refusalOf(whenTimeline(givenTimeline(taskGiven()), { ...extend, owner: ' ' }))).toBe('task.no-owner');
  });

  it('[TK4] is finished once', () => {
    expect(onlyEvent(whenTimeline(givenTimeline(taskGiven()), finish))).toMatchObject({
      outcome: 'done',
      result: 'lag is 0',
    });
    expect(refusalOf(whenTimeline(finished, finish))).toBe('task.finished');
    expect(refusalOf(whenTimeline(finished, { type: 'ExtendTask', task: id('task'), timeBoxMs: 1 }))).toBe(
      'task.finished',
    );
    expect(refusalOf(whenTimeline(givenTimeline(), finish))).toBe('task.unknown');
  });

  it('[TK5] may be done without words, but not dropped without a reason', () => {
    const state = givenTimeline(taskGiven());
    expect(whenTimeline(state, { ...finish, result: '' }).ok).toBe(true);
    expect(refusalOf(whenTimeline(state, { ...finish, outcome: 'dropped', result: '' }))).toBe('task.no-reason');
  });
});
