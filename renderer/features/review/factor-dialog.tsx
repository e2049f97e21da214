import { useMemo, useState } from 'react';
import { projectRows } from '../../../shared/incident/timeline-row.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { useZone } from '../../state/app-store.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldPair, FieldStack } from '../../ui/field-stack.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { LinkedEntries } from './linked-entries.tsx';

/** What contributed, where in our practice it acted, and which entries show it. */
export const FactorDialog = ({ factor }: { readonly factor?: EventId }) => {
  const known = useIncident((open) => (factor === undefined ? undefined : open.state.review.factors.get(factor)));
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const zone = useZone();
  const [text, setText] = useTyped('text', known?.text ?? '');
  const [category, setCategory] = useState<string | null>(known?.category ?? null);
  const [effect, setEffect] = useState<'made-worse' | 'made-better' | null>(known?.effect ?? null);
  const [entries, setEntries] = useTyped<readonly EventId[]>('entries', known?.entries ?? []);
  const form = useCommandForm([text, category, effect, entries]);
  const options = useMemo(() => playbook.factors.map(({ id, words }) => ({ id, label: words })), [playbook]);
  const choices = useMemo(
    () =>
      projectRows(state, playbook)
        .filter(({ name, withdrawn }) => name !== undefined && !withdrawn)
        .map(({ id, at, name = '', text: said }) => ({ id, label: `${formatClock(at, zone)} ${said}`, detail: name })),
    [state, playbook, zone],
  );
  const record = () => {
    if (category === null || effect === null) return;
    void form.record(
      factor === undefined
        ? { type: 'AddFactor', text, category, effect, entries }
        : { type: 'ChangeFactor', factor, text, category, effect, entries },
    );
  };
  return (
    <DialogFrame
      intro="What made it likely, or what helped. A person is never a factor."
      note={form.problemBeside('text', 'category')}
      onCancel={closeDialog}
      primary={{
        label: known ? 'Record change' : 'Add factor',
        onPress: record,
        unavailable:
          form.unavailable ??
          (category === null
            ? 'Choose first where it acted.'
            : effect === null
              ? 'Choose first whether it made things worse or helped.'
              : undefined),
      }}
      title={known ? 'Contributing factor' : 'Add a contributing factor'}
    >
      <FieldStack>
        <TextField
          autoFocus
          isRequired
          label="Factor"
          onChange={setText}
          problem={form.problemOf('text')}
          value={text}
        />
        <FieldPair>
          <Select
            hint="Type the first letters to find one."
            isRequired
            label="Where it acted"
            onChange={setCategory}
            options={options}
            problem={form.problemOf('category')}
            value={category}
          />
          <ChoiceField
            isRequired
            label="Effect"
            onChange={setEffect}
            options={[
              { id: 'made-worse', label: 'Made worse' },
              { id: 'made-better', label: 'Helped' },
            ]}
            value={effect}
          />
        </FieldPair>
        <LinkedEntries choices={choices} chosen={entries} onChange={setEntries} />
      </FieldStack>
    </DialogFrame>
  );
};
