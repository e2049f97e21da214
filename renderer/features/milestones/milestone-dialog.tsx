import { useState } from 'react';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { currentClaim } from '../../../shared/lifecycle/current-claim.ts';
import { goodSince } from '../../../shared/lifecycle/current-impact.ts';
import { type Milestone, milestones, milestoneWords } from '../../../shared/lifecycle/lifecycle.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { milestoneFields } from '../../state/milestone-fields.ts';
import { type CommandForm, useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { type BegunMilestone, closeDialog, openDialog, settleLine } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { MetricMoves, usePreviewProblem } from './metric-moves.tsx';
import { emptyValues, type MilestoneValues, missingIn, toReach, valuesOf } from './milestone-form.ts';
import { SpecialFields } from './special-fields.tsx';
import { WhenFields } from './when-fields.tsx';

interface MilestoneDialogProps {
  readonly milestone: Milestone;
  readonly begun?: BegunMilestone | undefined;
}

/** Reaches a milestone, now or back-dated, and shows beforehand which figures move. */
export const MilestoneDialog = ({ milestone: first, begun }: MilestoneDialogProps) => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const zone = useZone();
  const [milestone, setMilestone] = useState(first);
  const [values, setValues] = useTyped<MilestoneValues>('values', () =>
    begun ? valuesOf(begun.command) : emptyValues,
  );
  const form = useCommandForm([milestone, values], () => {
    closeDialog();
    if (begun) settleLine(begun.line);
  });
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<MilestoneValues>) => setValues((before) => ({ ...before, ...part }));
  const command = toReach(milestone, values, zone, currentInstant());
  const missing = missingIn(milestone, values);
  const wrong = usePreviewProblem(command);
  // The field that this milestone cannot do without; where there is none, the time is what people come to change.
  const [asked] = useState(wrong?.field);
  const ownFields = milestoneFields(milestone);
  const shownFields = ['at', 'range', ...ownFields];
  const shown: CommandForm = {
    ...form,
    problemOf: (...fields) =>
      form.problemOf(...fields) ?? (fields.includes(wrong?.field ?? '') ? wrong?.message : undefined),
  };
  const good = goodSince(lifecycle);
  const needsReason = shown.problemOf('reason') !== undefined;
  const canSkip = milestone !== 'recovered' && milestone !== 'resolved';
  return (
    <DialogFrame
      aside={<MetricMoves command={command} shownFields={shownFields} />}
      extraActions={
        <>
          <Button onPress={() => openDialog({ name: 'milestones' })} size="large" variant="ghost">
            All milestones
          </Button>
          {canSkip ? (
            <Button
              isDashed
              onPress={() => void form.record({ type: 'SkipMilestone', milestone, reason: values.reason })}
              size="large"
              title="Asks for a reason. It moves the work on without an instant."
              unavailable={form.unavailable}
            >
              Skip it
            </Button>
          ) : null}
        </>
      }
      note={form.problemBeside(...shownFields)}
      onCancel={closeDialog}
      primary={{
        label: labels[milestone],
        onPress: () => {
          setTried(true);
          if (command) void form.record(command);
        },
        unavailable: form.unavailable,
        isReady: command !== undefined && wrong === undefined,
      }}
      title={labels[milestone]}
      width="wide"
    >
      <FieldStack>
        <Select
          label="Milestone"
          onChange={setMilestone}
          options={milestones.map((id) => {
            const claim = currentClaim(lifecycle, id);
            const isAgain = id === 'triaged' && lifecycle.reopenings.length > 0 && lifecycle.phase === 'triage';
            return {
              id,
              label: milestoneWords[id],
              unavailable:
                claim && !isAgain ? `Reached ${formatClock(claim.at, zone)}. Correct it instead.` : undefined,
            };
          })}
          value={milestone}
        />
        <WhenFields
          emptyHint={
            milestone === 'recovered' && good
              ? `Optional. Left empty, it is the start of the good time, ${formatClock(good, zone)}.`
              : 'Optional. Left empty, it is now.'
          }
          form={shown}
          needsEvidence={milestone === 'recovered'}
          isFirst={!ownFields.includes(asked ?? '')}
          onChange={change}
          values={values}
        />
        <SpecialFields
          asked={asked}
          form={shown}
          milestone={milestone}
          // A level is chosen before its words are typed: only a press says that they are missing.
          missing={isTried ? missing : { ...missing, impact: undefined }}
          onChange={change}
          values={values}
        />
        <TextField
          autoFocus={asked === 'reason'}
          hint={needsReason ? 'In one line.' : 'Only needed when you skip it, or set it out of order.'}
          label="Reason"
          onChange={(reason) => change({ reason })}
          problem={shown.problemOf('reason')}
          value={values.reason}
        />
      </FieldStack>
    </DialogFrame>
  );
};

const labels: Readonly<Record<Milestone, string>> = {
  failure: 'Set the start of the failure',
  alerted: 'Set the first alert',
  detected: 'Set when it was detected',
  acknowledged: 'Acknowledge',
  triaged: 'Record triage',
  identified: 'Record the cause as identified',
  fixed: 'Record the fix',
  recovered: 'Declare restored',
  resolved: 'Close out',
};
