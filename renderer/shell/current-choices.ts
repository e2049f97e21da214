import { checklistChoices } from '../features/checklist/checklist-choices.ts';
import { composerChoices } from '../features/composer/composer-choices.ts';
import { decisionsChoices } from '../features/decisions/decisions-choices.ts';
import { hypothesesChoices } from '../features/hypotheses/hypotheses-choices.ts';
import { libraryChoices } from '../features/library/library-actions.ts';
import { peopleChoices } from '../features/people/people-choices.ts';
import { reviewChoices } from '../features/review/review-choices.ts';
import { timelineChoices } from '../features/timeline/timeline-choices.ts';
import type { AppAction } from '../state/action.ts';
import { currentOffers } from '../ui/offers.ts';

/** Actions about one thing that there is now: this task, that role. Made when they are asked for. */
export const currentChoices = (): readonly AppAction[] => [
  ...timelineChoices(),
  ...composerChoices(),
  ...peopleChoices(),
  ...decisionsChoices(),
  ...hypothesesChoices(),
  ...checklistChoices(),
  ...reviewChoices(),
  ...libraryChoices(),
  ...offeredChoices(),
];

/** What the controls on screen can do beyond that. */
const offeredChoices = (): readonly AppAction[] =>
  currentOffers().map((offer) => ({ ...offer, group: 'On this screen', isAvailable: () => true }));
