import { waitingDecisions } from '../../../shared/timeline/decisions.ts';
import type { AppAction } from '../../state/action.ts';
import { currentInstant } from '../../state/clock.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { canRecordOnConsole } from '../../state/on-console.ts';
import { openDialog } from '../../state/view-store.ts';

export const decisionsActions: readonly AppAction[] = [
  {
    id: 'decision.make',
    label: 'Decide',
    group: 'Command',
    keys: 'Alt+D',
    isAvailable: canRecordOnConsole,
    run: () => {
      const { open } = incidentStore.getState();
      const [oldest] = open ? waitingDecisions(open.state.timeline, currentInstant()) : [];
      openDialog({ name: 'decision', ...(oldest ? { asked: oldest.id } : {}) });
    },
  },
  {
    id: 'decision.new',
    label: 'Record a decision that nobody asked for',
    group: 'Command',
    isAvailable: canRecordOnConsole,
    run: () => openDialog({ name: 'decision' }),
  },
  {
    id: 'decision.ask',
    label: 'Ask for a decision',
    group: 'Command',
    isAvailable: canRecordOnConsole,
    run: () => openDialog({ name: 'ask-decision' }),
  },
];
