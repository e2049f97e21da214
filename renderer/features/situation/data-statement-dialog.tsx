import { dataWords } from '../../../shared/incident/words.ts';
import type { MakeDataStatement } from '../../../shared/updates/updates-commands.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useChosen, useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Data = MakeDataStatement['data'];

/** Whether data was lost or exposed. Nobody's silence says "none". */
export const DataStatementDialog = () => {
  const made = useIncident((open) => open.state.updates.dataStatement)?.event;
  const [data, setData] = useChosen<Data | null>('data', made?.data ?? null);
  const [text, setText] = useTyped('text', made?.text ?? '');
  const form = useCommandForm([data, text]);
  return (
    <DialogFrame
      intro={
        made
          ? 'A new statement counts from now; the old one stays in the record.'
          : 'Until somebody says so, drafts say "still checking".'
      }
      note={form.problemBeside('data', 'text')}
      onCancel={closeDialog}
      primary={{
        label: 'Make statement',
        onPress: () => {
          if (data === null)
            form.refuse('data', 'Choose what is known. Without a statement drafts say "still checking".');
          else void form.record({ type: 'MakeDataStatement', data, text });
        },
        unavailable: form.unavailable,
      }}
      title="Data statement"
      width="narrow"
    >
      <FieldStack>
        <ChoiceField
          hasDigitKeys
          isRequired
          label="Data"
          onChange={setData}
          options={(['none', 'possible', 'confirmed'] as const).map((id) => ({ id, label: dataWords[id] }))}
          problem={form.problemOf('data')}
          value={data}
        />
        <TextField
          autoFocus
          hint="As it will be told outside, and how you know."
          isRequired={data === 'confirmed'}
          label="In words"
          onChange={setText}
          problem={form.problemOf('text')}
          value={text}
        />
      </FieldStack>
    </DialogFrame>
  );
};
