import { type KeyboardEvent, type ReactNode, useContext, useRef, useState } from 'react';
import type { SituationField } from '../../../shared/updates/updates-events.ts';
import { useIncident } from '../../state/incident-store.ts';
import { KeptForm } from '../../state/kept-form.tsx';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { FormNotice } from '../../ui/form-notice.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './situation.module.css';

interface EditableFactProps {
  readonly field: SituationField;
  readonly label: string;
  readonly fact: string;
  /** Stands in grey while nobody has said anything. */
  readonly empty: string;
  readonly after?: ReactNode;
}

/** A fact as a line; pressed, it is a field in the same place. Enter records, Esc leaves the fact as it was. */
export const EditableFact = (props: EditableFactProps) => {
  const { field, label, fact, empty, after } = props;
  const incident = useIncident((open) => open.id);
  const readOnly = useIncident((open) => open.readOnly);
  const [isOpen, setOpen] = useState(false);
  const lineRef = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => lineRef.current?.focus());
  };

  if (isOpen)
    return (
      <KeptForm form={`fact:${field}`} incident={incident}>
        <FactField {...props} onClose={close} onLeave={() => setOpen(false)} />
      </KeptForm>
    );
  return (
    <button
      className={styles.line}
      onClick={() => {
        if (readOnly === null) setOpen(true);
      }}
      ref={lineRef}
      title={readOnly ?? (fact === '' ? `Say what is ${label.toLowerCase()}` : `${fact} (change)`)}
      type="button"
    >
      {fact === '' ? <span className="dim2">{empty}</span> : fact} {after}
    </button>
  );
};

interface FactFieldProps extends EditableFactProps {
  readonly onClose: () => void;
  /** The focus went elsewhere, and nothing is changed. */
  readonly onLeave: () => void;
}

const FactField = ({ field, label, fact, onClose, onLeave }: FactFieldProps) => {
  const [text, setText] = useTyped('text', fact);
  const form = useCommandForm([text], onClose);
  const notice = useContext(FormNotice);
  const isSame = text.trim() === fact.trim();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    if (event.nativeEvent.isComposing) return;
    // Here both keys belong to this line alone.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' || isSame) onClose();
    else void form.record({ type: 'StateFact', field, text });
  };
  return (
    <div className={styles.edit}>
      {notice}
      <TextField
        autoFocus
        isLabelHidden
        label={label}
        onBlur={() => {
          if (isSame) onLeave();
        }}
        onChange={setText}
        onKeyDown={onKeyDown}
        problem={form.problemOf('text') ?? form.problemBeside('text')}
        trailing={form.unavailable ?? 'Enter records, Esc leaves it'}
        value={text}
      />
    </div>
  );
};
