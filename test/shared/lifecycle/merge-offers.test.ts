import { expect, test } from 'vitest';
import { mergeOffers, takeOver } from '../../../shared/lifecycle/merge-offers.ts';
import { toInstant } from '../../support/incident-player.ts';

const facts = (failure?: string, alerted?: string, detected?: string) => ({
  ...(failure === undefined ? {} : { failure: { at: toInstant(failure), estimated: true } }),
  ...(alerted === undefined ? {} : { alerted: { at: toInstant(alerted) } }),
  ...(detected === undefined ? {} : { detected: { at: toInstant(detected) } }),
});

test('[MS47] what is earlier in the merged one is offered, or missing in its parent; nothing else', () => {
  expect(mergeOffers(facts('09:00', '09:04', '09:05'), facts('09:10', undefined, '09:05'))).toEqual([
    { milestone: 'failure', at: toInstant('09:00'), estimated: true, was: toInstant('09:10') },
    { milestone: 'alerted', at: toInstant('09:04') },
  ]);
  expect(mergeOffers(facts('09:10'), facts('09:00'))).toEqual([]);
  expect(mergeOffers(facts(), facts('09:00'))).toEqual([]);
});

test('[MS47] taken over it is a correction where the parent has the milestone, else it is reached', () => {
  const [failure, alerted] = mergeOffers(facts('09:00', '09:04'), facts('09:10'));
  if (!failure || !alerted) throw new Error('Two are offered.');
  expect(takeOver(failure, 'INC-2')).toEqual({
    type: 'CorrectMilestone',
    milestone: 'failure',
    at: toInstant('09:00'),
    estimated: true,
    reason: 'Earlier in INC-2, which is merged into this one',
  });
  expect(takeOver(alerted, 'INC-2').type).toBe('ReachMilestone');
});
