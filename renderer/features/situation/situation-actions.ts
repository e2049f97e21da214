import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { canRecordOnConsole } from '../../state/on-console.ts';
import { type Dialog, openDialog } from '../../state/view-store.ts';

const isRunning = (): boolean => {
  const status = incidentStore.getState().open?.state.lifecycle.status;
  return canRecordOnConsole() && (status === 'open' || status === 'restored');
};

const opens = (id: string, label: string, dialog: Dialog, isAvailable = canRecordOnConsole): AppAction => ({
  id,
  label,
  group: 'Command',
  isAvailable,
  run: () => openDialog(dialog),
});

export const situationActions: readonly AppAction[] = [
  // Changed under pressure, and looked for on the keyboard: impact, level, known.
  { ...opens('situation.impact', 'Change the impact', { name: 'impact' }), keys: 'Alt+I' },
  { ...opens('situation.severity', 'Change the severity', { name: 'severity' }), keys: 'Alt+L' },
  { ...opens('situation.facts', 'State what is known and unknown', { name: 'situation' }), keys: 'Alt+K' },
  opens('situation.data', 'Make the data statement', { name: 'data-statement' }),
  opens('situation.details', 'Change title, id or services', { name: 'details' }),
  opens('situation.playbook', "Adopt the library's playbook", { name: 'adopt-playbook' }),
  opens('situation.close', 'Close as false alarm, merged or cancelled', { name: 'close-incident' }, isRunning),
];
