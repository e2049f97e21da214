import { minutesToMs } from '../../../shared/kernel/duration.ts';
import { addMs } from '../../../shared/kernel/instant.ts';
import type { Certainty } from '../../../shared/timeline/timeline-events.ts';
import { currentInstant } from '../../state/clock.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useChosen, useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';

type DueIn = '' | '5' | '10' | '15' | '30';

/** A belief with one owner, one test and a time for its result. */
export const HypothesisDialog = () => {
  const [text, setText] = useTyped('text', '');
  const [owner, setOwner] = useTyped('owner', '');
  const [test, setTest] = useTyped('test', '');
  const [dueIn, setDueIn] = useChosen<DueIn>('dueIn', '15');
  const [confidence, setConfidence] = useChosen<Certainty>('confidence', 'guess');
  const form = useCommandForm([text, owner, test, dueIn, confidence]);
  const record = () =>
    form.record({
      type: 'ProposeHypothesis',
      text,
      confidence,
      ...(owner.trim() ? { owner: owner.trim() } : {}),
      ...(test.trim() ? { test: test.trim() } : {}),
      // Without a test there is no result to wait for.
      ...(test.trim() && dueIn !== '' ? { testDueAt: addMs(currentInstant(), minutesToMs(Number(dueIn))) } : {}),
    });
  return (
    <DialogFrame
      intro="Only the first line is needed."
      note={form.problemBeside('text')}
      onCancel={closeDialog}
      primary={{ label: 'Add hypothesis', onPress: () => void record(), unavailable: form.unavailable }}
      title="Add a hypothesis"
      width="narrow"
    >
      <FieldStack>
        <TextField
          autoFocus
          isRequired
          label="What is suspected"
          onChange={setText}
          problem={form.problemOf('text')}
          value={text}
        />
        <TextField label="Test" onChange={setTest} value={test} />
        <TextField label="Who tests it" onChange={setOwner} value={owner} />
        <ChoiceField label="Result due in" onChange={setDueIn} options={dueChoices} value={dueIn} />
        <ChoiceField
          label="How sure"
          onChange={setConfidence}
          options={[
            { id: 'guess', label: 'Guess' },
            { id: 'likely', label: 'Likely' },
          ]}
          value={confidence}
        />
      </FieldStack>
    </DialogFrame>
  );
};

const dueChoices: readonly { readonly id: DueIn; readonly label: string }[] = [
  { id: '5', label: '5 min' },
  { id: '10', label: '10 min' },
  { id: '15', label: '15 min' },
  { id: '30', label: '30 min' },
  { id: '', label: 'No time' },
];
