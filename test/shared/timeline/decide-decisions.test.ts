import { describe, expect, it } from 'vitest';
import {
  at,
  decisionAsked,
  decisionMade,
  givenTimeline,
  id,
  onlyEvent,
  refusalOf,
  whenTimeline,
} from '../../support/timeline-builders.ts';

const make = { type: 'MakeDecision', chosen: 'Read-only catalogue' } as const;

describe('asking for a decision', () => {
  it('[DE1] needs a question and numbers it', () => {
    expect(refusalOf(whenTimeline(givenTimeline(), { type: 'AskDecision', question: ' ' }))).toBe(
      'decision.no-question',
    );
    expect(onlyEvent(whenTimeline(givenTimeline(), { type: 'AskDecision', question: 'Fail over?' }))).toMatchObject({
      type: 'DecisionAsked',
      name: { tag: 'a', n: 1 },
      question: 'Fail over?',
      options: [],
    });
  });
});

describe('making a decision', () => {
  it('[DE2] needs what was chosen; who decided is who types, unless said otherwise', () => {
    expect(refusalOf(whenTimeline(givenTimeline(), { ...make, chosen: '' }))).toBe('decision.nothing-chosen');
    expect(onlyEvent(whenTimeline(givenTimeline(), make))).toMatchObject({
      decidedBy: 'Ann Lee',
      question: '',
      options: [],
    });
    expect(onlyEvent(whenTimeline(givenTimeline(), make, { by: { person: '', device: 'b' } }))).toMatchObject({
      decidedBy: 'someone on b',
    });
    expect(onlyEvent(whenTimeline(givenTimeline(), { ...make, decidedBy: 'Bob' }))).toMatchObject({ decidedBy: 'Bob' });
  });

  it('[DE9] is looked at again after it was made, never before', () => {
    const reviewed = (reviewAt: string) =>
      whenTimeline(givenTimeline(), { ...make, at: at('09:00'), reviewAt: at(reviewAt) });
    expect(onlyEvent(reviewed('09:30'))).toMatchObject({ reviewAt: at('09:30') });
    expect(refusalOf(reviewed('09:00'))).toBe('decision.review-past');
  });

  it('[DE3] copies question and options of the question that it answers', () => {
    const asked = decisionAsked();
    expect(onlyEvent(whenTimeline(givenTimeline(asked), { ...make, asked: asked.id }))).toMatchObject({
      type: 'DecisionMade',
      asked: 'question',
      question: asked.question,
      options: asked.options,
      name: { tag: 'a', n: 2 },
    });
  });

  it('[DE4] refuses to answer what nobody asks, or what was answered', () => {
    expect(refusalOf(whenTimeline(givenTimeline(), { ...make, asked: id('question') }))).toBe('decision.unknown');
    const answered = givenTimeline(decisionAsked(), decisionMade({ asked: id('question') }));
    expect(refusalOf(whenTimeline(answered, { ...make, asked: id('question') }))).toBe('decision.answered');
  });

  it.each([
    [1, true],
    [1.5, true],
    [2, true],
    [2.01, false],
    [0.5, false],
    [Number.NaN, false],
  ])('[DE5] stretching the cadence %d-fold is accepted: %s', (cadenceFactor, isAccepted) => {
    expect(whenTimeline(givenTimeline(), { ...make, cadenceFactor }).ok).toBe(isAccepted);
  });
});
