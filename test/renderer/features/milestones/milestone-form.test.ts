import { expect, test } from 'vitest';
import {
  emptyValues,
  type MilestoneValues,
  missingIn,
  toCorrect,
  toReach,
  valuesOf,
} from '../../../../renderer/features/milestones/milestone-form.ts';
import { momentText } from '../../../../renderer/features/milestones/moment-text.ts';
import { toInstant } from '../../../support/incident-player.ts';

const now = toInstant('10:31');

test('[MSF1] only what was typed and belongs to the milestone goes into the command', () => {
  expect(toReach('acknowledged', { ...emptyValues, cause: 'x', change: 'y' }, 'UTC', now)).toEqual({
    type: 'ReachMilestone',
    milestone: 'acknowledged',
  });
  expect(
    toReach(
      'fixed',
      {
        ...emptyValues,
        at: { text: '10:10' },
        change: 'flag off ',
        check: 'payments pass',
        evidence: 'graph\n\nlink ',
      },
      'UTC',
      now,
    ),
  ).toEqual({
    type: 'ReachMilestone',
    milestone: 'fixed',
    at: toInstant('10:10'),
    typed: { text: '10:10', zone: 'UTC', offsetMinutes: 0 },
    evidence: ['graph', 'link'],
    fix: { change: 'flag off', check: 'payments pass' },
  });
});

test('[MSF7] a form begins with what a line said, to the moment it meant', () => {
  const command = {
    type: 'ReachMilestone',
    milestone: 'fixed',
    at: toInstant('10:05'),
    typed: { text: '10:05', zone: 'Europe/Prague', offsetMinutes: 60 },
    fix: { change: 'rolled back', check: '' },
  } as const;
  const values = valuesOf(command);
  expect(values).toEqual({
    ...emptyValues,
    at: { text: '10:05', chosen: toInstant('10:05') },
    change: 'rolled back',
  });
  expect(toReach('fixed', { ...values, check: 'payments pass' }, 'UTC', now)).toMatchObject({
    at: toInstant('10:05'),
    fix: { change: 'rolled back', check: 'payments pass' },
  });
  expect(valuesOf({ type: 'ReachMilestone', milestone: 'recovered', evidence: ['a', 'b'] }).evidence).toBe('a\nb');
});

test('[MSF8] a triage that says a level without words, or words without a level, is not sent by half', () => {
  const half = (part: Partial<MilestoneValues>) => {
    const values = { ...emptyValues, ...part };
    expect(toReach('triaged', values, 'UTC', now)).toBeUndefined();
    return Object.keys(missingIn('triaged', values));
  };
  expect(half({ impact: 'cards are refused' })).toEqual(['level']);
  expect(half({ level: 'partial', impact: ' ' })).toEqual(['impact']);
  expect(half({ scope: '38 %' })).toEqual(['level', 'impact']);
  expect(missingIn('triaged', emptyValues)).toEqual({});
  expect(
    toReach('triaged', { ...emptyValues, level: 'partial', impact: 'cards are refused' }, 'UTC', now),
  ).toMatchObject({
    impact: { level: 'partial', text: 'cards are refused' },
  });
  expect(toReach('fixed', { ...emptyValues, level: 'partial' }, 'UTC', now)).toBeDefined();
});

test('[MSF2] a time that cannot be read or has to be asked makes no command', () => {
  expect(toReach('fixed', { ...emptyValues, at: { text: 'soon' } }, 'UTC', now)).toBeUndefined();
  expect(toReach('fixed', { ...emptyValues, at: { text: '22:00' } }, 'UTC', now)).toBeUndefined();
  const unsure = { ...emptyValues, isUnsure: true, earliest: { text: 'x' }, latest: { text: '10:12' } };
  expect(toReach('fixed', unsure, 'UTC', now)).toBeUndefined();
});

test('[MSF3] an estimate with both ends is a range, with one or none it stays an estimate', () => {
  const unsure = { ...emptyValues, isUnsure: true, earliest: { text: '10:05' }, latest: { text: '10:12' } };
  expect(toReach('failure', unsure, 'UTC', now)).toMatchObject({
    estimated: true,
    range: { earliest: toInstant('10:05'), latest: toInstant('10:12') },
  });
  expect(toReach('failure', { ...unsure, latest: { text: '' } }, 'UTC', now)).not.toHaveProperty('range');
});

test('[MSF4] a corrected claim keeps its instant to the millisecond when the time was not touched', () => {
  const values = { ...emptyValues, at: { text: '10:10' }, evidence: 'trace' };
  expect(toCorrect('fixed', values, '10:10', 'UTC', now)).toEqual({
    type: 'CorrectMilestone',
    milestone: 'fixed',
    evidence: ['trace'],
  });
  expect(toCorrect('fixed', values, '10:09', 'UTC', now)).toMatchObject({ at: toInstant('10:10') });
});

test('[MSF5] an instant is offered as it could be typed again', () => {
  expect(momentText(toInstant('10:10'), 'UTC', now)).toBe('10:10');
  expect(momentText(toInstant('10:10:07'), 'UTC', now)).toBe('10:10:07');
  expect(momentText(toInstant('2026-03-01T10:10:00.000Z'), 'Europe/Prague', now)).toBe('2026-03-01 11:10');
});
