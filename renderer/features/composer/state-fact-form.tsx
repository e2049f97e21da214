import { type KeyboardEvent, useContext } from 'react';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { KeptForm } from '../../state/kept-form.tsx';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { Button } from '../../ui/button.tsx';
import { FormNotice } from '../../ui/form-notice.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { emptyMoment, readMoment } from '../../ui/read-moment.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { HowToState } from './how-to-state.ts';
import styles from './side-panels.module.css';

interface StateFactFormProps {
  readonly label: string;
  readonly way: Extract<HowToState, { kind: 'fact' | 'regulator-instant' }>;
  readonly onClose: () => void;
}

/** States a missing fact without leaving the draft; the text takes it in at once. */
export const StateFactForm = (props: StateFactFormProps) => (
  <KeptForm form={`missing:${props.label}`} incident={useIncident((open) => open.id)}>
    <Fields {...props} />
  </KeptForm>
);

const Fields = ({ label, way, onClose }: StateFactFormProps) => {
  const [text, setText] = useTyped('text', '');
  const [moment, setMoment] = useTyped('moment', emptyMoment);
  const notice = useContext(FormNotice);
  const zone = useZone();
  const form = useCommandForm([text, moment], onClose);
  const now = currentInstant();
  const reading = readMoment(moment, zone, now);

  const record = () => {
    if (way.kind === 'fact') void form.record({ type: 'StateFact', field: way.field, text });
    else if (reading.kind === 'now' || reading.kind === 'at')
      void form.record({
        type: 'RecordRegulatorInstant',
        instant: 'awareAt',
        ...(reading.kind === 'at' ? { at: reading.at, typed: reading.typed } : {}),
      });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) record();
    else return;
    event.preventDefault();
    // Esc closes this field only, and Enter is spent.
    event.stopPropagation();
  };
  return (
    <div className={styles.stateForm} onKeyDown={keys} role="none">
      {notice}
      {way.kind === 'fact' ? (
        <TextField
          autoFocus
          label={label}
          onChange={setText}
          problem={form.problemOf('text', 'field') ?? form.problemBeside('text', 'field')}
          value={text}
        />
      ) : (
        <MomentField
          autoFocus
          label={label}
          now={now}
          onChange={setMoment}
          problem={form.problemBeside()}
          value={moment}
          zone={zone}
        />
      )}
      <div className={styles.checkActs}>
        <Button
          onPress={record}
          size="small"
          unavailable={
            form.unavailable ?? (way.kind === 'fact' && text.trim() === '' ? 'Nothing is written yet.' : undefined)
          }
        >
          Record the fact
        </Button>
        <Button onPress={onClose} size="small" variant="ghost">
          Cancel
        </Button>
      </div>
    </div>
  );
};
