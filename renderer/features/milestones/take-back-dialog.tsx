import type { Command } from '../../../shared/incident/command.ts';
import { levelWords } from '../../../shared/incident/words.ts';
import { type ImpactLevel, impactLevels } from '../../../shared/lifecycle/lifecycle.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useChosen, useTyped } from '../../state/use-typed.ts';
import { closeDialog, type Dialog, openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { emptyMoment, type MomentText, readMoment } from '../../ui/read-moment.ts';
import { TextField } from '../../ui/text-field.tsx';
import { MetricMoves } from './metric-moves.tsx';

type What = Extract<Dialog, { readonly name: 'take-back' }>['what'];

/** The diagnosis is refuted, the fix failed, or the harm came back: the work goes back, the old instants stay. */
export const TakeBackDialog = ({ what }: { readonly what: What }) => {
  const zone = useZone();
  const incident = useIncident((open) => open.id);
  const [reason, setReason] = useTyped('reason', '');
  const [moment, setMoment] = useTyped<MomentText>('moment', emptyMoment);
  const [level, setLevel] = useChosen<ImpactLevel | null>('level', null);
  const form = useCommandForm([reason, moment, level]);
  const reading = readMoment(moment, zone, currentInstant());
  const isReadable = reading.kind === 'now' || reading.kind === 'at';
  const when = reading.kind === 'at' ? { at: reading.at, typed: reading.typed } : {};
  const command = isReadable ? toCommand(what, reason, when, level) : undefined;
  const words = wordsOf[what];
  return (
    <DialogFrame
      aside={<MetricMoves command={command} />}
      extraActions={
        form.isRefusedAs('relapse.resolved', 'relapse.too-late') ? (
          <Button onPress={() => openDialog({ name: 'declare', relapseOf: incident })}>
            Declare it as a new incident
          </Button>
        ) : null
      }
      intro={words.intro}
      note={form.problemBeside('reason', 'at', 'level')}
      onCancel={closeDialog}
      primary={{
        label: words.label,
        onPress: () => {
          if (command) void form.record(command);
        },
        unavailable: form.unavailable,
      }}
      title={words.label}
    >
      <FieldStack>
        <TextField
          autoFocus
          isRequired
          label={words.ask}
          onChange={setReason}
          problem={form.problemOf('reason')}
          value={reason}
        />
        {what === 'recovery' ? (
          <ChoiceField
            hint="Optional. Not chosen, it counts as bad as it last was."
            label="Impact level"
            onChange={setLevel}
            options={impactLevels.filter((id) => id !== 'none').map((id) => ({ id, label: levelWords[id] }))}
            problem={form.problemOf('level')}
            value={level}
          />
        ) : null}
        <MomentField
          label="Since when"
          now={currentInstant()}
          onChange={setMoment}
          problem={form.problemOf('at')}
          value={moment}
          zone={zone}
        />
      </FieldStack>
    </DialogFrame>
  );
};

const toCommand = (what: What, reason: string, when: object, level: ImpactLevel | null): Command => {
  switch (what) {
    case 'diagnosis':
      return { type: 'WithdrawDiagnosis', reason, ...when };
    case 'fix':
      return { type: 'ReportFixFailed', reason, ...when };
    case 'recovery':
      return { type: 'ReopenIncident', reason, ...when, ...(level ? { level } : {}) };
  }
};

const wordsOf: Readonly<Record<What, { readonly label: string; readonly intro: string; readonly ask: string }>> = {
  diagnosis: {
    label: 'Withdraw the diagnosis',
    intro: 'The phase goes back to Identify.',
    ask: 'What refutes it',
  },
  fix: { label: 'Report the fix as failed', intro: 'The phase goes back to Fix.', ask: 'How you know that it failed' },
  recovery: {
    label: 'Report a relapse',
    intro: 'The incident is open again, in Triage; the metrics count on.',
    ask: 'What came back',
  },
};
