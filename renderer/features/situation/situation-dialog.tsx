import { situationFieldWords } from '../../../shared/updates/situation-words.ts';
import type { SituationField } from '../../../shared/updates/updates-events.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldPair } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './situation.module.css';
import { situationGroups } from './situation-fields.ts';

/** All facts that drafts are filled from. Only what was changed is recorded; an emptied field takes its fact back. */
export const SituationDialog = () => {
  const facts = useIncident((open) => open.state.updates.facts);
  const [typed, setTyped] = useTyped<Readonly<Partial<Record<SituationField, string>>>>('typed', {});
  const form = useCommandForm([typed]);
  const recorded = (field: SituationField) => facts.get(field)?.text ?? '';
  const changed = (Object.entries(typed) as [SituationField, string][]).filter(
    ([field, text]) => text.trim() !== recorded(field).trim(),
  );
  return (
    <DialogFrame
      intro="What drafts are filled from."
      note={form.problemBeside('text') ?? (changed.length > 0 ? `${changed.length} changed.` : undefined)}
      onCancel={closeDialog}
      primary={{
        label: 'Record facts',
        onPress: () =>
          void form.record(
            ...changed.map(([field, text]) => ({ type: 'StateFact' as const, field, text: text.trim() })),
          ),
        unavailable: form.unavailable ?? (changed.length === 0 ? 'Nothing is changed yet.' : undefined),
      }}
      title="Situation"
      width="wide"
    >
      {situationGroups.map(({ heading, fields }) => (
        <div key={heading}>
          <h3 className={styles.groupHeading}>{heading}</h3>
          <FieldPair>
            {fields.map((field) => (
              <TextField
                autoFocus={field === 'known'}
                key={field}
                label={situationFieldWords[field]}
                onChange={(text) => setTyped((before) => ({ ...before, [field]: text }))}
                problem={changed.some(([name]) => name === field) ? form.problemOf('text') : undefined}
                value={typed[field] ?? recorded(field)}
              />
            ))}
          </FieldPair>
        </div>
      ))}
    </DialogFrame>
  );
};
