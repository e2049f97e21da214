import { ChoiceField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ActionForm } from './action-form.ts';

interface ActionStateFieldsProps {
  readonly fields: ActionForm;
  readonly onChange: (part: Partial<ActionForm>) => void;
  readonly problemOf: (field: string) => string | undefined;
}

/** How far it is; done wants its proof, declined its reason. */
export const ActionStateFields = ({ fields, onChange, problemOf }: ActionStateFieldsProps) => (
  <>
    <ChoiceField
      label="State"
      onChange={(state) => onChange({ state })}
      options={[
        { id: 'open', label: 'Open' },
        { id: 'doing', label: 'Doing' },
        { id: 'done', label: 'Done' },
        { id: 'declined', label: 'Declined' },
      ]}
      value={fields.state}
    />
    {fields.state === 'done' ? (
      <TextField
        hint="Optional. A link, a change, a test that fails without it."
        label="How you know it is done"
        onChange={(doneEvidence) => onChange({ doneEvidence })}
        problem={problemOf('doneEvidence')}
        value={fields.doneEvidence}
      />
    ) : null}
    {fields.state === 'declined' ? (
      <TextField
        hint="Read when the same thing comes back."
        label="Declined because"
        onChange={(declinedBecause) => onChange({ declinedBecause })}
        problem={problemOf('declinedBecause')}
        value={fields.declinedBecause}
      />
    ) : null}
  </>
);
