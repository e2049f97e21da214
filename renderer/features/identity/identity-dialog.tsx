import { useState } from 'react';
import { setIdentity, useApp } from '../../state/app-store.ts';
import { closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Who types from now on: one gesture when the laptop is handed over. What was recorded keeps its author. */
export const IdentityDialog = () => {
  const identity = useApp((app) => app.info?.identity);
  const [person, setPerson] = useState(identity?.person ?? '');
  const [device, setDevice] = useState(identity?.device ?? '');
  const save = async () => {
    await setIdentity(person.trim(), device.trim());
    closeDialog();
  };
  return (
    <DialogFrame
      intro="A name is a claim, not a proof: there is no login here."
      onCancel={closeDialog}
      primary={{ label: 'Use this name', onPress: () => void save() }}
      title="Who types"
      width="narrow"
    >
      <TextField
        autoFocus
        hint="Optional. Stands beside everything recorded from now on."
        label="Name"
        onChange={setPerson}
        value={person}
      />
      <TextField
        hint="Short; names the entries of this device, such as ann-7."
        label="Device tag"
        maxLength={20}
        onChange={setDevice}
        value={device}
      />
    </DialogFrame>
  );
};
