import { useState } from 'react';
import { phaseWords } from '../../../shared/incident/words.ts';
import { laterPhases } from '../../../shared/lifecycle/later-phases.ts';
import type { Phase } from '../../../shared/lifecycle/lifecycle.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** The work goes on to another phase without its milestone: forward only, and with a reason. */
export const MovePhaseDialog = () => {
  const phase = useIncident((open) => open.state.lifecycle.phase);
  const later = laterPhases(phase);
  const [to, setTo] = useState<Phase | null>(later.length === 1 ? (later[0] ?? null) : null);
  const [reason, setReason] = useTyped('reason', '');
  const form = useCommandForm([to, reason]);
  return (
    <DialogFrame
      intro={`Now in ${phaseWords[phase]}. No milestone is recorded by this; its step stays open.`}
      note={form.problemBeside('phase', 'reason')}
      onCancel={closeDialog}
      primary={{
        label: 'Move on',
        onPress: () => {
          if (to === null) form.refuse('phase', 'Choose the phase that the work is in now.');
          else void form.record({ type: 'MovePhase', phase: to, reason });
        },
        unavailable: form.unavailable,
      }}
      title="Move on to another phase"
      width="narrow"
    >
      <FieldStack>
        <ChoiceField
          hasDigitKeys
          isRequired
          label="Phase"
          onChange={setTo}
          options={later.map((id) => ({ id, label: phaseWords[id] }))}
          problem={form.problemOf('phase')}
          value={to}
        />
        <TextField
          autoFocus
          isRequired
          label="Why"
          onChange={setReason}
          problem={form.problemOf('reason')}
          value={reason}
        />
      </FieldStack>
    </DialogFrame>
  );
};
