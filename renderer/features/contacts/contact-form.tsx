import { type KeyboardEvent, type ReactNode, useContext, useState } from 'react';
import { KeptForm } from '../../state/kept-form.tsx';
import { useForgetTyped, useTyped } from '../../state/use-typed.ts';
import { Button } from '../../ui/button.tsx';
import { FormNotice } from '../../ui/form-notice.ts';
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
  /** Whose it is: `person:<id>`, `bridge:new`. */
  readonly form: string;
  /** "Ann Lee", "New person". */
  readonly title: string;
  readonly fields: readonly ContactField<Name>[];
  readonly initial: Readonly<Record<Name, string>>;
  readonly unavailable: string | undefined;
  readonly problem: string | undefined;
  /** True once they are on the disk. */
  readonly onSave: (values: Readonly<Record<Name, string>>) => Promise<boolean>;
  readonly onCancel: () => void;
  readonly extra?: ReactNode;
}

/** Changes one contact in its place. Enter saves, Esc leaves the contact as it was, and the form as it is. */
export const ContactForm = <Name extends string>(props: ContactFormProps<Name>) => (
  <KeptForm form={props.form} incident={null}>
    <Fields {...props} />
  </KeptForm>
);

const Fields = <Name extends string>(props: ContactFormProps<Name>) => {
  const { title, fields, initial, unavailable, problem, onSave, onCancel, extra } = props;
  const [values, setValues] = useTyped('values', initial);
  const forgetTyped = useForgetTyped();
  const notice = useContext(FormNotice);
  const [isAsked, setAsked] = useState(false);
  const missing = fields.filter(({ name, isNeeded }) => isNeeded === true && values[name].trim() === '');

  const save = async () => {
    setAsked(true);
    if (missing.length === 0 && unavailable === undefined && (await onSave(values))) forgetTyped();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void save();
    else return;
    event.preventDefault();
    // Esc leaves this form only, not the screen.
    event.stopPropagation();
  };
  return (
    <fieldset aria-label={title} className={styles.form} onKeyDown={keys}>
      {notice}
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
        <Button
          keys="Enter"
          offer={`Save ${title}`}
          onPress={() => void save()}
          unavailable={unavailable}
          variant="primary"
        >
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
