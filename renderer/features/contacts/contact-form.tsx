import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './contacts-screen.module.css';

export interface ContactField<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly isNeeded?: boolean;
  readonly isMono?: boolean;
}

interface ContactFormProps<Name extends string> {
  /** "Ann Lee", "New person". */
  readonly title: string;
  readonly fields: readonly ContactField<Name>[];
  readonly initial: Readonly<Record<Name, string>>;
  readonly unavailable: string | undefined;
  readonly problem: string | undefined;
  readonly onSave: (values: Readonly<Record<Name, string>>) => void;
  readonly onCancel: () => void;
  readonly extra?: ReactNode;
}

/** Changes one contact in its place. Enter saves, Esc leaves it as it was. */
export const ContactForm = <Name extends string>(props: ContactFormProps<Name>) => {
  const { title, fields, initial, unavailable, problem, onSave, onCancel, extra } = props;
  const [values, setValues] = useState(initial);
  const [isAsked, setAsked] = useState(false);
  const missing = fields.filter(({ name, isNeeded }) => isNeeded === true && values[name].trim() === '');

  const save = () => {
    setAsked(true);
    if (missing.length === 0 && unavailable === undefined) onSave(values);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) save();
    else return;
    event.preventDefault();
    // Esc leaves this form only, not the screen.
    event.stopPropagation();
  };
  return (
    <fieldset aria-label={title} className={styles.form} onKeyDown={keys}>
      <div className={styles.formFields}>
        {fields.map(({ name, label, hint, isMono }, index) => (
          <TextField
            autoFocus={index === 0}
            hint={hint}
            isMono={isMono}
            key={name}
            label={label}
            onChange={(text) => setValues({ ...values, [name]: text })}
            problem={isAsked && missing.some((field) => field.name === name) ? `${label} is needed.` : undefined}
            value={values[name]}
          />
        ))}
      </div>
      {problem === undefined ? null : (
        <p className={styles.problem} role="alert">
          {problem} Your text is kept.
        </p>
      )}
      <div className={styles.formActs}>
        <Button keys="Enter" offer={`Save ${title}`} onPress={save} unavailable={unavailable} variant="primary">
          Save
        </Button>
        <Button keys="Esc" offer={`Leave ${title} unchanged`} onPress={onCancel}>
          Cancel
        </Button>
        <span className="grow" />
        {extra}
      </div>
    </fieldset>
  );
};
