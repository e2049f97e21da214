import { useState } from 'react';
import { severityPrompt } from '../../../shared/incident/severity-prompt.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { currentSeverity } from '../../../shared/lifecycle/severity.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useChosen, useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './situation.module.css';

/** Anyone raises, only the commander lowers, and every change says why. */
export const SeverityDialog = () => {
  const severities = useIncident((open) => open.playbook.severities);
  const held = useIncident((open) => currentSeverity(open.state.lifecycle));
  const current = held?.severity;
  const zone = useZone();
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const [prompt] = useState(() => severityPrompt(state, playbook, currentInstant()));
  const [severity, setSeverity] = useChosen('severity', prompt?.to ?? current ?? null);
  const [reason, setReason] = useTyped('reason', '');
  const form = useCommandForm([severity, reason]);
  const chosen = severities.find(({ id }) => id === severity);
  const nameOf = severities.find(({ id }) => id === current)?.name ?? '';
  const now = held ? `Now ${held.severity} ${nameOf} since ${formatClock(held.at, zone)}.` : 'No severity is set yet.';
  const rankOf = (wanted: string | null | undefined) => severities.find(({ id }) => id === wanted)?.rank;
  const isLowered = (rankOf(severity) ?? 0) > (rankOf(current) ?? Number.POSITIVE_INFINITY);
  return (
    <DialogFrame
      aside={
        chosen ? (
          <>
            <h3 className="b">
              {chosen.id}, {chosen.name}
            </h3>
            <p className="dim2 t12">Any one of these is enough</p>
            <ul className={styles.criteria}>
              {chosen.criteria.map((criterion) => (
                <li key={criterion}>{criterion}</li>
              ))}
            </ul>
            <p className="dim">Response: {chosen.response}</p>
          </>
        ) : undefined
      }
      extraActions={
        prompt?.from === undefined ? null : (
          <Button
            onPress={() => {
              if (reason.trim() === '') form.refuse('reason', `Say in one line why it stays ${prompt.from}.`);
              else
                void form.record({
                  type: 'MakeDecision',
                  question: `${prompt.because}: raise to ${prompt.to}?`,
                  chosen: `Keep ${prompt.from}`,
                  because: reason.trim(),
                });
            }}
            size="large"
            unavailable={form.unavailable}
          >
            {`Keep ${prompt.from}`}
          </Button>
        )
      }
      intro={`${now} ${prompt ? `${prompt.because}: raise to ${prompt.to}?` : 'Unsure? Take the more severe one.'}`}
      note={
        form.problemBeside('severity', 'reason') ?? (isLowered ? 'Only the Incident Commander lowers it.' : undefined)
      }
      onCancel={closeDialog}
      primary={{
        label: 'Change severity',
        onPress: () => {
          if (severity === null) form.refuse('severity', 'Choose the severity. Unsure? Take the more severe one.');
          else void form.record({ type: 'ChangeSeverity', severity, reason });
        },
        unavailable: form.unavailable,
        isReady: severity !== current,
      }}
      title="Severity"
    >
      <FieldStack>
        <ChoiceField
          hasDigitKeys
          isRequired
          label="Severity"
          onChange={setSeverity}
          options={severities.map(({ id, name }) => ({ id, label: id, detail: name }))}
          problem={form.problemOf('severity')}
          value={severity}
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
