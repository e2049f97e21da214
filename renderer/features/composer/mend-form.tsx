import { formatClock } from '../../../shared/kernel/zone.ts';
import type { SentUpdate } from '../../../shared/updates/updates-state.ts';
import { useZone } from '../../state/app-store.ts';
import type { CommandForm } from '../../state/use-command-form.ts';
import { Mono } from '../../ui/mono.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './composer.module.css';
import type { Place } from './place.ts';

interface MendFormProps {
  readonly original: SentUpdate;
  readonly place: Place;
  readonly form: CommandForm;
  readonly onChange: (change: Partial<Place>) => void;
}

/** The old claim and the right one; the text below is made of them and can still be changed. */
export const MendForm = ({ original, place, form, onChange }: MendFormProps) => {
  const zone = useZone();
  const { mending = 'correct', wrong = '', right = '', reason = '' } = place;
  return (
    <div className={styles.mend} data-mend="">
      <blockquote className={styles.original}>
        <p className="dim2 t12">
          Update {original.event.n}, sent <Mono>{formatClock(original.event.occurredAt, zone)}</Mono> by {original.by}.
          It stays as sent.
        </p>
        <p className={styles.verbatim}>{original.event.text}</p>
      </blockquote>
      <Segmented
        label="How to mend it"
        look="boxed"
        offer="How to mend it"
        onChange={(chosen) => onChange({ mending: chosen })}
        options={[
          { id: 'correct', label: 'Correct a claim' },
          { id: 'retract', label: 'Take the whole update back' },
        ]}
        value={mending}
      />
      {mending === 'correct' ? (
        <div className={styles.claims}>
          <TextField
            autoFocus
            hint={
              wrong.trim() !== '' && !original.event.text.includes(wrong.trim())
                ? 'These words do not stand in it.'
                : undefined
            }
            label="What we wrote"
            onChange={(text) => onChange({ wrong: text })}
            problem={form.problemOf('wrong')}
            value={wrong}
          />
          <TextField
            label="What is right"
            onChange={(text) => onChange({ right: text })}
            problem={form.problemOf('right')}
            value={right}
          />
        </div>
      ) : (
        <TextField
          autoFocus
          label="Why it is taken back"
          onChange={(text) => onChange({ reason: text })}
          problem={form.problemOf('reason')}
          value={reason}
        />
      )}
    </div>
  );
};
