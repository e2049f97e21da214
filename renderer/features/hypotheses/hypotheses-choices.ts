import { hypothesisBoard } from '../../../shared/timeline/hypotheses.ts';
import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog, viewStore } from '../../state/view-store.ts';

/** One action a hypothesis; a confirmed one can still be ruled out, and one that was ruled out opened again. */
export const hypothesesChoices = (): readonly AppAction[] => {
  const { open } = incidentStore.getState();
  if (open?.readOnly !== null || viewStore.getState().screen !== 'console') return [];
  const board = hypothesisBoard(open.state.timeline);
  return [...board.open, ...board.confirmed, ...board.refuted].map(({ event }) => ({
    id: `hypothesis.judge.${event.id}`,
    label: `Judge the hypothesis: ${event.text}`,
    group: 'Command',
    isAvailable: () => true,
    run: () => openDialog({ name: 'judge-hypothesis', hypothesis: event.id }),
  }));
};
