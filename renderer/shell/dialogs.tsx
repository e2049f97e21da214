import { useMemo } from 'react';
import { useIncidentStore } from '../state/incident-store.ts';
import { KeptForm } from '../state/kept-form.tsx';
import { placeOfDialog } from '../state/typed-store.ts';
import { type Dialog, useView } from '../state/view-store.ts';
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
  const open = useIncidentStore((incident) => incident.open?.id);
  // A declaration opens its incident before it is done, and stays the form that it is.
  const owner = dialog?.name === 'declare' ? undefined : open;
  // Once for every opening: it goes by what was left until then.
  const place = useMemo(() => dialog && placeOfDialog(owner, dialog), [owner, dialog]);
  if (!dialog || !place) return null;
  return (
    <KeptForm {...place}>
      <OpenDialog dialog={dialog} isInIncident={open !== undefined} />
    </KeptForm>
  );
};

interface OpenDialogProps {
  readonly dialog: Dialog;
  readonly isInIncident: boolean;
}

const OpenDialog = ({ dialog, isInIncident }: OpenDialogProps) => {
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
      return isInIncident ? <IncidentDialog dialog={dialog} /> : null;
  }
};
