import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNames } from './use-names.ts';

/** Who leads the review and when people meet. */
export const DetailsDialog = () => {
  const review = useIncident((open) => open.state.review);
  const [owner, setOwner] = useTyped('owner', review.owner ?? '');
  const [meetingDate, setMeetingDate] = useTyped('meetingDate', review.meetingDate ?? '');
  const names = useNames();
  const form = useCommandForm([owner, meetingDate]);
  return (
    <DialogFrame
      intro="The draft goes out 24 hours before the meeting."
      note={form.problemBeside('owner', 'meetingDate')}
      onCancel={closeDialog}
      primary={{
        label: 'Record',
        onPress: () => void form.record({ type: 'SetReviewDetails', owner, meetingDate }),
        unavailable: form.unavailable,
      }}
      title="Owner and meeting"
      width="narrow"
    >
      <FieldStack>
        <ComboBox
          autoFocus
          hint="Optional. Left empty, nobody is named."
          label="Review owner"
          onChange={setOwner}
          problem={form.problemOf('owner')}
          suggestions={names}
          value={owner}
        />
        <TextField
          hint="Optional. Year, month, day; left empty, there is no date yet."
          isMono
          label="Day of the review meeting"
          onChange={setMeetingDate}
          placeholder="for example 2026-03-05"
          problem={form.problemOf('meetingDate')}
          value={meetingDate}
        />
      </FieldStack>
    </DialogFrame>
  );
};
