import { waitingDecisions } from '../../../shared/timeline/decisions.ts';
import type { AppAction } from '../../state/action.ts';
import { currentInstant } from '../../state/clock.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog, viewStore } from '../../state/view-store.ts';

/** One action a question that waits. */
export const decisionsChoices = (): readonly AppAction[] => {
  const { open } = incidentStore.getState();
  if (open?.readOnly !== null || viewStore.getState().screen !== 'console') return [];
  return waitingDecisions(open.state.timeline, currentInstant()).map(({ id, question }) => ({
    id: `decision.answer.${id}`,
    label: `Answer: ${question}`,
    group: 'Command',
    isAvailable: () => true,
    run: () => openDialog({ name: 'decision', asked: id }),
  }));
};
