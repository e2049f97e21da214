import { expect, it } from 'vitest';
import { decidedWords, decisionsToReview, waitedMs, waitingDecisions } from '../../../shared/timeline/decisions.ts';
import { at, decisionAsked, decisionMade, givenTimeline, id } from '../../support/timeline-builders.ts';

it('[DE6] lists what waits, the longest wait first, with its age', () => {
  const state = givenTimeline(
    decisionAsked({ id: id('late'), occurredAt: at('10:28'), askedBy: 'Bob' }),
    decisionAsked({ id: id('early'), occurredAt: at('10:16') }),
    decisionAsked({ id: id('answered') }),
    decisionMade({ asked: id('answered') }),
  );
  expect(waitingDecisions(state, at('10:31'))).toMatchObject([
    { id: 'early', ageMs: 15 * 60_000, askedBy: 'Ann Lee' },
    { id: 'late', ageMs: 3 * 60_000, askedBy: 'Bob' },
  ]);
});

it('[DE7] knows how long each answer to a question took, also the second of two devices', () => {
  const state = givenTimeline(
    decisionAsked({ occurredAt: at('10:20') }),
    decisionMade({ asked: id('question'), occurredAt: at('10:25') }),
    decisionMade({ id: id('other'), asked: id('question'), occurredAt: at('10:26') }),
    decisionMade({ id: id('unasked') }),
  );
  expect([...state.decisions.values()].map(waitedMs)).toEqual([300_000, 360_000, undefined]);
});

it('[DE8] a decision comes up again at its review time, not before', () => {
  const state = givenTimeline(decisionMade({ reviewAt: at('11:00') }), decisionMade({ id: id('forever') }));
  expect(decisionsToReview(state, at('10:59:59'))).toEqual([]);
  expect(decisionsToReview(state, at('11:00')).map(({ event }) => event.id)).toEqual(['decision']);
});

it('[DE10] a decision that is its own question is said once', () => {
  expect(decidedWords({ question: 'Roll back now?', chosen: 'Roll back' })).toBe('Roll back now? Roll back');
  expect(decidedWords({ question: 'The queue', chosen: 'drain it' })).toBe('The queue: drain it');
  expect(decidedWords({ question: 'drain the queue', chosen: 'drain the queue' })).toBe('drain the queue');
  expect(decidedWords({ question: '', chosen: 'drain the queue' })).toBe('drain the queue');
});
