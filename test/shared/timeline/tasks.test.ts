import { expect, it } from 'vitest';
import { busyPeople, openTasks } from '../../../shared/timeline/tasks.ts';
import { at, givenTimeline, id, taskGiven } from '../../support/timeline-builders.ts';

const minute = 60_000;
const stateAt = (timeBoxMs: number, clock: string) =>
  openTasks(givenTimeline(taskGiven({ timeBoxMs, occurredAt: at('10:00') })), at(clock), { soonMinutes: 5 })[0]?.state;

it.each([
  [20 * minute, '10:14:59', 'ok'],
  [20 * minute, '10:15', 'soon'],
  [20 * minute, '10:19:59', 'soon'],
  [20 * minute, '10:20', 'over'],
  [6 * minute, '10:02:59', 'ok'],
  [6 * minute, '10:03', 'soon'],
])('[TK6] a box of %d ms from 10:00 is at %s %s', (timeBoxMs, clock, expected) => {
  expect(stateAt(timeBoxMs, clock)).toBe(expected);
});

it('[TK7] the most urgent come first, those without a box last as given, finished ones not at all', () => {
  const state = givenTimeline(
    taskGiven({ id: id('free-1') }),
    taskGiven({ id: id('long'), timeBoxMs: 30 * minute }),
    taskGiven({ id: id('free-2'), owner: 'Cy Fox' }),
    taskGiven({ id: id('short'), timeBoxMs: 5 * minute }),
    taskGiven({ id: id('done'), owner: 'Dee Oz', timeBoxMs: minute }),
    { type: 'TaskFinished', id: id('f'), occurredAt: at('10:25'), task: id('done'), outcome: 'done', result: '' },
  );
  const tasks = openTasks(state, at('10:31'), { soonMinutes: 5 });
  expect(tasks.map((task) => task.id)).toEqual(['short', 'long', 'free-1', 'free-2']);
  expect(tasks[0]).toMatchObject({ leftMs: -6 * minute, state: 'over', dueAt: at('10:25') });
  expect(busyPeople(state)).toEqual(['Bob Ray', 'Cy Fox']);
});

it('[TK8] a new box counts from the moment of extending', () => {
  const state = givenTimeline(taskGiven({ timeBoxMs: 5 * minute, occurredAt: at('10:00') }), {
    type: 'TaskExtended',
    id: id('x'),
    occurredAt: at('10:06'),
    task: id('task'),
    timeBoxMs: 10 * minute,
  });
  expect(openTasks(state, at('10:08'), { soonMinutes: 5 })).toMatchObject([{ dueAt: at('10:16'), state: 'ok' }]);
});
