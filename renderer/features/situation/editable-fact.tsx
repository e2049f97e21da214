import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { SituationField } from '../../../shared/updates/updates-events.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
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

/** A fact as a line; pressed, it is a field in the same place. Enter records, Esc leaves it as it was. */
export const EditableFact = ({ field, label, fact, empty, after }: EditableFactProps) => {
  const readOnly = useIncident((open) => open.readOnly);
  const [text, setText] = useState<string>();
  const lineRef = useRef<HTMLButtonElement>(null);
  const close = () => {
    setText(undefined);
    requestAnimationFrame(() => lineRef.current?.focus());
  };
  const form = useCommandForm([text], close);

  if (text === undefined) {
    return (
      <button
        className={styles.line}
        onClick={() => {
          if (readOnly === null) setText(fact);
        }}
        ref={lineRef}
        title={readOnly ?? (fact === '' ? `Say what is ${label.toLowerCase()}` : `${fact} (change)`)}
        type="button"
      >
        {fact === '' ? <span className="dim2">{empty}</span> : fact} {after}
      </button>
    );
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    if (event.nativeEvent.isComposing) return;
    // Here both keys belong to this line alone.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' || text.trim() === fact.trim()) close();
    else void form.record({ type: 'StateFact', field, text });
  };
  return (
    <div className={styles.edit}>
      <TextField
        autoFocus
        isLabelHidden
        label={label}
        onBlur={() => {
          if (text.trim() === fact.trim()) setText(undefined);
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
