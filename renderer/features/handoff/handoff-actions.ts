import { commandRole, leadRole } from '../../../shared/roles/role-holders.ts';
import type { AppAction } from '../../state/action.ts';
import { beginHandoff } from '../../state/begin-handoff.ts';
import { isOnConsole } from '../../state/on-console.ts';
import { leaveWorkspace, showWorkspace, viewStore } from '../../state/view-store.ts';
import { liveAccept } from './live-handoff.ts';

const isInHandoff = (): boolean => isOnConsole() && viewStore.getState().workspace.name === 'handoff';

export const handoffActions: readonly AppAction[] = [
  {
    id: 'handoff.command',
    label: 'Hand off command',
    group: 'People',
    keys: 'Alt+H',
    isAvailable: isOnConsole,
    run: () => beginHandoff(commandRole),
  },
  {
    id: 'handoff.lead',
    label: 'Hand off the lead',
    group: 'People',
    isAvailable: isOnConsole,
    run: () => beginHandoff(leadRole),
  },
  {
    id: 'handoff.brief',
    label: 'Show the brief',
    group: 'People',
    isAvailable: isOnConsole,
    run: () => showWorkspace({ name: 'handoff', role: commandRole }),
  },
  {
    id: 'handoff.accept',
    label: 'I have command',
    group: 'People',
    keys: 'Ctrl+Enter',
    isAvailable: () => isInHandoff() && liveAccept() !== undefined,
    run: () => liveAccept()?.(),
  },
  {
    id: 'handoff.print',
    label: 'Print the brief',
    group: 'People',
    keys: 'Ctrl+P',
    isAvailable: isInHandoff,
    run: () => window.print(),
  },
  {
    id: 'handoff.leave',
    label: 'Back to the timeline, hand-off waits',
    group: 'People',
    keys: 'Escape',
    isAvailable: isInHandoff,
    run: leaveWorkspace,
  },
];
