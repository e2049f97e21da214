import type { Command } from '../../shared/incident/command.ts';
import type { ReviewSection } from '../../shared/review/review-events.ts';

const factor = (name: string, text: string, category: string, effect: 'made-worse' | 'made-better') => ({
  name,
  clock: '10:31',
  commands: [{ type: 'AddFactor', text, category, effect, entries: [] }] as readonly Command[],
});

const action = (name: string, text: string, actionType: 'prevent' | 'detect', due: string) => ({
  name,
  clock: '10:32',
  commands: [
    { type: 'AddAction', text, actionType, owner: 'Bob Ray', due, priority: 'P1', mustBeforeResolve: false },
  ] as readonly Command[],
});

const written = (section: ReviewSection, markdown: string) => ({
  name: section,
  clock: '10:33',
  commands: [{ type: 'WriteSection', section, markdown }] as readonly Command[],
});

/** The review, an hour after: factors, actions, what people wrote, and how far it is. */
export const reviewSteps = [
  {
    name: 'review-owner',
    clock: '10:30',
    commands: [{ type: 'SetReviewDetails', owner: 'Bob Ray', meetingDate: '2026-11-25' }] as readonly Command[],
  },
  factor('flag', 'A flag could be switched on for everyone at once', 'prevent.code-quality', 'made-worse'),
  factor('rollback', 'The flag could be switched off within a minute', 'recover.cd', 'made-better'),
  action('limit', 'Limit database connections per service', 'prevent', '2026-12-07'),
  action('alert', 'Alert when connections pass 80 % of the pool', 'detect', '2026-12-14'),
  written(
    'summary',
    'A release switched on a flag that **doubled** database connections. Checkout failed for 33 minutes.',
  ),
  written(
    'what-happened',
    '## How it looked then\n\nThe provider was suspected first; it was as fast as the day before.',
  ),
  written('went-well', 'The rollback was ordered before the cause was known.'),
  written('outside-summary', 'Payments failed for half an hour. We switched off what caused it.'),
  {
    name: 'in-review',
    clock: '10:40',
    commands: [{ type: 'ChangeReviewStatus', status: 'in-review' }] as readonly Command[],
  },
  {
    name: 'reviewed',
    clock: '10:41',
    commands: [
      { type: 'ChangeReviewStatus', status: 'reviewed', reason: 'The rest follows after the meeting' },
    ] as readonly Command[],
  },
];
