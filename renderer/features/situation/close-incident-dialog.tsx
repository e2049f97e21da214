import { useState } from 'react';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { useApp } from '../../state/app-store.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './situation.module.css';

type As = 'false-alarm' | 'merged' | 'cancelled';

/** Ends what was no incident, was another's, or never should have been. What was sent outside has to be retracted. */
export const CloseIncidentDialog = () => {
  const id = useIncident((open) => open.id);
  const sent = useIncident((open) => open.state.updates.sent.size);
  const incidents = useApp((app) => app.incidents);
  const form = useCommandForm();
  const [as, setAs] = useState<As>('false-alarm');
  const [reason, setReason] = useState('');
  const [parent, setParent] = useState<IncidentId | null>(null);
  const others = (incidents ?? []).filter((incident) => incident.id !== id);
  const told = sent === 0 ? undefined : `${sent === 1 ? '1 update was' : `${sent} updates were`} sent. Tell them too.`;
  return (
    <DialogFrame
      intro={intros[as]}
      note={form.problemBeside('reason', 'parent') ?? told}
      onCancel={closeDialog}
      primary={{
        label: 'Close incident',
        onPress: () =>
          void form.record({
            type: 'CloseIncident',
            as,
            reason,
            ...(as === 'merged' && parent !== null ? { parent } : {}),
          }),
        unavailable: form.unavailable,
      }}
      title="Close without resolving"
      width="narrow"
    >
      <div className={styles.fields}>
        <Segmented label="Close as" look="boxed" onChange={setAs} options={choices} value={as} />
        {as === 'merged' ? (
          <Select
            label="Part of"
            onChange={setParent}
            options={others.map((incident) => ({
              id: incident.id,
              label: incident.title,
              detail: incident.key,
            }))}
            problem={form.problemOf('parent')}
            value={parent}
          />
        ) : null}
        <TextField autoFocus label="Why" onChange={setReason} problem={form.problemOf('reason')} value={reason} />
      </div>
    </DialogFrame>
  );
};

const choices: readonly { readonly id: As; readonly label: string }[] = [
  { id: 'false-alarm', label: 'False alarm' },
  { id: 'merged', label: 'Merged' },
  { id: 'cancelled', label: 'Cancelled' },
];

const intros: Readonly<Record<As, string>> = {
  'false-alarm': 'Nothing was wrong. Only the time to acknowledge counts.',
  merged: 'It is a part of another incident and counts there.',
  cancelled: 'A drill that ends, or declared in error. It counts nowhere.',
};
