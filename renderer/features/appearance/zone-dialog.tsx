import { useState } from 'react';
import { isZone } from '../../../shared/kernel/zone.ts';
import { useZone } from '../../state/app-store.ts';
import { closeDialog } from '../../state/view-store.ts';
import { chooseZone } from '../../state/zone-choice.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';

/** Any zone that this machine knows, by its IANA name. */
export const ZoneDialog = () => {
  const shown = useZone();
  const [zones] = useState(() => Intl.supportedValuesOf('timeZone').map((id) => ({ id, label: id })));
  const [text, setText] = useState(shown);
  const [problem, setProblem] = useState<string>();
  const choose = () => {
    const zone = text.trim();
    if (!isZone(zone)) {
      setProblem('This machine knows no such zone. A name reads like Europe/Berlin or America/New_York.');
      return;
    }
    chooseZone(zone);
    closeDialog();
  };
  return (
    <DialogFrame
      intro="Only how times are shown and typed here. What is recorded stays the same moment."
      onCancel={closeDialog}
      primary={{ label: 'Show times in this zone', onPress: choose }}
      title="Time zone"
      width="narrow"
    >
      <ComboBox
        autoFocus
        hint="Its IANA name, for example Europe/Berlin."
        label="Zone"
        onChange={(zone) => {
          setProblem(undefined);
          setText(zone);
        }}
        problem={problem}
        suggestions={zones}
        value={text}
      />
    </DialogFrame>
  );
};
