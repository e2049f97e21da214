import { toUpdatesInput } from '../../../shared/incident/to-updates-input.ts';
import { mostUrgentAudience } from '../../../shared/updates/urgency.ts';
import type { AppAction } from '../../state/action.ts';
import { currentInstant } from '../../state/clock.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { isOnConsole } from '../../state/on-console.ts';
import { leaveWorkspace, showWorkspace, viewStore } from '../../state/view-store.ts';
import { liveComposer } from './live-composer.ts';

const isComposing = (): boolean => {
  const { screen, workspace } = viewStore.getState();
  return screen === 'console' && workspace.name === 'composer';
};
const isLive = (): boolean => isComposing() && liveComposer() !== undefined;

const writeNoChange = (): void => {
  const composer = liveComposer();
  const { open } = incidentStore.getState();
  if (isComposing() && composer) {
    composer.useNoChange();
    return;
  }
  if (!open) return;
  const urgent = mostUrgentAudience(toUpdatesInput(open.state, open.playbook, 'UTC'), currentInstant());
  showWorkspace({ name: 'composer', audience: urgent?.audience ?? 'public', noChange: true });
};

export const composerActions: readonly AppAction[] = [
  {
    id: 'updates.copy',
    label: 'Copy update',
    group: 'Updates',
    keys: 'Ctrl+Enter',
    isAvailable: isLive,
    run: () => liveComposer()?.copy(),
  },
  {
    id: 'updates.mark-sent',
    label: 'Mark as sent',
    group: 'Updates',
    keys: 'Alt+S',
    isAvailable: isLive,
    run: () => liveComposer()?.markSent(),
  },
  {
    id: 'updates.no-change',
    label: 'Use the no-change text',
    group: 'Updates',
    keys: 'Alt+0',
    isAvailable: isOnConsole,
    run: writeNoChange,
  },
  {
    id: 'updates.start-again',
    label: 'Start again from the facts',
    group: 'Updates',
    isAvailable: isLive,
    run: () => liveComposer()?.startAgain(),
  },
  {
    id: 'updates.leave',
    label: 'Back to the timeline, draft kept',
    group: 'Updates',
    keys: 'Escape',
    isAvailable: isComposing,
    run: leaveWorkspace,
  },
];
