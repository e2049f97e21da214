import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { emptyOption, type OptionText, toOptions } from './option-words.ts';
import { OptionsEditor } from './options-editor.tsx';

/** Puts a question before the commander; its age is counted until somebody decides. */
export const AskDecisionDialog = () => {
  const [question, setQuestion] = useTyped('question', '');
  const [askedBy, setAskedBy] = useTyped('askedBy', '');
  const [options, setOptions] = useTyped<readonly OptionText[]>('options', [emptyOption, emptyOption]);
  const form = useCommandForm([question, askedBy, options]);
  return (
    <DialogFrame
      intro="Only the question is needed."
      note={form.problemBeside('question', 'options')}
      onCancel={closeDialog}
      primary={{
        label: 'Ask',
        onPress: () =>
          void form.record({
            type: 'AskDecision',
            question,
            options: toOptions(options),
            ...(askedBy.trim() ? { askedBy: askedBy.trim() } : {}),
          }),
        unavailable: form.unavailable,
      }}
      title="Ask for a decision"
    >
      <FieldStack>
        <TextField
          autoFocus
          isRequired
          label="Question"
          onChange={setQuestion}
          problem={form.problemOf('question')}
          value={question}
        />
        <OptionsEditor onChange={setOptions} options={options} problem={form.problemOf('options')} />
        <TextField
          hint="Optional. Left empty, it is who types here."
          label="Asked by"
          onChange={setAskedBy}
          value={askedBy}
        />
      </FieldStack>
    </DialogFrame>
  );
};
