import { toLocalTime } from '../../../shared/kernel/zone.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { actionTypes } from '../../../shared/review/review-events.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldPair, FieldStack } from '../../ui/field-stack.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type ActionForm, offeredDue, toActionForm, toAddAction, toChangeAction } from './action-form.ts';
import { ActionStateFields } from './action-state-fields.tsx';
import styles from './review-dialogs.module.css';
import { useNames } from './use-names.ts';

const types = actionTypes.map((id) => ({ id, label: id }));

/** One thing that will change: owner, day and type. A known action is also done or declined here. */
export const ActionDialog = ({ action }: { readonly action?: EventId }) => {
  const known = useIncident((open) => (action === undefined ? undefined : open.state.review.actions.get(action)));
  const factors = useIncident((open) => open.state.review.factors);
  const weeks = useIncident((open) => open.playbook.settings.priorityActionWeeks);
  const zone = useZone();
  const names = useNames();
  const [fields, setFields] = useTyped<ActionForm>('fields', () => toActionForm(known));
  const form = useCommandForm([fields]);
  const change = (part: Partial<ActionForm>) => setFields((before) => ({ ...before, ...part }));
  const { actionType } = fields;
  const offered = offeredDue(fields, weeks, toLocalTime(currentInstant(), zone).date);
  const record = () => {
    if (actionType === null) return;
    const said = { ...fields, actionType };
    void form.record(action === undefined ? toAddAction(said) : toChangeAction(action, said));
  };
  return (
    <DialogFrame
      intro="Begin with a verb. How will you know it is done?"
      note={form.problemBeside(
        'text',
        'actionType',
        'owner',
        'due',
        'priority',
        'ticket',
        'declinedBecause',
        'doneEvidence',
      )}
      onCancel={closeDialog}
      primary={{
        label: known ? 'Record change' : 'Add action',
        onPress: record,
        unavailable: form.unavailable ?? (actionType === null ? 'Choose first what type it is.' : undefined),
      }}
      title={known ? 'Action' : 'Add an action'}
    >
      <FieldStack>
        <TextField
          autoFocus
          isRequired
          label="Action"
          onChange={(text) => change({ text })}
          problem={form.problemOf('text')}
          value={fields.text}
        />
        <FieldPair>
          <Select
            isRequired
            label="Type"
            onChange={(type) => change({ actionType: type })}
            options={types}
            problem={form.problemOf('actionType')}
            value={actionType}
          />
          <ComboBox
            label="Owner"
            onChange={(owner) => change({ owner })}
            problem={form.problemOf('owner')}
            suggestions={names}
            value={fields.owner}
          />
          <TextField
            hint="Optional. Year, month, day."
            isMono
            label="Due"
            onChange={(due) => change({ due })}
            placeholder="for example 2026-03-30"
            problem={form.problemOf('due')}
            value={fields.due}
          />
          <TextField
            isMono
            label="Ticket"
            onChange={(ticket) => change({ ticket })}
            problem={form.problemOf('ticket')}
            value={fields.ticket}
          />
        </FieldPair>
        <div>
          <ChoiceField
            label="Priority"
            onChange={(priority) => change({ priority })}
            options={[
              {
                id: 'none',
                label: 'None',
                unavailable: known?.priority ? 'a priority can be changed, not removed' : undefined,
              },
              { id: 'P0', label: 'P0' },
              { id: 'P1', label: 'P1' },
              { id: 'P2', label: 'P2' },
              { id: 'P3', label: 'P3' },
            ]}
            problem={form.problemOf('priority')}
            value={fields.priority}
          />
          {offered === undefined ? null : (
            <p className={styles.offer}>
              {fields.priority}: within {weeks[fields.priority]} weeks.{' '}
              <Button onPress={() => change({ due: offered })} size="small">
                {`Due by ${offered}`}
              </Button>
            </p>
          )}
        </div>
        <Checkbox
          isSelected={fields.mustBeforeResolve}
          note="the incident is not closed out without it"
          onChange={(mustBeforeResolve) => change({ mustBeforeResolve })}
        >
          Must be done before Resolve
        </Checkbox>
        {known || factors.size === 0 ? null : (
          <Select
            label="Answers the factor"
            onChange={(factor) => change({ factor })}
            options={[
              { id: 'none' as const, label: 'None in particular' },
              ...[...factors.values()].map(({ id, text }) => ({ id, label: text })),
            ]}
            value={fields.factor}
          />
        )}
        {known ? <ActionStateFields fields={fields} onChange={change} problemOf={form.problemOf} /> : null}
      </FieldStack>
    </DialogFrame>
  );
};
