import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog, viewStore } from '../../state/view-store.ts';
import { showSection } from './review-view.ts';
import { shownOutline } from './shown-outline.ts';

/** One action a section, a factor and an action of the review. */
export const reviewChoices = (): readonly AppAction[] => {
  const { open } = incidentStore.getState();
  if (!open || viewStore.getState().screen !== 'review') return [];
  const choice = (id: string, label: string, run: () => void): AppAction => ({
    id: `review.${id}`,
    label,
    group: 'Review',
    isAvailable: () => true,
    run,
  });
  const { factors, actions } = open.state.review;
  return [
    ...shownOutline().map(({ id, number, title }) =>
      choice(`section.${id}`, `Go to section ${number}, ${title}`, () => showSection(id)),
    ),
    ...[...actions.values()].map(({ id, text }) =>
      choice(`action.${id}`, `Change the action: ${text}`, () => openDialog({ name: 'action', action: id })),
    ),
    ...[...factors.values()].map(({ id, text }) =>
      choice(`factor.${id}`, `Change the factor: ${text}`, () => openDialog({ name: 'factor', factor: id })),
    ),
  ];
};
