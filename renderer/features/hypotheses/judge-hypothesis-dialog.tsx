import type { EventId } from '../../../shared/record/ids.ts';
import type { JudgeHypothesis } from '../../../shared/timeline/timeline-commands.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useChosen, useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Confirmed or ruled out, with what showed it; may be opened again. */
export const JudgeHypothesisDialog = ({ hypothesis: id }: { readonly hypothesis: EventId }) => {
  const hypothesis = useIncident((open) => open.state.timeline.hypotheses.get(id));
  const [state, setState] = useChosen<JudgeHypothesis['state']>(
    'state',
    hypothesis?.state === 'open' ? 'confirmed' : 'open',
  );
  const [result, setResult] = useTyped('result', '');
  const [plainText, setPlainText] = useTyped('plainText', hypothesis?.plainText ?? '');
  const form = useCommandForm([state, result, plainText]);
  if (!hypothesis) return null;
  const plain = state === 'confirmed' && plainText.trim() ? { plainText: plainText.trim() } : {};
  return (
    <DialogFrame
      intro={hypothesis.event.test ? `Test: ${hypothesis.event.test}` : undefined}
      note={form.problemBeside('result')}
      onCancel={closeDialog}
      primary={{
        label: labels[state],
        onPress: () => void form.record({ type: 'JudgeHypothesis', hypothesis: id, state, result, ...plain }),
        unavailable: form.unavailable,
      }}
      title={hypothesis.event.text}
      width="narrow"
    >
      <FieldStack>
        <ChoiceField
          label="Verdict"
          onChange={setState}
          options={[
            { id: 'confirmed', label: 'Confirmed' },
            { id: 'refuted', label: 'Ruled out' },
            ...(hypothesis.state === 'open' ? [] : [{ id: 'open' as const, label: 'Open again' }]),
          ]}
          value={state}
        />
        <TextField
          autoFocus
          hint="A trace, a graph, a figure; a negative result is a result."
          isRequired
          label="What showed it"
          onChange={setResult}
          problem={form.problemOf('result')}
          value={result}
        />
        {state === 'confirmed' ? (
          <TextField
            hint="Optional. For executives and the public; no blame, no host names."
            label="The cause in plain words"
            onChange={setPlainText}
            value={plainText}
          />
        ) : null}
      </FieldStack>
    </DialogFrame>
  );
};

const labels: Readonly<Record<JudgeHypothesis['state'], string>> = {
  confirmed: 'Confirm',
  refuted: 'Rule out',
  open: 'Open again',
};
