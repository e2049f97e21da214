import { useCommandForm } from '../../state/use-command-form.ts';
import { useChosen, useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './people.module.css';
import { type BoxMinutes, boxMs, TimeBoxChoice } from './time-box-choice.tsx';
import { usePeopleNames } from './use-people-names.ts';

/** One owner, one job, one time to come back. */
export const TaskDialog = () => {
  const [owner, setOwner] = useTyped('owner', '');
  const [text, setText] = useTyped('text', '');
  const [minutes, setMinutes] = useChosen<BoxMinutes>('minutes', '10');
  const names = usePeopleNames();
  const form = useCommandForm([owner, text, minutes]);
  const returns = minutes === '' ? '' : `; I return to you in ${minutes} minutes`;
  return (
    <DialogFrame
      intro="One person by name, and when you come back for the result."
      note={form.problemBeside('owner', 'text')}
      onCancel={closeDialog}
      primary={{
        label: 'Give task',
        onPress: () => void form.record({ type: 'GiveTask', owner, text, ...boxMs(minutes) }),
        unavailable: form.unavailable,
      }}
      title="Give a task"
      width="narrow"
    >
      <FieldStack>
        <ComboBox
          autoFocus
          isRequired
          label="Who"
          onChange={setOwner}
          problem={form.problemOf('owner')}
          suggestions={names}
          value={owner}
        />
        <TextField
          isRequired
          label="What is to be done"
          onChange={setText}
          problem={form.problemOf('text')}
          value={text}
        />
        <TimeBoxChoice allowsNone onChange={setMinutes} value={minutes} />
        <p className={styles.say}>
          Say: “{owner.trim() || 'Name'}, please {text.trim() || 'do this'}
          {returns}. Understood?”
        </p>
      </FieldStack>
    </DialogFrame>
  );
};
