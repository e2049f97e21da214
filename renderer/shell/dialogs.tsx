import { useIncidentStore } from '../state/incident-store.ts';
import { useView } from '../state/view-store.ts';
import { actions } from './actions.ts';
import {
  AllCommands,
  DeclareDialog,
  GlobalKeysDialog,
  IdentityDialog,
  IncidentDialog,
  KeysDialog,
  RestoreDialog,
  ZoneDialog,
} from './parts.ts';

/** The one dialog that is open, if any. */
export const Dialogs = () => {
  const dialog = useView((view) => view.dialog);
  const isOpen = useIncidentStore(({ open }) => open !== undefined);
  if (!dialog) return null;
  switch (dialog.name) {
    case 'declare':
      return <DeclareDialog given={dialog} />;
    case 'identity':
      return <IdentityDialog />;
    case 'palette':
      return <AllCommands />;
    case 'keys':
      return <KeysDialog actions={actions} />;
    case 'global-keys':
      return <GlobalKeysDialog actions={actions} />;
    case 'restore':
      return <RestoreDialog offered={dialog.offered} />;
    case 'zone':
      return <ZoneDialog />;
    default:
      return isOpen ? <IncidentDialog dialog={dialog} /> : null;
  }
};
