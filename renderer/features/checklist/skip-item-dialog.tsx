import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** A line that does not apply is skipped with a reason, so that nobody wonders later whether it was forgotten. */
export const SkipItemDialog = ({ item }: { readonly item: string }) => {
  const text = useIncident((open) => open.playbook.checklists.find(({ id }) => id === item)?.text);
  const [reason, setReason] = useTyped('reason', '');
  const form = useCommandForm([reason]);
  return (
    <DialogFrame
      note={form.problemBeside('reason')}
      onCancel={closeDialog}
      primary={{
        label: 'Skip line',
        onPress: () => void form.record({ type: 'SkipChecklistItem', item, reason }),
        unavailable: form.unavailable,
      }}
      title={`Skip: ${text ?? item}`}
      width="narrow"
    >
      <TextField
        autoFocus
        isRequired
        label="Why"
        onChange={setReason}
        problem={form.problemOf('reason')}
        value={reason}
      />
    </DialogFrame>
  );
};
