import { mostUrgentAudience } from '../../../shared/updates/urgency.ts';
import type { AppAction } from '../../state/action.ts';
import { currentInstant } from '../../state/clock.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { canRecordOnConsole, isOnConsole, isOnTimeline } from '../../state/on-console.ts';
import { showWorkspace, writeEntry } from '../../state/view-store.ts';

export const updatesPanelActions: readonly AppAction[] = [
  {
    id: 'updates.write',
    label: 'Write the most urgent update',
    group: 'Updates',
    keys: 'Alt+U',
    isAvailable: isOnConsole,
    run: () => {
      const { open } = incidentStore.getState();
      if (!open) return;
      const { lifecycle, timeline, updates } = open.state;
      const input = { playbook: open.playbook, lifecycle, timeline, updates };
      const urgent = mostUrgentAudience(input, currentInstant());
      showWorkspace({ name: 'composer', audience: urgent?.audience ?? 'public' });
    },
  },
  {
    id: 'updates.promise',
    label: 'Note a next update promised outside a text',
    group: 'Updates',
    isAvailable: () => isOnTimeline() && canRecordOnConsole(),
    run: () => writeEntry('!promise '),
  },
];
