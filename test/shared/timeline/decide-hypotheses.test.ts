import { expect, it } from 'vitest';
import {
  at,
  givenTimeline,
  givenWithdrawals,
  hypothesisProposed,
  id,
  onlyEvent,
  refusalOf,
  whenTimeline,
} from '../../support/timeline-builders.ts';

const judge = {
  type: 'JudgeHypothesis',
  hypothesis: id('hypothesis'),
  state: 'refuted',
  result: 'rolled back, no change',
} as const;

it('[TL14] a hypothesis needs words and gets a number', () => {
  expect(refusalOf(whenTimeline(givenTimeline(), { type: 'ProposeHypothesis', text: '' }))).toBe('hypothesis.empty');
  expect(
    onlyEvent(
      whenTimeline(givenTimeline(), { type: 'ProposeHypothesis', text: 'DNS', confidence: 'likely', owner: 'Bob' }),
    ),
  ).toEqual({
    type: 'HypothesisProposed',
    id: 'new-1',
    occurredAt: at('10:31'),
    name: { tag: 'a', n: 1 },
    text: 'DNS',
    confidence: 'likely',
    owner: 'Bob',
  });
});

it('[TL15] a verdict needs what showed it, also a negative one', () => {
  const state = givenTimeline(hypothesisProposed());
  expect(refusalOf(whenTimeline(state, { ...judge, result: ' ' }))).toBe('hypothesis.no-result');
  expect(onlyEvent(whenTimeline(state, judge))).toMatchObject({ type: 'HypothesisJudged', state: 'refuted' });
});

it('[TL16] refuses a verdict on what is not there or was taken back', () => {
  expect(refusalOf(whenTimeline(givenTimeline(), judge))).toBe('hypothesis.unknown');
  const withdrawn = givenWithdrawals(hypothesisProposed(), {
    type: 'EventWithdrawn',
    id: id('w'),
    occurredAt: at('10:25'),
    event: id('hypothesis'),
    reason: 'slip',
  });
  expect(refusalOf(whenTimeline(withdrawn, judge))).toBe('hypothesis.withdrawn');
});
