import type { ReactNode } from 'react';
import type { Command } from '../../../shared/incident/command.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EventWords } from './event-words.tsx';

interface WithdrawDialogProps {
  readonly event: EventId;
  /** The figures that move when these are recorded. */
  readonly movesOf: (commands: readonly Command[]) => ReactNode;
}

/** Takes any event back: it stays, struck through, and nothing counts it any more. */
export const WithdrawDialog = ({ event, movesOf }: WithdrawDialogProps) => {
  const [reason, setReason] = useTyped('reason', '');
  const form = useCommandForm([reason]);
  return (
    <DialogFrame
      intro="It stays in the timeline, struck through, and no clock or number counts it any more."
      note={form.problemBeside('reason')}
      onCancel={closeDialog}
      primary={{
        label: 'Take back',
        onPress: () => void form.record({ type: 'WithdrawEvent', event, reason }),
        unavailable: form.unavailable,
      }}
      title="Take back"
    >
      <EventWords event={event} />
      <TextField
        autoFocus
        isRequired
        label="Why"
        onChange={setReason}
        placeholder="for example wrong service"
        problem={form.problemOf('reason')}
        value={reason}
      />
      {/* Which reason is given moves no figure. */}
      {movesOf([{ type: 'WithdrawEvent', event, reason: 'taken back' }])}
    </DialogFrame>
  );
};
