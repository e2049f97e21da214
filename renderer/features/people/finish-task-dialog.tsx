import { formatDuration } from '../../../shared/kernel/duration.ts';
import { elapsedMs } from '../../../shared/kernel/instant.ts';
import { capital } from '../../../shared/kernel/words.ts';
import { timeBoxChoices } from '../../../shared/lifecycle/time-box.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useChosen, useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type BoxMinutes, boxMs, TimeBoxChoice } from './time-box-choice.tsx';
import { usePeopleNames } from './use-people-names.ts';

type Outcome = 'done' | 'extend' | 'dropped';

/** What became of a task: done, more time (perhaps for somebody else), or dropped with a reason. */
export const FinishTaskDialog = ({ task: id }: { readonly task: EventId }) => {
  const task = useIncident((open) => open.state.timeline.tasks.get(id));
  const names = usePeopleNames();
  const [outcome, setOutcome] = useChosen<Outcome>('outcome', 'done');
  const [text, setText] = useTyped('text', '');
  const [owner, setOwner] = useTyped('owner', task?.owner ?? '');
  const [minutes, setMinutes] = useChosen<BoxMinutes>('minutes', '10');
  const form = useCommandForm([outcome, text, owner, minutes]);
  if (!task) return null;

  const record = () => {
    if (outcome !== 'extend') return form.record({ type: 'FinishTask', task: id, outcome, result: text });
    const reason = text.trim() ? { reason: text } : {};
    const moved = owner.trim() === task.owner ? {} : { owner };
    return form.record({ type: 'ExtendTask', task: id, timeBoxMs: boxMs(minutes).timeBoxMs ?? 0, ...reason, ...moved });
  };

  const running = formatDuration(elapsedMs(task.event.occurredAt, currentInstant()));
  return (
    <DialogFrame
      intro={`${task.owner}, given ${running} ago.`}
      note={form.problemBeside('result', 'owner', 'reason')}
      onCancel={closeDialog}
      primary={{ label: labels[outcome], onPress: () => void record(), unavailable: form.unavailable }}
      title={task.event.text}
      width="narrow"
    >
      <FieldStack>
        <ChoiceField label="What became of it" onChange={setOutcome} options={outcomes} value={outcome} />
        {outcome === 'extend' ? (
          <>
            <TimeBoxChoice allowsNone={false} onChange={setMinutes} value={minutes} />
            <ComboBox
              label="Who goes on"
              onChange={setOwner}
              problem={form.problemOf('owner')}
              suggestions={names}
              value={owner}
            />
            <ChoiceField
              label="What changes"
              onChange={setText}
              options={timeBoxChoices.map((choice) => ({ id: choice, label: capital(choice) }))}
              value={timeBoxChoices.find((choice) => choice === text) ?? null}
            />
            <TextField label="Why" onChange={setText} problem={form.problemOf('reason')} value={text} />
          </>
        ) : (
          <TextField
            autoFocus
            hint={outcome === 'done' ? 'Optional.' : undefined}
            isRequired={outcome === 'dropped'}
            label={outcome === 'done' ? 'Result' : 'Why it is dropped'}
            onChange={setText}
            problem={form.problemOf('result')}
            value={text}
          />
        )}
      </FieldStack>
    </DialogFrame>
  );
};

const labels: Readonly<Record<Outcome, string>> = {
  done: 'Mark as done',
  extend: 'Give more time',
  dropped: 'Drop task',
};

const outcomes: readonly { readonly id: Outcome; readonly label: string }[] = [
  { id: 'done', label: 'Done' },
  { id: 'extend', label: 'More time' },
  { id: 'dropped', label: 'Dropped' },
];
