import { expect, test } from 'vitest';
import { libraryHeadline } from '../../../../renderer/features/library/library-headline.ts';
import { type IncidentSummary, projectSummary } from '../../../../shared/incident/summary.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest, toInstant } from '../../../support/incident-player.ts';

const summary = (
  title: string,
  end: 'open' | 'restored' | 'cancelled',
  { drill = false, at = '09:00' } = {},
): IncidentSummary => {
  const player = createPlayer();
  player.must(at, { type: 'DeclareIncident', title, severity: 'SEV2', playbook: testDigest, drill });
  player.must('09:05', { type: 'ChangeImpact', level: 'none' });
  if (end === 'restored')
    player.must('09:30', {
      type: 'ReachMilestone',
      milestone: 'recovered',
      evidence: ['graph'],
      reason: 'healed by itself',
    });
  if (end === 'cancelled')
    player.must('09:30', { type: 'CloseIncident', as: 'cancelled', reason: 'declared in error' });
  return projectSummary(player.state(), defaultPlaybook) as IncidentSummary;
};
const headline = (...incidents: readonly IncidentSummary[]) => libraryHeadline(incidents, toInstant('10:00'));

test('[LI5] what runs comes first, then what is restored and not followed up, with the way on', () => {
  const [open, restored] = [summary('Checkout', 'open'), summary('Search', 'restored')];
  expect(headline(restored, open)).toMatchObject({
    kind: 'running',
    what: 'Checkout has been running for 1h 00m',
    goOn: { incident: open, screen: 'console' },
  });
  expect(headline(restored)).toMatchObject({
    what: 'Search is restored; its review is not written',
    goOn: { incident: restored, screen: 'review' },
  });
});

test('[LI11] a start ahead of this clock is said to be so, never a negative duration', () => {
  expect(libraryHeadline([summary('Checkout', 'open')], toInstant('08:30')).what).toBe(
    'Checkout is running; its start is 30m 00s ahead of this clock',
  );
  expect(libraryHeadline([summary('Checkout', 'cancelled')], toInstant('08:30')).why).toBe(
    'Last incident Checkout, its start is 30m 00s ahead of this clock.',
  );
});

test('[LI12] of a very long title the bar shows the beginning, and the figure stays in sight', () => {
  const { what } = headline(summary(`Checkout ${'and so on '.repeat(40)}`, 'open'));
  expect(what).toMatch(/^Checkout and so on .{60,75}… has been running for 1h 00m$/);
});

test('[LI6] without a list it does not say that nothing is running', () => {
  expect(libraryHeadline(undefined, toInstant('10:00'))).toEqual({
    kind: 'waiting',
    what: 'Not known yet what is running',
    why: 'The library is not read yet.',
  });
});

test('[LI8] a real incident comes before a newer exercise, and an exercise is called one', () => {
  const [real, drill] = [summary('Checkout', 'open'), summary('Search', 'open', { drill: true, at: '09:03' })];
  expect(headline(drill, real)).toMatchObject({
    what: 'Checkout has been running for 1h 00m',
    why: 'Nobody has command. Also running: 1 exercise.',
    goOn: { incident: real },
  });
  expect(headline(drill).what).toBe('The exercise “Search” has been running for 57m 00s');
  const [done, practised] = [summary('Login', 'restored'), summary('Mail', 'restored', { drill: true, at: '09:03' })];
  expect(headline(practised, done)).toMatchObject({
    goOn: { incident: done },
    why: 'Nothing is running. Also with an open follow-up: 1 exercise.',
  });
  expect(headline(drill, done).goOn).toMatchObject({ incident: drill });
});

test('[LI5] where nothing is left to do it says so', () => {
  const over = headline(summary('Search', 'cancelled'));
  expect(over).toMatchObject({ kind: 'waiting', what: 'Nothing is running' });
  expect(over.goOn).toBeUndefined();
  expect(headline().why).toBe('No incident was declared yet.');
});
