import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ActionForm } from './action-form.ts';
import styles from './review-dialogs.module.css';

interface ActionStateFieldsProps {
  readonly fields: ActionForm;
  readonly onChange: (part: Partial<ActionForm>) => void;
  readonly problemOf: (field: string) => string | undefined;
}

/** How far it is; done wants its proof, declined its reason. */
export const ActionStateFields = ({ fields, onChange, problemOf }: ActionStateFieldsProps) => (
  <>
    <div>
      <p className={styles.label}>State</p>
      <Segmented
        label="State"
        look="boxed"
        onChange={(state) => onChange({ state })}
        options={[
          { id: 'open', label: 'Open' },
          { id: 'doing', label: 'Doing' },
          { id: 'done', label: 'Done' },
          { id: 'declined', label: 'Declined' },
        ]}
        value={fields.state}
      />
    </div>
    {fields.state === 'done' ? (
      <TextField
        hint="A link, a change, a test that fails without it. May be empty."
        label="How one sees that it is done"
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
