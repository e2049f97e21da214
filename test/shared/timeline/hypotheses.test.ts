import { expect, it } from 'vitest';
import { hypothesisBoard, testOverdueMs } from '../../../shared/timeline/hypotheses.ts';
import type { HypothesisJudged } from '../../../shared/timeline/timeline-events.ts';
import { at, givenTimeline, hypothesisProposed, id } from '../../support/timeline-builders.ts';

const judged = (hypothesis: string, state: HypothesisJudged['state'], clock = '10:25'): HypothesisJudged => ({
  type: 'HypothesisJudged',
  id: id(`${hypothesis}-${state}`),
  occurredAt: at(clock),
  hypothesis: id(hypothesis),
  state,
  result: 'as tested',
});
const currentOf = (state: Parameters<typeof hypothesisBoard>[0]) => hypothesisBoard(state).current?.event.id;

it('[TL10] the current one is the most trusted open one, the newer of equals', () => {
  const state = givenTimeline(
    hypothesisProposed({ id: id('likely'), confidence: 'likely' }),
    hypothesisProposed({ id: id('guess') }),
  );
  expect(currentOf(state)).toBe('likely');
  expect(currentOf(givenTimeline(hypothesisProposed({ id: id('h1') }), hypothesisProposed({ id: id('h2') })))).toBe(
    'h2',
  );
  expect(currentOf(givenTimeline())).toBeUndefined();
});

it('[TL11] a confirmed one goes before every open one, the last confirmed before the others', () => {
  const state = givenTimeline(
    hypothesisProposed({ id: id('h1') }),
    hypothesisProposed({ id: id('h2') }),
    hypothesisProposed({ id: id('h3'), confidence: 'confirmed' }),
    judged('h2', 'confirmed', '10:24'),
    judged('h1', 'confirmed', '10:26'),
  );
  expect(currentOf(state)).toBe('h1');
});

it('[TL12] ruled out stays in sight and can be opened again', () => {
  const proposed = hypothesisProposed({ id: id('h1') });
  const refuted = givenTimeline(proposed, judged('h1', 'refuted'));
  expect(hypothesisBoard(refuted)).toMatchObject({
    open: [],
    refuted: [{ result: 'as tested', judgedAt: at('10:25') }],
  });
  expect(currentOf(givenTimeline(proposed, judged('h1', 'refuted'), judged('h1', 'open')))).toBe('h1');
});

it('[TL13] a promised test result is overdue from its instant on, while the hypothesis is open', () => {
  const proposed = hypothesisProposed({ id: id('h1'), testDueAt: at('10:30') });
  const hypothesis = (...events: readonly HypothesisJudged[]) =>
    givenTimeline(proposed, ...events).hypotheses.get(id('h1')) ?? expect.fail('no hypothesis');
  expect(testOverdueMs(hypothesis(), at('10:29:59'))).toBeUndefined();
  expect(testOverdueMs(hypothesis(), at('10:31'))).toBe(60_000);
  expect(testOverdueMs(hypothesis(judged('h1', 'refuted')), at('10:31'))).toBeUndefined();
});
