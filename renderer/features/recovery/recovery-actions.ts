import type { AppAction } from '../../state/action.ts';
import { canRecordOnConsole, isOnConsole } from '../../state/on-console.ts';
import { openDialog } from '../../state/view-store.ts';

export const recoveryActions: readonly AppAction[] = [
  {
    id: 'recovery.record',
    label: 'Record objectives and restore times (RPO, RTO)',
    group: 'Command',
    isAvailable: isOnConsole,
    run: () => openDialog({ name: 'recovery-track' }),
  },
  {
    id: 'recovery.progress',
    label: 'Note how far a restore is',
    group: 'Command',
    isAvailable: canRecordOnConsole,
    run: () => openDialog({ name: 'restore-progress' }),
  },
];
